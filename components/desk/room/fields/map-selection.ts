/** The selection of a field, in characters from its start. */
export interface Selection {
  start: number
  end: number
}

/**
 * Maps a selection to a text that somebody else changed. A position before the first difference stays; one after the last
 * difference moves with its text.
 */
export function mapSelection(before: string, after: string, { start, end }: Selection): Selection {
  let same = 0
  while (same < before.length && before[same] === after[same]) same += 1
  let tail = 0
  const longest = Math.min(before.length, after.length) - same
  while (tail < longest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const kept = (at: number) => {
    if (at <= same) return at
    if (at >= before.length - tail) return at + after.length - before.length
    return Math.min(at, after.length - tail)
  }
  return { start: kept(start), end: kept(end) }
}
