import { DAY_MS } from '@/lib/time/durations'
import { readWallTime, wallTime } from '@/lib/time/wall-clock'

/** A day as "2026-11-23". */
export type CalendarDay = string

/** The days of the week, Monday first, in which `day` lies. */
export function weekOf(day: CalendarDay): CalendarDay[] {
  const at = Date.parse(`${day}T00:00:00Z`)
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS
  return Array.from({ length: 7 }, (_, index) => dayAt(monday + index * DAY_MS))
}

/** The weeks, Monday first, that the month of `day` touches. */
export function monthOf(day: CalendarDay): CalendarDay[][] {
  const month = day.slice(0, 7)
  const weeks: CalendarDay[][] = []
  let week = weekOf(`${month}-01`)
  while (week.some((one) => one.slice(0, 7) === month)) {
    weeks.push(week)
    week = weekOf(dayAfter(week[6] ?? day, 1))
  }
  return weeks
}

/** The day that lies `days` after `day`. */
export function dayAfter(day: CalendarDay, days: number): CalendarDay {
  return dayAt(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS)
}

/** The first day of the month `months` after that of `day`. */
export function monthAfter(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

/** The instant at which `day` begins by the clocks of `timeZone`, in milliseconds; they may begin it twice, or skip midnight. */
export function startOfDay(day: CalendarDay, timeZone: string): number {
  const reading = readWallTime({ day, time: '00:00' }, timeZone)
  if (!reading) throw new Error(`${day} is not a day`)
  if (reading.kind === 'once') return reading.at.getTime()
  return (reading.kind === 'twice' ? reading.at[0] : reading.jump).getTime()
}

/** The instant at which the day of `now` ends by the clocks of `timeZone`. */
export function endOfDay(now: Date, timeZone: string): Date {
  return new Date(startOfDay(dayAfter(wallTime(now, timeZone).day, 1), timeZone))
}

function dayAt(ms: number): CalendarDay {
  return new Date(ms).toISOString().slice(0, 10)
}
