import { and, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { isPublic, PUBLISHABLE_STATES } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, authors, bylines, corrections, sections, topics } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import { authorPath, correctionsPath, decodeSegment, sectionPath, topicPath } from '@/lib/addresses/paths'

/** A list of the paper that readers leaf through. */
export type PagedList = { kind: 'section' | 'topic' | 'author'; id: number } | { kind: 'corrections' }

const TABLES = { section: sections, topic: topics, author: authors }
const KINDS = new Map<string, 'topic' | 'author'>([
  ['topics', 'topic'],
  ['authors', 'author'],
])
const PATHS = { section: sectionPath, topic: topicPath, author: authorPath }

/** The list at `path` (canonical spelling, without a page number); null when none bears this name now. */
export async function pagedListAt(db: Reader, path: string): Promise<PagedList | null> {
  if (path === correctionsPath()) return { kind: 'corrections' }
  const segments = path.slice(1).split('/').map(decodeSegment)
  const name = segments.at(-1)
  const kind = segments.length === 1 ? 'section' : segments.length === 2 ? KINDS.get(String(segments[0])) : undefined
  if (!kind || !name) return null
  const table = TABLES[kind]
  const [row] = await db.select({ id: table.id }).from(table).where(eq(table.slug, name))
  return row ? { kind, id: row.id } : null
}

/** Where the list stands now. Throws when there is none. */
export async function pathOfList(db: Reader, list: PagedList): Promise<string> {
  if (list.kind === 'corrections') return correctionsPath()
  const table = TABLES[list.kind]
  const [row] = await db.select({ slug: table.slug }).from(table).where(eq(table.id, list.id))
  if (!row) throw new Error(`there is no ${list.kind} ${list.id}`)
  return PATHS[list.kind](row.slug)
}

/** How many stories, or corrections, the list shows readers at `now`. */
export async function lengthOfList(db: Reader, { list, now }: { list: PagedList; now: Date }): Promise<number> {
  return count(db, list, isPublic(now))
}

/**
 * The same, with those that ended by time and whose row does not say so yet: each leaves this number alone, in the
 * transaction that writes its end down.
 */
export async function unsettledLengthOfList(db: Reader, { list, now }: { list: PagedList; now: Date }): Promise<number> {
  return count(db, list, and(inArray(articles.state, PUBLISHABLE_STATES), lte(articles.publishedAt, now)))
}

async function count(db: Reader, list: PagedList, counts: SQL | undefined): Promise<number> {
  const counted = db.select({ total: sql<number>`count(*)` }).from(articles)
  const [row] =
    list.kind === 'corrections'
      ? await counted.innerJoin(corrections, eq(corrections.articleId, articles.id)).where(counts)
      : await counted.where(and(counts, await scopeOf(db, list)))
  return row?.total ?? 0
}

async function scopeOf(db: Reader, { kind, id }: Exclude<PagedList, { kind: 'corrections' }>): Promise<SQL> {
  switch (kind) {
    case 'section':
      return inArray(articles.sectionId, await sectionAndBelow(db, id))
    case 'topic':
      return inArray(
        articles.id,
        db.select({ id: articleTopics.articleId }).from(articleTopics).where(eq(articleTopics.topicId, id)),
      )
    case 'author':
      return inArray(articles.id, db.select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, id)))
  }
}
