/** The chosen stretch of a field, in characters from its start. */
export interface Selection {
  start: number
  end: number
}

/**
 * Where a selection stands after somebody else's words came into the field: with the same words around it as far as
 * possible. What lies before the first difference stays, what lies behind the last one moves with its words.
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
