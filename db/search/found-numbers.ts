import { and, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import { correctedQuery } from '@/db/search/corrected-query'
import { publishedSpan } from '@/db/search/document-number'
import { type IndexQuery, newestNumbers } from '@/db/search/find-numbers'
import { type MeantQuery, meantQuery } from '@/db/search/meant-terms'
import { ranked } from '@/db/search/rank'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { parseSearchQuery, type SearchQuery } from '@/lib/search/query'
import type { SubjectFilter } from '@/lib/search/subjects'

/** Up to this many stories are counted, and a page further on than these is not shown. */
export const REACH = 10_000
/** Up to this many are looked up, so that their number is exact. */
const COUNTED = 1000
/** Fewer than this many may be all that a typing error left. */
const FEW = 3

export type SearchOrder = 'relevance' | 'newest'

/** Which public stories are sought. */
export interface Sought {
  /** No narrowing when left out. */
  subjects?: SubjectFilter | undefined
  /** Published at this instant or later; null or left out for no bound. */
  from?: Date | null | undefined
  /** Published before this instant; null or left out for no bound. */
  until?: Date | null | undefined
  /** By relevance when left out. */
  order?: SearchOrder | undefined
  now: Date
}

/**
 * The numbers (db/search/document-number.ts) of the stories that meet `typed`, at most REACH, by relevance or the newest
 * first, with what its terms mean: the last of several words as a whole, or where that finds nothing as the beginning of
 * longer ones. Up to 1,000 are public at `now`; among more, a few that are not may be left.
 */
export async function foundNumbers(
  db: Reader,
  typed: SearchQuery,
  sought: Sought,
): Promise<{ numbers: number[]; meant: MeantQuery }> {
  const whole = await numbersOf(db, await meantQuery(db, typed, 'whole'), sought)
  const isOneWord = typed.wanted.length === 1 && typed.wanted[0]?.words.length === 1
  if (whole.numbers.length || isOneWord) return whole
  // A word that other stories have was the beginning of a longer one: “bonds mar” of markets, where Mar is a name.
  const begun = await meantQuery(db, typed, 'begun')
  const last = (meant: MeantQuery) => meant.wanted.at(-1)?.conditions.join(' ')
  return last(begun) === last(whole.meant) ? whole : numbersOf(db, begun, sought)
}

async function numbersOf(
  db: Reader,
  meant: MeantQuery,
  { subjects = {}, from = null, until = null, order, now }: Sought,
): Promise<{ numbers: number[]; meant: MeantQuery }> {
  const span = publishedSpan({ from: from ?? undefined, until: until !== null && until < now ? until : now })
  const query: IndexQuery = { meant, subjects, span }
  const newest = await newestNumbers(db, query, REACH)
  const numbers = order === 'newest' || newest.length < 2 ? newest : (await ranked(db, query, newest)).slice(0, REACH)
  return {
    numbers: numbers.length <= COUNTED ? await publicNumbers(db, numbers, { now, from, until }) : numbers,
    meant,
  }
}

/** Those of `numbers` whose stories are public within the dates, in their order. */
async function publicNumbers(
  db: Reader,
  numbers: readonly number[],
  { now, from, until }: { now: Date; from: Date | null; until: Date | null },
): Promise<number[]> {
  const rows = await db.all<{ number: number }>(sql`
    select number from json_each(${JSON.stringify(numbers)})
    join search_documents on number = value join ${articles} on ${articles.id} = article_id
    where ${and(
      isPublic(now),
      from === null ? undefined : sql`${articles.publishedAt} >= ${from.getTime()}`,
      until === null ? undefined : sql`${articles.publishedAt} < ${until.getTime()}`,
    )}`)
  const those = new Set(rows.map(({ number }) => number))
  return numbers.filter((number) => those.has(number))
}

/** A query with other spellings, and what is found by it. */
export interface OtherSpelling<Found> {
  query: string
  found: Found
}

/**
 * The query that may have been meant by `typed`, when it finds more by `look` than the `count` that were found; null when
 * those are enough, or nothing else is likely.
 */
export async function otherSpelling<Found extends { readonly count: number }>(
  db: Reader,
  { typed, count }: { typed: string; count: number },
  look: (query: string) => Promise<Found>,
): Promise<OtherSpelling<Found> | null> {
  const parsed = count < FEW ? parseSearchQuery(typed) : null
  const query = parsed && (await correctedQuery(db, parsed, typed))
  if (!query || !parseSearchQuery(query)) return null
  const found = await look(query)
  return found.count > count ? { query, found } : null
}
