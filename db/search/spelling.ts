import { sql } from 'drizzle-orm'
import { storiesWith } from '@/db/search/frequency'
import type { Reader } from '@/db/store/open'
import { editDistance, errorsAllowed } from '@/lib/search/edit-distance'

const HIGHEST = '\u{10FFFF}'
/** How many words that share a beginning or an end are compared. */
const MAX_COMPARED = 20_000
/** Of how many the stories are counted. */
const MAX_WEIGHED = 12
const WEIGHED_UP_TO = 200

/** An indexed word that may have been meant. */
export interface Spelling {
  word: string
  errors: number
  /** In how many stories it stands, counted up to 200. */
  stories: number
}

/**
 * The indexed words that differ from `word` by one typing error, or by two when it is long, the likeliest first: with
 * fewer errors, the same first letter, in more stories. None for a short word. Words that no story has are left out.
 *
 * A typing error leaves one half of a word as it was, so that only words with the same half are compared; of two errors,
 * both may be anywhere in one half.
 */
export async function likelySpellings(db: Reader, word: string): Promise<Spelling[]> {
  const most = errorsAllowed(word)
  if (most === 0) return []
  const letters = [...word]
  // A swap of the two letters in the middle touches both halves.
  const half = Math.max(1, Math.floor((letters.length - 1) / 2))
  const beginning = letters.slice(0, half).join('')
  const end = letters.slice(-half).reverse().join('')
  const rows = await db.all<{ word: string }>(sql`
    select word from (select word from search_words where word >= ${beginning} and word < ${beginning + HIGHEST}
      and length(word) between ${letters.length - most} and ${letters.length + most} limit ${MAX_COMPARED})
    union
    select word from (select word from search_words where reversed >= ${end} and reversed < ${end + HIGHEST}
      and length(word) between ${letters.length - most} and ${letters.length + most} limit ${MAX_COMPARED})`)
  const near = rows
    .flatMap((row) => {
      const errors = row.word === word ? 0 : editDistance(word, row.word, most)
      return errors > 0 && errors <= most ? [{ word: row.word, errors }] : []
    })
    .sort((one, other) => one.errors - other.errors || sameStart(other.word, word) - sameStart(one.word, word))
  const spellings: Spelling[] = []
  for (const candidate of near.slice(0, MAX_WEIGHED)) {
    const stories = await storiesWith(db, [candidate.word], WEIGHED_UP_TO)
    if (stories > 0) spellings.push({ ...candidate, stories })
  }
  return spellings.sort(
    (one, other) =>
      one.errors - other.errors ||
      sameStart(other.word, word) - sameStart(one.word, word) ||
      other.stories - one.stories ||
      (one.word < other.word ? -1 : 1),
  )
}

function sameStart(one: string, other: string): number {
  return one.charAt(0) === other.charAt(0) ? 1 : 0
}
