import type { Answer } from '@/lib/deliveries/delivery'

/** What becomes of a delivery after an attempt. */
export type Verdict = { kind: 'through' } | { kind: 'again'; at: Date } | { kind: 'given-up' }

const SECOND_MS = 1000
const HOUR_MS = 3600 * SECOND_MS
const DAY_MS = 24 * HOUR_MS
const FIRST_PAUSE_MS = 5 * SECOND_MS
/** Nothing waits longer than this for its next attempt, whatever a receiver asks for. */
export const LONGEST_PAUSE_MS = HOUR_MS
const GIVEN_UP_AFTER_MS = 3 * DAY_MS
const REFUSED_GIVEN_UP_AFTER_MS = DAY_MS
/** A pause is made shorter by up to this share, so that what failed together does not come back together. */
const JITTER = 0.2

/** Refusals that time may heal (RFC 9110: 408 and 429; RFC 8470: 425). */
const PASSING_REFUSALS = new Set([408, 425, 429])
const GONE = 410

/**
 * What to do after attempt number `attempts` of a delivery made at `createdAt`:
 * - a fine answer: it is through;
 * - no answer, a 5xx, or a refusal that time may heal: again after 5 s, 20 s, 80 s … up to an hour, for three days;
 * - any other answer says that this request is wrong or unwanted, which only people can change: again each hour, for
 *   a day;
 * - 410: the receiver wants no more of it.
 * A pause is up to a fifth shorter by the key, and as long as the receiver asks for, but never over an hour.
 */
export function verdict(
  answer: Answer,
  { key, attempts, createdAt, now }: { key: string; attempts: number; createdAt: Date; now: Date },
): Verdict {
  if (answer.isFine) return { kind: 'through' }
  const { status, retryAfterMs } = answer
  if (status === GONE) return { kind: 'given-up' }
  const isRefused = status !== null && status >= 300 && status < 500 && !PASSING_REFUSALS.has(status)
  const age = now.getTime() - createdAt.getTime()
  if (age >= (isRefused ? REFUSED_GIVEN_UP_AFTER_MS : GIVEN_UP_AFTER_MS)) return { kind: 'given-up' }
  const longest = isRefused ? LONGEST_PAUSE_MS : Math.min(FIRST_PAUSE_MS * 4 ** (attempts - 1), LONGEST_PAUSE_MS)
  const pause = Math.round(longest * (1 - JITTER * share(`${key} ${attempts}`)))
  return { kind: 'again', at: new Date(now.getTime() + Math.min(Math.max(pause, retryAfterMs ?? 0), LONGEST_PAUSE_MS)) }
}

/** How long `retryAfter` (RFC 9110, 10.2.3: seconds or a date) asks to wait from `now`; null when it says nothing. */
export function retryAfterMs(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * SECOND_MS
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}

/** A number from 0 up to 1 that hangs on `words` alone (FNV-1a). */
function share(words: string): number {
  let hash = 0x811c9dc5
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
