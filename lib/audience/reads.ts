import { HOUR_MS } from '@/lib/time/durations'

/** Where the script of a story's page says that the story was read: POST, with the path of the page as the body. */
export const READS_PATH = '/api/reads'

/** A story counts as read once its page was in view for so long. */
export const READ_AFTER_MS = 3000

/** The start of the hour of UTC in which `instant` lies. */
export function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_MS) * HOUR_MS)
}

/** The start of the hour that lies `hours` before the one of `now`: the present hour has only begun. */
export function hoursBack(now: Date, hours: number): Date {
  return new Date(hourOf(now).getTime() - hours * HOUR_MS)
}
