import { usableLanguage } from '@/lib/paper/language'
import { DAY_MS } from '@/lib/time/durations'

/** The language and the time zone in which an instant is shown. */
export interface DateStyle {
  /** BCP 47 tag. */
  language: string
  /** IANA zone, such as Europe/London. */
  timeZone: string
}

/** Date, time and zone in words: "23 November 2026, 14:02 GMT". */
export function dateAndTime(instant: Date, { language, timeZone }: DateStyle): string {
  return formatFor(regional(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(instant)
}

/** The day in words, with its weekday: "Monday 23 November 2026". */
export function longDay(instant: Date, { language, timeZone }: DateStyle): string {
  return formatFor(regional(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(instant)
}

/** The day in short form: "23 Nov 2026". */
export function shortDay(instant: Date, { language, timeZone }: DateStyle): string {
  return formatFor(regional(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(instant)
}

/** A day of the calendar ("2026-11-24") in short form: "24 Nov 2026". A text that is no day is returned unchanged. */
export function dayInWords(day: string, { language }: Pick<DateStyle, 'language'>): string {
  const noon = new Date(`${day}T12:00:00Z`)
  return Number.isNaN(noon.getTime()) ? day : shortDay(noon, { language, timeZone: 'UTC' })
}

const PARTS_OF_SPANS = {
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const SHORT_PARTS_OF_SPANS = {
  year: { year: 'numeric' },
  month: { month: 'long' },
  day: { weekday: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/**
 * A year, a month or a day of the Gregorian calendar ("2026", "2026-11", "2026-11-26") in words: "26 November 2026".
 * `isWithin` leaves out what the page that it stands on says: "November" in a year, "Thursday 26" in a month.
 */
export function spanInWords(
  span: string,
  { language, isWithin = false }: Pick<DateStyle, 'language'> & { isWithin?: boolean },
): string {
  const kind = span.length === 4 ? 'year' : span.length === 7 ? 'month' : 'day'
  const noon = new Date(`${`${span}-01-01`.slice(0, 10)}T12:00:00Z`)
  const parts = isWithin ? SHORT_PARTS_OF_SPANS[kind] : PARTS_OF_SPANS[kind]
  // The address says a month of this calendar, which is none of another.
  return formatFor(regional(language), { ...parts, calendar: 'gregory', timeZone: 'UTC' }).format(noon)
}

/** The time of the day on the clocks of the zone: "14:02". */
export function timeOfDay(instant: Date, { language, timeZone }: DateStyle): string {
  return formatFor(regional(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(instant)
}

/** ISO 8601 with the zone's offset at that instant, for `<time dateTime>` and markup: "2026-11-23T14:02:00+00:00". */
export function isoWithZone(instant: Date, timeZone: string): string {
  const minutes = offsetMinutes(instant, timeZone)
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  const sign = minutes < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')
  return `${local}${sign}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`
}

/** The day in the calendar of the zone: "2026-11-23". */
export function isoDay(instant: Date, timeZone: string): string {
  return isoWithZone(instant, timeZone).slice(0, 10)
}

/** Enough for the days that a page or a sitemap shows, and no more than a megabyte. */
const MAX_OFFSETS = 10_000

/** The offsets of zones at the beginnings of days of UTC. */
const offsets = new Map<string, number>()

/**
 * A day of UTC that begins and ends with the same offset has it throughout, because no zone changes its clocks back and
 * forth within a day. So most instants need no look into the calendar, which takes 20 times as long.
 */
function offsetMinutes(instant: Date, timeZone: string): number {
  const day = Math.floor(instant.getTime() / DAY_MS)
  const first = offsetAtDay(day, timeZone)
  return first !== null && first === offsetAtDay(day + 1, timeZone) ? first : exactOffsetMinutes(instant, timeZone)
}

/** null for a day that no instant has. */
function offsetAtDay(day: number, timeZone: string): number | null {
  const key = `${day} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const instant = new Date(day * DAY_MS)
  if (Number.isNaN(instant.getTime())) return null
  const offset = exactOffsetMinutes(instant, timeZone)
  if (offsets.size >= MAX_OFFSETS) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function exactOffsetMinutes(instant: Date, timeZone: string): number {
  const parts = formatFor('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return Math.round((wall - Math.floor(instant.getTime() / 1000) * 1000) / 60_000)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Cached: creating a format takes about 200 µs and using it 4 µs, and a feed has a hundred instants. */
function formatFor(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options])
  const format = formats.get(key) ?? new Intl.DateTimeFormat(usableLanguage(language), options)
  formats.set(key, format)
  return format
}

/** "en" without a region means British English, with the day before the month, as in the site's own texts. */
function regional(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
