import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { isToDo } from '@/db/planning/work-views'
import { type ListedRows, listedRows, rowsListed, storiesListed } from '@/db/reading/listed-stories'
import { hasEnd } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { ListedState, ListView } from '@/lib/desk/list/list-query'

/** The filters of the list (db/desk/article-list.ts). */
interface Filters {
  words: string
  state: ListedState | null
  view: ListView | null
  sectionId: number | null
  authorId: number | null
  from: Date | null
  until: Date | null
}

interface Narrowing {
  filters: Filters
  /** Whether only stories of some people are listed. */
  isOwn: boolean
  now: Date
}

/**
 * How many stories the desk lists with these filters, by the counts that the store keeps of readers' lists, and by
 * counting those that are in none: stories in work, and withdrawn ones, which are few. null when no kept count tells,
 * and the stories must be looked at.
 */
export async function keptTotal(db: Reader, { filters, isOwn, now }: Narrowing): Promise<number | null> {
  const { words, state, view, sectionId, authorId, from, until } = filters
  const isSifted = isOwn || words.trim() !== '' || view !== null || from !== null || until !== null
  if (isSifted || (state !== null && state !== 'published') || (sectionId !== null && authorId !== null)) return null
  const rows = await listedRows(db, listOf({ sectionId, authorId }))
  if (state === 'published') return storiesListed(db, rows, { now })
  const others = await db
    .select({ stories: sql<number>`count(*)` })
    .from(articles)
    .where(and(isToDo, isNull(articles.deletedAt), isOf(rows)))
    .unionAll(
      db
        .select({ stories: sql<number>`count(*)` })
        .from(articles)
        .where(and(hasEnd(), eq(articles.state, 'withdrawn'), isOf(rows))),
    )
  return others.reduce((sum, { stories }) => sum + stories, await rowsListed(db, rows))
}

function listOf({ sectionId, authorId }: Pick<Filters, 'sectionId' | 'authorId'>) {
  if (sectionId !== null) return { kind: 'section' as const, id: sectionId }
  return authorId === null ? { kind: 'paper' as const } : { kind: 'author' as const, id: authorId }
}

/** The condition that an article is of the section or by the author; it leaves the choice of an index to the others. */
function isOf({ kind, ids }: ListedRows): SQL | undefined {
  if (kind === 'paper') return undefined
  if (kind === 'section') return isOneOf(sql`+${articles.sectionId}`, ids)
  return sql`exists (select 1 from bylines where article_id = ${articles.id} and ${isOneOf(sql`+author_id`, ids)})`
}
