import { decodeSegment } from '@/lib/addresses/paths'

/** The ids, words and names in an address, from which the desk guesses what its reader is looking for. */
export interface AddressWords {
  /** Numbers in the address that may be the id of a story, the last first. */
  ids: number[]
  /** The words of the last segment that has words, without its file extension; empty when no segment has any. */
  words: string[]
  /** Segments that may be the slug of a section, a topic or an author, the last first. */
  names: string[]
}

const YEAR = /^(?:19|20)\d\d$/
const ENDING = /\.(?:html?|aspx?|jsp|do|amp|xml|json|md)$/

/** The words and numbers in a path, which may come from any other system. */
export function addressWords(path: string): AddressWords {
  const parts = path
    .split('/')
    .flatMap((segment) => decodeSegment(segment) ?? [])
    .map((part) => part.replace(ENDING, ''))
    .filter(Boolean)
    .reverse()
  // In a path with a year, a segment that is only a number is a month or a day.
  const isDated = parts.some((part) => YEAR.test(part))
  const wordsOf = (part: string) => part.match(/[\p{L}\p{M}]{2,}[\p{L}\p{M}\p{N}]*/gu) ?? []
  return {
    ids: parts
      .flatMap((part) => (isDated && /^\d+$/.test(part) ? '' : part))
      .flatMap((part) => (part.match(/(?<![\d\p{L}])[1-9]\d{0,14}(?!\d)/gu) ?? []).reverse().map(Number)),
    words: parts.map(wordsOf).find((words) => words.length > 0) ?? [],
    names: parts.filter((part) => wordsOf(part).length > 0),
  }
}

/** The candidate whose slug differs from `name` by the fewest letters; null when all differ by more than a quarter. */
export function nearestName<T extends { slug: string }>(name: string, candidates: readonly T[]): T | null {
  const near = candidates
    .map((thing) => ({ thing, distance: distanceBetween(name, thing.slug) }))
    .filter(({ distance, thing }) => distance <= Math.floor(Math.max(name.length, thing.slug.length) / 4))
    .sort((one, other) => one.distance - other.distance)
  return near[0]?.thing ?? null
}

/** The number of letters to insert, delete or replace (Levenshtein distance). */
function distanceBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (const [column, against] of [...other].entries()) {
      const exchanged = (above[column] ?? 0) + (letter === against ? 0 : 1)
      line.push(Math.min(exchanged, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
