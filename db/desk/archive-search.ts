import { and, ne, not, type SQL, sql } from 'drizzle-orm'
import { isVisibleTo, type LookupScope, storyAt, storyTargets } from '@/db/desk/story-lookup'
import { matchFor } from '@/db/reading/search'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { FoundStory } from '@/lib/desk/archive/found-story'

interface ArchiveQuery extends LookupScope {
  /** Words, the id of a story, or its address on this site. */
  query: string
  /** The story that is being written; null for none. */
  not: number | null
  siteUrl: string
  limit: number
}

/** Where all the words have to stand, best place first. */
const PLACES = ['headline', 'headline standfirst', 'headline standfirst body names']

/** Of the stories that have the words, as many of the last begun are looked at: it bounds the time, and no archive of ten thousand notices. */
const MOST_MATCHES = 20_000

/**
 * The stories that `editor` may want to link to, in any state, in which every word of the query occurs, the last one
 * also as the beginning of a word.
 * - Those with all words in the headline come first, then those with all in headline and standfirst, then the others;
 *   among equals the public ones, then the newest.
 * - The id of a story finds it before all others. An address of this site finds its story and nothing else.
 * - An empty query finds the newest stories.
 * - Never the story `not`, one that was thrown away, or one that the editor may not find.
 */
export async function searchArchive(
  db: Reader,
  { query, not: self, siteUrl, limit, ...looking }: ArchiveQuery,
): Promise<FoundStory[]> {
  const words = query.trim()
  if (/^(?:https?:\/)?\//i.test(words)) {
    const story = await storyAt(db, { url: words, siteUrl, ...looking })
    return story && story.id !== self ? [story] : []
  }
  const match = matchFor(words)
  if (words && !match) return []
  const typed = /^#?[1-9]\d{0,14}$/.test(words) ? [Number(words.replace('#', ''))] : []
  const first = await storyTargets(db, { ids: typed, ...looking })
  const found = new Set(first.map(({ id }) => id))
  for (const place of match ? PLACES : [null]) {
    const fits = and(
      isVisibleTo(looking),
      self === null ? undefined : ne(articles.id, self),
      place === null ? undefined : hasWords(`{${place}} : (${match})`),
    )
    for (const choose of [newestPublic, lastSavedOthers]) {
      if (found.size >= limit) break
      for (const id of await choose(db, { fits, now: looking.now, limit })) found.add(id)
    }
  }
  if (self !== null) found.delete(self)
  return storyTargets(db, { ids: [...found].slice(0, limit), ...looking })
}

function hasWords(match: string): SQL {
  return sql`${articles.id} in (
    select rowid from article_search where article_search match ${match} order by rowid desc limit ${MOST_MATCHES})`
}

interface Choice {
  fits: SQL | undefined
  now: Date
  limit: number
}

async function newestPublic(db: Reader, { fits, now, limit }: Choice): Promise<number[]> {
  return chosen(
    db,
    sql`${and(isPublic(now), fits)} order by ${articles.publishedAt} desc, ${articles.id} desc limit ${limit}`,
  )
}

async function lastSavedOthers(db: Reader, { fits, now, limit }: Choice): Promise<number[]> {
  return chosen(
    db,
    sql`${and(not(isPublic(now)), fits)} order by ${articles.savedAt} desc, ${articles.id} desc limit ${limit}`,
  )
}

/** Goes along the index of publication, which knows what is public: the rows are touched only for what is found. */
async function chosen(db: Reader, which: SQL): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    sql`select ${articles.id} from ${articles} indexed by articles_by_publication where ${which}`,
  )
  return rows.map(({ id }) => id)
}
