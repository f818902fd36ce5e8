import type { Body } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'

/** More than the longest live story of a day; whatever reads a story as a whole still takes a moment. */
export const MAX_ELEMENTS = 1500
/** About sixty thousand words: a book. */
export const MAX_CHARACTERS = 400_000

/** Why a body is too long to be saved, in words; null when it is not. What is stored already may be longer, and is read. */
export function bodySizeProblem(body: Body): string | null {
  if (body.length > MAX_ELEMENTS) {
    return `This story has ${counted(body.length)} paragraphs and blocks; at most ${counted(MAX_ELEMENTS)} fit in one. Divide it into several stories that link to each other.`
  }
  const characters = bodyWords(body).length
  if (characters <= MAX_CHARACTERS) return null
  return `This story has ${counted(characters)} characters; at most ${counted(MAX_CHARACTERS)} fit in one. Divide it into several stories that link to each other.`
}

function counted(number: number): string {
  return number.toLocaleString('en')
}
