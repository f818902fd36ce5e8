import { readWallTime, type WallTime, wallTime } from '@/lib/time/wall-clock'

/** The time of a deadline for which only a day was chosen. */
const END_OF_WORK = '18:00'

/**
 * The instant of a deadline by the clocks of `timeZone`, in milliseconds; null without a day, and 'unreadable' for what
 * is no day or time. Of a time that comes twice the first is meant, and one that the clocks skip is when they jump.
 */
export function deadlineAt({ day, time }: WallTime, timeZone: string): number | null | 'unreadable' {
  if (day === '') return null
  const reading = readWallTime({ day, time: time || END_OF_WORK }, timeZone)
  if (!reading) return 'unreadable'
  if (reading.kind === 'once') return reading.at.getTime()
  return (reading.kind === 'twice' ? reading.at[0] : reading.jump).getTime()
}

/** What the clocks of `timeZone` show at a deadline, for its fields; both empty without one. */
export function deadlineFields(deadline: number | null, timeZone: string): WallTime {
  return deadline === null ? { day: '', time: '' } : wallTime(new Date(deadline), timeZone)
}
