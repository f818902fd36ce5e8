import { foundNumbers, otherSpelling } from '@/db/search/found-numbers'
import { foundTexts, soughtWords } from '@/db/search/found-texts'
import { meantQuery } from '@/db/search/meant-terms'
import { publicIds } from '@/db/search/public-ids'
import type { Reader } from '@/db/store/open'
import type { PlaceCursor } from '@/lib/content-api/cursor'
import type { SearchedWords } from '@/lib/content-api/list-json'
import { parseSearchQuery } from '@/lib/search/query'
import type { SubjectFilter } from '@/lib/search/subjects'

interface Sought {
  q: string
  subjects: SubjectFilter
  since: Date | undefined
  until: Date | undefined
  now: Date
}

/** The ids of the best public matches behind the first `from`, at most `limit`, and where the next page begins. */
export async function bestStories(
  db: Reader,
  { q, subjects, since, until, now, from, limit }: Sought & { from: number; limit: number },
): Promise<{ ids: number[]; next: PlaceCursor | null }> {
  const query = parseSearchQuery(q)
  if (!query) return { ids: [], next: null }
  const { numbers } = await foundNumbers(db, query, { subjects, from: since, until, order: 'relevance', now })
  const end = from + limit
  const ids = await publicIds(db, numbers.slice(from, end), now)
  return { ids, next: end < numbers.length ? { from: end } : null }
}

/**
 * The words of the stories `ids` in which `q` is found; and where these are all that were found, and few, another spelling
 * that finds more.
 */
export async function searchedWords(
  db: Reader,
  { q, subjects, since, until, now, ids, isAll }: Sought & { ids: readonly number[]; isAll: boolean },
): Promise<SearchedWords> {
  const query = parseSearchQuery(q)
  if (!query) return { texts: [], didYouMean: null }
  const texts = await foundTexts(db, ids, soughtWords(await meantQuery(db, query, 'whole')))
  if (!isAll) return { texts, didYouMean: null }
  const other = await otherSpelling(db, { typed: q, count: ids.length }, async (spelling) => {
    const meant = parseSearchQuery(spelling) ?? query
    const { numbers } = await foundNumbers(db, meant, { subjects, from: since, until, order: 'newest', now })
    return { count: numbers.length }
  })
  return { texts, didYouMean: other?.query ?? null }
}
