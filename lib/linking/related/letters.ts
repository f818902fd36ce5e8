import { wordsIn } from '@/lib/search/words'

/** The sequences of three letters of a headline, with how often each stands there and the length of that vector. */
export interface Letters {
  counts: ReadonlyMap<string, number>
  length: number
}

/** The letters of `headline`, of its words as they are indexed, with a space before and behind each. */
export function lettersOf(headline: string): Letters {
  const text = ` ${wordsIn(headline)
    .map(({ word }) => word)
    .join(' ')} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const three = text.slice(at, at + 3)
    counts.set(three, (counts.get(three) ?? 0) + 1)
  }
  let squares = 0
  for (const count of counts.values()) squares += count
  return { counts, length: Math.sqrt(squares) || 1 }
}

/** How much two headlines have the same letters, from 0 to 1: the cosine of the square roots of their counts. */
export function letterLikeness(one: Letters, other: Letters): number {
  const [fewer, more] = one.counts.size < other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [three, count] of fewer.counts) shared += Math.sqrt(count * (more.counts.get(three) ?? 0))
  return shared / (one.length * other.length)
}
