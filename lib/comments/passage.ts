import { z } from 'zod'
import { cleanLines } from '@/lib/text/clean-text'

/** More words than this are a whole story; the comment is about the beginning of them. */
export const MAX_QUOTE_LENGTH = 400

/** Words of one element that a comment is about. They are found again after the text was edited (findPassage). */
export const passageSchema = z.strictObject({
  /** The id of the element. */
  elementId: z.string().regex(/^[a-z0-9-]{1,40}$/, 'an element id is 1 to 40 of a–z, 0–9 and dash'),
  /** The words, as they were when the comment was written. */
  quote: z.string().min(1).max(MAX_QUOTE_LENGTH).overwrite(cleanLines),
  /** Where they began in the text of the element, in UTF-16 units; of several equal ones the nearest is meant. */
  start: z.int().nonnegative(),
})

export type Passage = z.infer<typeof passageSchema>

/** The text of one element. */
export interface ElementText {
  id: string
  text: string
}

/** Where a passage stands now, in UTF-16 units of the text of the element. */
export interface FoundPassage {
  elementId: string
  from: number
  to: number
  /** Whether the words are still the ones that were commented on. */
  isUnchanged: boolean
}

/**
 * Where the words of `passage` stand in a text that may have been edited since; null when they are gone. In this order:
 * 1. the same words in the same element, nearest to where they stood;
 * 2. the same words in exactly one other element, because paragraphs are split, joined and moved;
 * 3. in the same element, everything between the first and the last of the words, when words in between were changed;
 * 4. in the same element, at least half of the words, from their beginning or up to their end.
 */
export function findPassage(passage: Passage, elements: readonly ElementText[]): FoundPassage | null {
  const { elementId, quote, start } = passage
  const own = elements.find(({ id }) => id === elementId)
  const same = own ? nearest(own.text, quote, start) : null
  if (own && same !== null) return { elementId, from: same, to: same + quote.length, isUnchanged: true }
  const others = elements.filter(({ id, text }) => id !== elementId && text.includes(quote))
  const [other] = others
  if (other && others.length === 1) {
    const from = other.text.indexOf(quote)
    return { elementId: other.id, from, to: from + quote.length, isUnchanged: true }
  }
  const range = own ? changedRange(own.text, passage) : null
  return range && { elementId, ...range, isUnchanged: false }
}

/** Where `words` stand in a text that has no other trace of them: the first element that has them; null without one. */
export function passageOf(words: string, elements: readonly ElementText[]): Passage | null {
  const quote = words.trim().slice(0, MAX_QUOTE_LENGTH)
  if (quote === '') return null
  for (const { id, text } of elements) {
    const start = text.indexOf(quote)
    if (start >= 0) return { elementId: id, quote, start }
  }
  return null
}

function nearest(text: string, quote: string, start: number): number | null {
  let best: number | null = null
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at
  }
  return best
}

/** How much longer the words may have become; what lies further apart is not the same passage. */
const MAX_GROWTH = 2

function changedRange(text: string, { quote, start }: Passage): { from: number; to: number } | null {
  const words = quote.split(/\s+/).filter(Boolean)
  if (words.length < 3) return null
  for (let edge = Math.min(3, Math.floor(words.length / 3)); edge > 0; edge -= 1) {
    const [first, last] = [words.slice(0, edge).join(' '), words.slice(-edge).join(' ')]
    const from = nearest(text, first, start)
    const end = from === null ? -1 : text.indexOf(last, from + first.length)
    if (from !== null && end >= 0 && end + last.length - from <= quote.length * MAX_GROWTH) {
      return { from, to: end + last.length }
    }
  }
  // Half of the words at least, so that a "the" in common is no trace.
  const half = Math.max(2, Math.ceil(words.length / 2))
  for (let count = words.length - 1; count >= half; count -= 1) {
    for (const part of [words.slice(0, count).join(' '), words.slice(-count).join(' ')]) {
      const at = nearest(text, part, start)
      if (at !== null) return { from: at, to: at + part.length }
    }
  }
  return null
}
