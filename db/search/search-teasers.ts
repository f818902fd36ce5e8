import { teasersByIds } from '@/db/reading/teasers'
import { foundNumbers, otherSpelling, REACH, type Sought } from '@/db/search/found-numbers'
import { type FoundSubjects, foundSubjects } from '@/db/search/found-subjects'
import { type FoundText, foundTexts, soughtWords } from '@/db/search/found-texts'
import { publicIds } from '@/db/search/public-ids'
import type { Reader } from '@/db/store/open'
import type { Teaser } from '@/lib/article/article'
import type { Tagged } from '@/lib/pages/tags'
import { parseSearchQuery } from '@/lib/search/query'

export interface SearchRequest extends Sought {
  query: string
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
  teasers: [],
  total: 0,
  isMore: false,
  corrected: null,
  didYouMean: null,
  texts: [],
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
  const first = await foundNumbers(db, typed, request)
  const other = await otherSpelling(db, { typed: request.query, count: first.numbers.length }, async (query) => {
    const found = await foundNumbers(db, parseSearchQuery(query) ?? typed, request)
    return { ...found, count: found.numbers.length }
  })
  const isInstead = other !== null && first.numbers.length === 0
  const { numbers, meant } = isInstead ? other.found : first
  const [corrected, didYouMean] = isInstead ? [other.query, null] : [null, other?.query ?? null]
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
