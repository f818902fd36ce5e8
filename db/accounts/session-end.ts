import { DAY_MS } from '@/lib/time/durations'

/** However often it is used, a session ends this long after its start. */
export const SESSION_LASTS_MS = 90 * DAY_MS

/** Whether a session has reached its end at `now`, whatever it was extended to. */
export function hasEnded({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= SESSION_LASTS_MS
}
