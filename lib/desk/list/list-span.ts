import type { ListQuery } from '@/lib/desk/list/list-query'
import { readWallTime } from '@/lib/time/wall-clock'

const DAY_MS = 86_400_000

/** The instants between which the days of a list lie by the clocks of `timeZone`; null where it has no bound. */
export function listSpan(
  { from, to }: Pick<ListQuery, 'from' | 'to'>,
  timeZone: string,
): { from: Date | null; until: Date | null } {
  const last = Date.parse(`${to}T00:00:00Z`)
  const dayAfter = Number.isNaN(last) ? '' : new Date(last + DAY_MS).toISOString().slice(0, 10)
  return { from: startOf(from, timeZone), until: startOf(dayAfter, timeZone) }
}

/** A day may begin twice, or with a jump of the clocks. */
function startOf(day: string, timeZone: string): Date | null {
  const reading = readWallTime({ day, time: '00:00' }, timeZone)
  if (!reading) return null
  if (reading.kind === 'once') return reading.at
  return reading.kind === 'twice' ? reading.at[0] : reading.jump
}
