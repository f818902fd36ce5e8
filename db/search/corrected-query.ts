import { storiesWith } from '@/db/search/frequency'
import { likelySpellings } from '@/db/search/spelling'
import { continuationsOf, formsOf } from '@/db/search/vocabulary'
import type { Reader } from '@/db/store/open'
import type { SearchQuery } from '@/lib/search/query'

/** A word that stands in fewer stories may be a typing error that somebody made before. */
const RARE = 3
/** By how much more often the other spelling must stand. */
const TIMES_MORE = 5

/**
 * `typed` with each word that no story has, or hardly any, replaced by the spelling that was likely meant; null when
 * nothing is to be replaced. The rest stays as it was typed, with its signs.
 */
export async function correctedQuery(db: Reader, query: SearchQuery, typed: string): Promise<string | null> {
  let corrected = ''
  let end = 0
  for (const term of query.wanted) {
    const [word, ...more] = term.words
    if (word === undefined || more.length) continue
    const isLast = term === query.wanted.at(-1)
    const forms = await formsOf(db, [word])
    const known = await storiesWith(db, isLast ? [...forms, ...(await continuationsOf(db, word))] : forms, RARE)
    if (known >= RARE) continue
    const [likeliest] = await likelySpellings(db, word)
    if (!likeliest || likeliest.stories < (known === 0 ? 1 : TIMES_MORE * known)) continue
    corrected += typed.slice(end, term.from) + likeliest.word
    end = term.to
  }
  return end === 0 ? null : corrected + typed.slice(end)
}
