import { spanAfter, spanAt, spanBounds } from '@/lib/time/calendar-spans'

/** A month of the paper's calendar, "2026-11". */
export type Month = string

/** The month that the calendar of `timeZone` (IANA) shows at `instant`. */
export function monthOf(instant: Date, timeZone: string): Month {
  return spanAt(instant, { kind: 'month', timeZone })
}

/** The first instant of the month in `timeZone`, and the first after it. */
export function monthBounds(month: Month, timeZone: string): { from: Date; to: Date } {
  return spanBounds(month, timeZone)
}

export function monthAfter(month: Month): Month {
  return spanAfter(month)
}

/** Every month from that of `first` to that of `last`, in order; none when `last` lies before. */
export function monthsBetween(first: Date, last: Date, timeZone: string): Month[] {
  const months: Month[] = []
  const end = monthOf(last, timeZone)
  for (let month = monthOf(first, timeZone); month <= end; month = monthAfter(month)) months.push(month)
  return months
}
