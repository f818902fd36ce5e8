/** Whether `zone` is a time zone by which instants can be shown: an IANA name that this program knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}

const usable = new Map<string, string>()

/**
 * The zone in which a paper shows instants whose stored zone is `zone`: the same; UTC for one that this program does not
 * know, such as a zone that only a newer one has.
 */
export function usableTimeZone(zone: string): string {
  const known = usable.get(zone)
  if (known !== undefined) return known
  const taken = isTimeZone(zone) ? zone : 'UTC'
  usable.set(zone, taken)
  return taken
}
