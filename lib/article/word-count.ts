import type { Body } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import { countWords, hasSpaces } from '@/lib/text/word-tokens'

/** A dictionary takes some ten milliseconds for as many characters; a longer text is told from its beginning. */
const MAX_LOOKED_UP = 4000

/**
 * The number of words in a body (countWords in lib/text/word-tokens.ts). In a language that is written without spaces,
 * what follows the first 4,000 characters is estimated: it has as many words a character as these.
 */
export function wordCount(body: Body, language: string): number {
  const words = bodyWords(body)
  if (hasSpaces(language)) return countWords(words, language)
  return Math.round(words.length * wordsPerCharacter(words, language))
}

/** How many words, or characters where these are not set apart, most people read in a minute (Brysbaert 2019). */
const WORDS_A_MINUTE = 238
const CHARACTERS_A_MINUTE = 500

/** How many minutes reading a body takes, at least 1. */
export function readingMinutes(body: Body, language: string): number {
  const minutes = hasSpaces(language)
    ? wordCount(body, language) / WORDS_A_MINUTE
    : bodyWords(body).replace(/\s/g, '').length / CHARACTERS_A_MINUTE
  return Math.max(1, Math.round(minutes))
}

/** How many words a character of `text` makes, told from its beginning; 0 for an empty text. */
export function wordsPerCharacter(text: string, language: string): number {
  const beginning = text.slice(0, MAX_LOOKED_UP)
  return beginning === '' ? 0 : countWords(beginning, language) / beginning.length
}
