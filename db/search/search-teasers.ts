import { and, sql } from 'drizzle-orm'
import { teasersByIds } from '@/db/reading/teasers'
import { isPublic } from '@/db/reading/visibility'
import { correctedQuery } from '@/db/search/corrected-query'
import { publishedSpan } from '@/db/search/document-number'
import { type IndexQuery, newestNumbers } from '@/db/search/find-numbers'
import { type FoundSubjects, foundSubjects } from '@/db/search/found-subjects'
import { type FoundText, foundTexts, soughtWords } from '@/db/search/found-texts'
import { type MeantQuery, meantQuery } from '@/db/search/meant-terms'
import { publicIds } from '@/db/search/public-ids'
import { ranked } from '@/db/search/rank'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Teaser } from '@/lib/article/article'
import type { Tagged } from '@/lib/pages/tags'
import { parseSearchQuery, type SearchQuery } from '@/lib/search/query'
import type { SubjectFilter } from '@/lib/search/subjects'

/** Up to this many stories are counted, and a page further on than these is not shown. */
export const REACH = 10_000
/** Up to this many are looked up, so that their number is exact. */
const COUNTED = 1000
/** Fewer than this many may be all that a typing error left. */
const FEW = 3

export type SearchOrder = 'relevance' | 'newest'

export interface SearchRequest {
  query: string
  /** No narrowing when left out. */
  subjects?: SubjectFilter | undefined
  /** Published at this instant or later; null or left out for no bound. */
  from?: Date | null | undefined
  /** Published before this instant; null or left out for no bound. */
  until?: Date | null | undefined
  /** By relevance when left out. */
  order?: SearchOrder | undefined
  now: Date
  page: number
  perPage: number
}

export interface SearchAnswer {
  teasers: Teaser[]
  /** How many stories were found, at most REACH. */
  total: number
  /** Whether there are more than `total`. */
  isMore: boolean
  /** What was looked for in place of the query, because nothing has a word of it; null for the query itself. */
  corrected: string | null
  /** What may have been meant, when little was found; null for no idea. */
  didYouMean: string | null
  /** The words of each teaser in which something was found, in their order. */
  texts: FoundText[]
  /** What the stories that were found are filed under. */
  subjects: FoundSubjects
}

const NOTHING: SearchAnswer = {
  ...{ teasers: [], total: 0, isMore: false, corrected: null, didYouMean: null, texts: [] },
  subjects: { topics: [], authors: [] },
}

/**
 * A page of the public stories that meet `query` (lib/search/query.ts) under all `subjects` and within the dates.
 * - By relevance (db/search/rank.ts), or the newest first, ties by the order in which they came; pages count from 1.
 * - Any text is a valid query; one without a word finds nothing.
 * - Where nothing is found because a word is mistyped, the likeliest other spelling is looked for.
 */
export async function searchTeasers(db: Reader, request: SearchRequest): Promise<Tagged<SearchAnswer>> {
  const typed = parseSearchQuery(request.query)
  if (!typed) return { value: NOTHING, tags: [] }
  const first = await found(db, typed, request)
  let answer = { ...first, corrected: null as string | null, didYouMean: null as string | null }
  if (first.numbers.length < FEW) {
    const other = await correctedQuery(db, typed, request.query)
    const instead = other && parseSearchQuery(other)
    const second = instead ? await found(db, instead, request) : null
    if (second?.numbers.length && !first.numbers.length) answer = { ...second, corrected: other, didYouMean: null }
    else if (second && second.numbers.length > first.numbers.length) answer = { ...answer, didYouMean: other }
  }
  const { numbers, corrected, didYouMean, meant } = answer
  const from = (request.page - 1) * request.perPage
  const shown = await publicIds(db, numbers.slice(from, from + request.perPage), request.now)
  const { value: teasers, tags } = await teasersByIds(db, { ids: shown, now: request.now })
  const isMore = numbers.length >= REACH
  const texts = await foundTexts(
    db,
    teasers.map(({ id }) => id),
    soughtWords(meant),
  )
  const subjects = await foundSubjects(db, numbers)
  return { value: { teasers, total: numbers.length, isMore, corrected, didYouMean, texts, subjects }, tags }
}

async function found(
  db: Reader,
  typed: SearchQuery,
  { subjects = {}, from = null, until = null, order, now }: SearchRequest,
): Promise<{ numbers: number[]; meant: MeantQuery }> {
  const meant = await meantQuery(db, typed, 'whole')
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
