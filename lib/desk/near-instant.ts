import { shortDay } from '@/lib/time/dates'
import { DAY_MS } from '@/lib/time/durations'
import { wallTime } from '@/lib/time/wall-clock'

/** Beyond it the same weekday comes again. */
const WEEKDAY_SAYS_IT_DAYS = 6

/**
 * An instant in as few words as say when, by the clocks of `timeZone`: "14:02" on the day of `now`, "Tuesday 06:00"
 * within six days of it, "23 Nov 2026, 06:00" further off.
 */
export function nearInstant(instant: Date, { now, timeZone }: { now: Date; timeZone: string }): string {
  const wall = wallTime(instant, timeZone)
  const daysOff = Math.abs(Date.parse(wall.day) - Date.parse(wallTime(now, timeZone).day)) / DAY_MS
  if (daysOff === 0) return wall.time
  if (daysOff > WEEKDAY_SAYS_IT_DAYS) return `${shortDay(instant, { language: 'en', timeZone })}, ${wall.time}`
  return `${weekday(instant, timeZone)} ${wall.time}`
}

/** The same with the weekday also for today, where somebody is told of what will happen: "Tuesday 06:00". */
export function comingInstant(instant: Date, { now, timeZone }: { now: Date; timeZone: string }): string {
  const near = nearInstant(instant, { now, timeZone })
  return /^\d\d:\d\d$/.test(near) ? `${weekday(instant, timeZone)} ${near}` : near
}

function weekday(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone }).format(instant)
}
