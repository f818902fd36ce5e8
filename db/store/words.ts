import { customType } from 'drizzle-orm/sqlite-core'
import { cleanName } from '@/lib/text/clean-name'
import { cleanLine, cleanLines, isClean } from '@/lib/text/clean-text'
import { cleanValue } from '@/lib/text/clean-value'

/*
 * Columns for what people read. They are the last gate of the paper: whatever door a text comes in by, it is stored clean
 * (lib/text/clean-text.ts), and what an earlier version of Broadsheet stored as it came is clean for everybody who reads it.
 */

/** A text on one line. */
export const line = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: cleanLine,
  fromDriver: cleanLine,
})

/**
 * The name of a person or a thing, which is never empty: one of which nothing is seen, as an earlier version of Broadsheet accepted it,
 * says so, and whoever may can give another.
 */
export const name = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: cleanName,
  fromDriver: (stored) => cleanName(stored) || 'Without a name',
})

/** A text with lines. */
export const lines = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: cleanLines,
  fromDriver: cleanLines,
})

/** JSON whose texts are lines, such as the body of a story. */
export function jsonWords<Data>() {
  return customType<{ data: Data; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => {
      const json = JSON.stringify(value)
      return isCleanJson(json) ? json : JSON.stringify(cleanValue(value))
    },
    fromDriver: (json) => wordsFromJson<Data>(json),
  })()
}

/** The value in the JSON of such a column, for a query that takes only a part of it. Throws when it is not JSON. */
export function wordsFromJson<Data>(json: string): Data {
  const value: Data = JSON.parse(json)
  return isCleanJson(json) ? value : cleanValue(value)
}

/**
 * JSON writes control characters and halves of pairs with these escapes, and everything else as it is. A text of spaces
 * and marks alone may be one of which nothing is seen. One that begins with a mark, or with a vowel or an end of a syllable
 * of Hangul, may be one letter with the end of the span before it.
 */
function isCleanJson(json: string): boolean {
  return !/\\[bfnrtu]|"[\s\u2800\p{M}]+"|"[\p{M}\u1160-\u11ff]/u.test(json) && isClean(json)
}
