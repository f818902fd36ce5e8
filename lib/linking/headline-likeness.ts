/**
 * The words of a headline in small letters, without punctuation, accents of compatibility and invisible signs: what two
 * spellings of one headline share.
 */
export function headlineWords(headline: string): string[] {
  return (
    headline
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’\u00ad\u200b-\u200d]/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/**
 * How much two headlines are alike, from 0 to 1 (Dice's coefficient of their words): 1 when they have the same words in
 * the same order, and at most .99 otherwise. Words that begin alike, as "ferry" and "ferries", count by half.
 */
export function headlineLikeness(one: string, other: string): number {
  const [words, others] = [headlineWords(one), headlineWords(other)]
  if (!words.length || !others.length) return 0
  if (words.join(' ') === others.join(' ')) return 1
  const left = [...others]
  const take = (found: number) => found >= 0 && left.splice(found, 1).length > 0
  const unmatched = words.filter((word) => !take(left.indexOf(word)))
  const alike = unmatched.filter((word) => take(left.findIndex((another) => beginAlike(word, another))))
  const shared = words.length - unmatched.length + alike.length / 2
  return Math.min(0.99, (2 * shared) / (words.length + others.length))
}

const MIN_STEM_LENGTH = 4

function beginAlike(one: string, other: string): boolean {
  return one.length >= MIN_STEM_LENGTH && one.slice(0, MIN_STEM_LENGTH) === other.slice(0, MIN_STEM_LENGTH)
}
