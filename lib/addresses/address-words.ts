import { decodeSegment } from '@/lib/addresses/paths'

/** What an address says about what its reader looks for. */
export interface AddressWords {
  /** Numbers in it that may be the id of a story, the last first. */
  ids: number[]
  /** The words of its last part that has any, without its ending; empty for none. */
  words: string[]
  /** What may be the name of a section, a topic or an author: its parts, the last first. */
  names: string[]
}

const YEAR = /^(?:19|20)\d\d$/
const ENDING = /\.(?:html?|aspx?|jsp|do|amp|xml|json|md)$/

/** Reads the words and numbers out of a path of any system. */
export function addressWords(path: string): AddressWords {
  const parts = path
    .split('/')
    .flatMap((segment) => decodeSegment(segment) ?? [])
    .map((part) => part.replace(ENDING, ''))
    .filter(Boolean)
    .reverse()
  // Beside a year, numbers that stand alone are days.
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

/** The one of `known` that differs from `name` by the fewest letters, at most a quarter of them; null for none. */
export function nearestName<T extends { slug: string }>(name: string, candidates: readonly T[]): T | null {
  const near = candidates
    .map((thing) => ({ thing, distance: distanceBetween(name, thing.slug) }))
    .filter(({ distance, thing }) => distance <= Math.floor(Math.max(name.length, thing.slug.length) / 4))
    .sort((one, other) => one.distance - other.distance)
  return near[0]?.thing ?? null
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein). */
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
