import { isoWithZone, longDay } from '@/lib/time/dates'
import { DAY_MS, MINUTE_MS } from '@/lib/time/durations'

/** A day and a time as the clocks of a time zone show them. */
export interface WallTime {
  /** "2026-11-24" */
  day: string
  /** "06:00" */
  time: string
}

/** The instants that a wall time can mean: one; two where clocks go back; none where they go forward. */
export type WallReading =
  | { kind: 'once'; at: Date }
  /** The earlier instant first. */
  | { kind: 'twice'; at: [Date, Date] }
  /** `jump` is the instant at which the clocks go forward and skip this time. */
  | { kind: 'never'; jump: Date; before: WallTime; after: WallTime }

/** These varieties of English have short names for most zones. British English alone has few: it says "GMT+5:30". */
const ENGLISHES = ['en-GB', 'en-US', 'en-IN', 'en-AU', 'en-ZA', 'en-CA']

/** What the clocks of `timeZone` (IANA) show at `instant`, to the minute. */
export function wallTime(instant: Date, timeZone: string): WallTime {
  const iso = isoWithZone(instant, timeZone)
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) }
}

/** Of the years 1000 to 9998: with the days before and after it every year has four digits. */
const SHOWN_DAY = /^(?!0|9999)\d{4}-\d\d-\d\d$/

/**
 * The instants at which the clocks of `timeZone` show this day and time; null when they are not a valid day and a time
 * in whole minutes, or of another year than 1000 to 9998.
 */
export function readWallTime({ day, time }: WallTime, timeZone: string): WallReading | null {
  const shown = Date.parse(`${day}T${time}:00Z`)
  if (!SHOWN_DAY.test(day) || !/^\d\d:\d\d$/.test(time) || Number.isNaN(shown)) return null
  if (new Date(shown).toISOString().slice(0, 10) !== day) return null
  // No zone is further than 14 hours from UTC, and none changes its clocks twice within two days.
  const offsets = [-DAY_MS, DAY_MS].map((away) => offsetMs(new Date(shown + away), timeZone))
  const candidates = [...new Set(offsets)].map((offset) => new Date(shown - offset))
  const hits = candidates.filter((at) => sameTime(wallTime(at, timeZone), { day, time })).sort(byTime)
  const [first, second] = hits
  if (first && second) return { kind: 'twice', at: [first, second] }
  if (first) return { kind: 'once', at: first }
  const jump = jumpBetween(new Date(shown - DAY_MS), new Date(shown + DAY_MS), timeZone)
  const before = wallTime(new Date(jump.getTime() - MINUTE_MS), timeZone)
  return { kind: 'never', jump, before: minuteAfter(before), after: wallTime(jump, timeZone) }
}

/** An instant in full, for the desk: "Tuesday 24 November 2026, 06:00 WET (Europe/Lisbon)". */
export function spelledOut(instant: Date, timeZone: string): string {
  const { time } = wallTime(instant, timeZone)
  // Some versions of the Unicode data put a comma after the weekday.
  const day = longDay(instant, { language: 'en', timeZone }).replace(',', '')
  return `${day}, ${time} ${zoneName(instant, timeZone)} (${timeZone})`
}

/** The short name of a zone at an instant, such as "WET"; its offset, such as "GMT+3", where English has no name. */
export function zoneName(instant: Date, timeZone: string): string {
  const names = ENGLISHES.map((language) => {
    const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'short' }).formatToParts(instant)
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  })
  return names.find((name) => name !== '' && !/^(?:GMT|UTC)[+-]/.test(name)) ?? names[0] ?? timeZone
}

/** The distance between two instants in words: "in 3 h", "in 1 h 20 min", "in 5 days", "2 min ago", "now". */
export function distance(from: Date, to: Date): string {
  const away = to.getTime() - from.getTime()
  const words = span(Math.abs(away))
  if (words === '') return 'now'
  return away > 0 ? `in ${words}` : `${words} ago`
}

function span(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes === 0) return ''
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 6 && minutes % 60) return `${hours} h ${minutes % 60} min`
  const roundHours = Math.round(minutes / 60)
  if (roundHours < 48) return `${roundHours} h`
  return `${Math.round(minutes / 60 / 24)} days`
}

function offsetMs(instant: Date, timeZone: string): number {
  const { day, time } = wallTime(instant, timeZone)
  const wholeMinute = Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS
  return Date.parse(`${day}T${time}:00Z`) - wholeMinute
}

/** The first minute between the two instants whose offset differs from that at `from`. */
function jumpBetween(from: Date, to: Date, timeZone: string): Date {
  const before = offsetMs(from, timeZone)
  let [low, high] = [from.getTime() / MINUTE_MS, to.getTime() / MINUTE_MS].map(Math.floor) as [number, number]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(new Date(middle * MINUTE_MS), timeZone) === before) low = middle
    else high = middle
  }
  return new Date(high * MINUTE_MS)
}

function minuteAfter({ day, time }: WallTime): WallTime {
  const next = new Date(Date.parse(`${day}T${time}:00Z`) + MINUTE_MS).toISOString()
  return { day: next.slice(0, 10), time: next.slice(11, 16) }
}

function sameTime(a: WallTime, b: WallTime): boolean {
  return a.day === b.day && a.time === b.time
}

function byTime(a: Date, b: Date): number {
  return a.getTime() - b.getTime()
}
