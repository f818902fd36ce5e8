import type { DeliveryResponse } from '@/lib/deliveries/delivery'
import { DAY_MS, HOUR_MS, SECOND_MS } from '@/lib/time/durations'

/** What happens to a delivery after an attempt. */
export type DeliveryOutcome = { kind: 'delivered' } | { kind: 'retry'; at: Date } | { kind: 'given-up' }

const FIRST_DELAY_MS = 5 * SECOND_MS
/** The longest delay before the next attempt, even when Retry-After asks for more. */
export const MAX_RETRY_DELAY_MS = HOUR_MS
const GIVEN_UP_AFTER_MS = 3 * DAY_MS
const REFUSED_GIVEN_UP_AFTER_MS = DAY_MS
/** A delay is shortened by up to this share, so that what failed together is not retried together. */
const JITTER = 0.2

/** Refusals that may be temporary (RFC 9110: 408 and 429; RFC 8470: 425). */
const TEMPORARY_REFUSALS = new Set([408, 425, 429])
const GONE = 410

/**
 * What to do after attempt number `attempts` of a delivery made at `createdAt`:
 * - success: it is delivered;
 * - no response, 5xx or a refusal that may be temporary: retry after 5 s, 20 s, 80 s … up to an hour, for three days;
 * - any other 3xx or 4xx says that the request is wrong or unwanted, which only people can change: retry each hour, for
 *   a day;
 * - 410: give up.
 * Delays are up to a fifth shorter, by the key, and at least as long as Retry-After asks, but never over an hour.
 */
export function deliveryOutcome(
  response: DeliveryResponse,
  { key, attempts, createdAt, now }: { key: string; attempts: number; createdAt: Date; now: Date },
): DeliveryOutcome {
  if (response.isSuccess) return { kind: 'delivered' }
  const { status, retryAfterMs } = response
  if (status === GONE) return { kind: 'given-up' }
  const isRefused = status !== null && status >= 300 && status < 500 && !TEMPORARY_REFUSALS.has(status)
  const age = now.getTime() - createdAt.getTime()
  if (age >= (isRefused ? REFUSED_GIVEN_UP_AFTER_MS : GIVEN_UP_AFTER_MS)) return { kind: 'given-up' }
  const fullDelay = isRefused ? MAX_RETRY_DELAY_MS : Math.min(FIRST_DELAY_MS * 4 ** (attempts - 1), MAX_RETRY_DELAY_MS)
  const delay = Math.round(fullDelay * (1 - JITTER * shareOf(`${key} ${attempts}`)))
  return {
    kind: 'retry',
    at: new Date(now.getTime() + Math.min(Math.max(delay, retryAfterMs ?? 0), MAX_RETRY_DELAY_MS)),
  }
}

/** How long a Retry-After header (RFC 9110, 10.2.3: seconds or a date) asks to wait from `now`; null without a readable one. */
export function retryAfterMs(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * SECOND_MS
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}

/** A number from 0 up to 1, always the same for `text` (FNV-1a). */
function shareOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
