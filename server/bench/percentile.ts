/** The value that `share` (0 to 1) of `values` do not exceed, by nearest rank. Throws when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('there are no values to take a percentile of')
  return value
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}
