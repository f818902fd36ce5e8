import type { ListQuery } from '@/lib/desk/list/list-query'
import { DAY_MS, HOUR_MS } from '@/lib/time/durations'
import { readWallTime } from '@/lib/time/wall-clock'

/**
 * The instants between which the days of a list, or its hour, lie by the clocks of `timeZone`; null where it has no bound.
 */
export function listSpan(
  { from, to, hour }: Pick<ListQuery, 'from' | 'to' | 'hour'>,
  timeZone: string,
): { from: Date | null; until: Date | null } {
  const begin = hour && startOf(hour.slice(0, 10), timeZone, `${hour.slice(11)}:00`)
  if (begin) return { from: begin, until: new Date(begin.getTime() + HOUR_MS) }
  const last = Date.parse(`${to}T00:00:00Z`)
  const dayAfter = Number.isNaN(last) ? '' : new Date(last + DAY_MS).toISOString().slice(0, 10)
  return { from: startOf(from, timeZone), until: startOf(dayAfter, timeZone) }
}

/** A day or an hour may begin twice, or with a jump of the clocks. */
function startOf(day: string, timeZone: string, time = '00:00'): Date | null {
  const reading = readWallTime({ day, time }, timeZone)
  if (!reading) return null
  if (reading.kind === 'once') return reading.at
  return reading.kind === 'twice' ? reading.at[0] : reading.jump
}
