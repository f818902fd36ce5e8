import { isoDay } from '@/lib/time/dates'
import { readWallTime } from '@/lib/time/wall-clock'

/** A year, a month or a day of the calendar: "2026", "2026-11", "2026-11-26". */
export type CalendarSpan = string

export const SPAN_KINDS = ['year', 'month', 'day'] as const
export type SpanKind = (typeof SPAN_KINDS)[number]

const LENGTHS = { year: 4, month: 7, day: 10 }

/** Whether it is a year, a month or a day. */
export function kindOfSpan(span: CalendarSpan): SpanKind {
  return SPAN_KINDS.find((kind) => LENGTHS[kind] === span.length) ?? 'day'
}

/** The year, month or day that the calendar of `timeZone` (IANA) shows at `instant`. */
export function spanAt(instant: Date, { kind, timeZone }: { kind: SpanKind; timeZone: string }): CalendarSpan {
  return isoDay(instant, timeZone).slice(0, LENGTHS[kind])
}

/** The spans that hold `span`, the year first; none for a year. */
export function spansAround(span: CalendarSpan): CalendarSpan[] {
  return SPAN_KINDS.map((kind) => span.slice(0, LENGTHS[kind])).filter(
    (around, place, all) => around.length < span.length && all.indexOf(around) === place,
  )
}

/** The year, month or day after `span`. */
export function spanAfter(span: CalendarSpan): CalendarSpan {
  const [year = 0, month = 1, day = 1] = span.split('-').map(Number)
  switch (kindOfSpan(span)) {
    case 'year':
      return fourDigits(year + 1)
    case 'month':
      return month === 12 ? `${fourDigits(year + 1)}-01` : `${fourDigits(year)}-${twoDigits(month + 1)}`
    case 'day':
      return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
  }
}

/** The months of a year, the days of a month, in order; none of a day. */
export function spansWithin(span: CalendarSpan): CalendarSpan[] {
  const kind = kindOfSpan(span)
  if (kind === 'day') return []
  const within: CalendarSpan[] = []
  const end = spanAfter(span)
  for (let part = `${span}-01`; !part.startsWith(end); part = spanAfter(part)) within.push(part)
  return within
}

/**
 * The first instant of the span in `timeZone`, and the first after it. A day that the zone left out begins where it ends.
 * Throws when it is no span of the years 1000 to 9997.
 */
export function spanBounds(span: CalendarSpan, timeZone: string): { from: Date; to: Date } {
  return { from: beginningOf(span, timeZone), to: beginningOf(spanAfter(span), timeZone) }
}

function beginningOf(span: CalendarSpan, timeZone: string): Date {
  const midnight = readWallTime({ day: `${span}-01-01`.slice(0, LENGTHS.day), time: '00:00' }, timeZone)
  if (!midnight) throw new Error(`"${span}" is not a year, a month or a day`)
  switch (midnight.kind) {
    case 'once':
      return midnight.at
    case 'twice':
      return midnight.at[0]
    case 'never':
      return midnight.jump
  }
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
