import { and, ne, not, type SQL, sql } from 'drizzle-orm'
import { isVisibleTo, type LookupScope, storyAt, storyTargets } from '@/db/desk/story-lookup'
import { isPublic, mayNotBePublic } from '@/db/reading/visibility'
import type { SearchOrder } from '@/db/search/found-numbers'
import { PARTS, type Part, wordConditions } from '@/db/search/word-conditions'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { FoundStory } from '@/lib/desk/archive/found-story'

export interface ArchiveQuery extends LookupScope {
  /** Words, the id of a story, or its address on this site. */
  query: string
  /** The id of the story that is being written, which is left out; null for none. */
  not: number | null
  siteUrl: string
  limit: number
  /** By where the words stand when left out; or the newest first, whatever their state. */
  order?: SearchOrder | undefined
  /** Only stories of these sections; all when left out. */
  sectionIds?: readonly number[]
}

/**
 * The stories that `editor` may want to link to, in any state, in which every word of the query occurs, the last one
 * also as the beginning of a word.
 * - Those with all words in the headline come first, then those with all in headline and standfirst, then the others;
 *   among equals the public ones, then the newest.
 * - The id of a story finds it before all others. An address of this site finds its story and nothing else.
 * - An empty query finds the newest stories.
 * - Never the story `not`, a deleted one, or one that the editor may not find.
 */
export async function searchArchive(
  db: Reader,
  { query, not: self, siteUrl, limit, order = 'relevance', sectionIds, ...scope }: ArchiveQuery,
): Promise<FoundStory[]> {
  const words = query.trim()
  if (/^(?:https?:\/)?\//i.test(words)) {
    const story = await storyAt(db, { url: words, siteUrl, ...scope })
    return story && story.id !== self ? [story] : []
  }
  const having = words ? await wordConditions(db, words) : null
  if (words && !having) return []
  const typed = /^#?[1-9]\d{0,14}$/.test(words) ? [Number(words.replace('#', ''))] : []
  const first = await storyTargets(db, { ids: typed, ...scope })
  const found = new Set(first.map(({ id }) => id))
  const isByAge = order === 'newest'
  for (const part of partsSought(words, isByAge)) {
    const within = part === null ? {} : { part }
    const fits = and(
      isVisibleTo(scope),
      self === null ? undefined : ne(articles.id, self),
      sectionIds ? isOneOf(articles.sectionId, sectionIds) : undefined,
      having?.(within),
    )
    const areFew = having !== null && (await areFewWhere(db, having({ ...within, most: FEW + 1 })))
    for (const choose of isByAge ? [newestOfAll] : [newestPublic, lastSavedOthers]) {
      if (found.size >= limit) break
      for (const id of await choose(db, { fits, areFew, now: scope.now, limit })) found.add(id)
    }
  }
  if (self !== null) found.delete(self)
  return storyTargets(db, { ids: [...found].slice(0, limit), ...scope })
}

function partsSought(words: string, isByAge: boolean): readonly (Part | null)[] {
  if (!words) return [null]
  return isByAge ? ['text'] : PARTS
}

interface Choice {
  fits: SQL | undefined
  /** Whether few stories have the words, which are then read one by one. */
  areFew: boolean
  now: Date
  limit: number
}

async function newestPublic(db: Reader, { fits, areFew, now, limit }: Choice): Promise<number[]> {
  return idsWhere(
    db,
    areFew,
    sql`${and(isPublic(now), fits)} order by ${articles.publishedAt} desc, ${articles.id} desc limit ${limit}`,
  )
}

async function newestOfAll(db: Reader, { fits, areFew, limit }: Choice): Promise<number[]> {
  const age = sql`coalesce(${articles.publishedAt}, ${articles.savedAt})`
  return idsWhere(db, areFew, sql`${fits} order by ${age} desc, ${articles.id} desc limit ${limit}`)
}

async function lastSavedOthers(db: Reader, { fits, now, limit }: Choice): Promise<number[]> {
  const others = and(mayNotBePublic(now), not(isPublic(now)), fits)
  return idsWhere(db, true, sql`${others} order by ${articles.savedAt} desc, ${articles.id} desc limit ${limit}`)
}

/** Among more stories than these the newest public ones are found soon by passing the newest of the archive. */
const FEW = 500

async function areFewWhere(db: Reader, condition: SQL): Promise<boolean> {
  const [row] = await db.all<{ stories: number }>(
    sql`select count(*) as stories from ${articles} not indexed where ${condition}`,
  )
  return (row?.stories ?? 0) <= FEW
}

/**
 * The ids of the articles that are found by what \`which\` says of their ids when they are few; otherwise by passing the
 * index of publication, which holds what \`isPublic\` needs, so that rows are read only for results.
 */
async function idsWhere(db: Reader, areFew: boolean, which: SQL): Promise<number[]> {
  const by = sql.raw(areFew ? 'not indexed' : 'indexed by articles_by_publication')
  const rows = await db.all<{ id: number }>(sql`select ${articles.id} from ${articles} ${by} where ${which}`)
  return rows.map(({ id }) => id)
}
