import { isoWithZone } from '@/lib/time/dates'
import { readWallTime } from '@/lib/time/wall-clock'

/** A month of the paper's calendar, "2026-11". */
export type Month = string

/** The month that the calendar of `timeZone` (IANA) shows at `instant`. */
export function monthOf(instant: Date, timeZone: string): Month {
  return isoWithZone(instant, timeZone).slice(0, 7)
}

/** The first instant of the month in `timeZone`, and the first after it. */
export function monthBounds(month: Month, timeZone: string): { from: Date; to: Date } {
  return { from: beginningOf(month, timeZone), to: beginningOf(monthAfter(month), timeZone) }
}

export function monthAfter(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`
}

/** Every month from that of `first` to that of `last`, in order; none when `last` lies before. */
export function monthsBetween(first: Date, last: Date, timeZone: string): Month[] {
  const months: Month[] = []
  const end = monthOf(last, timeZone)
  for (let month = monthOf(first, timeZone); month <= end; month = monthAfter(month)) months.push(month)
  return months
}

function beginningOf(month: Month, timeZone: string): Date {
  const midnight = readWallTime({ day: `${month}-01`, time: '00:00' }, timeZone)
  if (!midnight) throw new Error(`"${month}" is not a month`)
  switch (midnight.kind) {
    case 'once':
      return midnight.at
    case 'twice':
      return midnight.at[0]
    case 'never':
      return midnight.jump
  }
}
