import { asOfTag, changesAtTag } from '@/lib/pages/tags'

/** The earliest of `instants`; null when there is none. */
export function earliest(instants: (Date | null)[]): Date | null {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []))
  return times.length ? new Date(Math.min(...times)) : null
}

/** The tag for the earliest of `instants`, at which the value changes by time alone; empty without any. */
export function changesAtFirst(...instants: (Date | null)[]): string[] {
  const first = earliest(instants)
  return first ? [changesAtTag(first)] : []
}

/** The tag for the newest of `instants`; empty without any. */
export function asOfNewest(...instants: (Date | null)[]): string[] {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []))
  return times.length ? [asOfTag(new Date(Math.max(...times)))] : []
}
