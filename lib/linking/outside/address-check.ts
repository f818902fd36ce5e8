import { DAY_MS } from '@/lib/time/durations'

/** What asking an address came to: a status of HTTP, or why there was none. */
export interface CheckResult {
  /** null without an answer. */
  status: number | null
  /** In words, where there was no answer; empty otherwise. */
  problem: string
}

/** What is known of an address. */
export interface AddressState {
  /** The first of the failures that nothing has interrupted since; null while it answers. */
  failedSince: Date | null
  /** On how many days it has failed since. */
  failedDays: number
  /** The last check; null before the first. */
  checkedAt: Date | null
}

/** An address that failed on so many days in a row does not answer any more: sites have bad days. */
export const DEAD_AFTER_DAYS = 3

/** An address that answers is asked again after a fortnight, one that fails on the next day. */
const [AGAIN_MS, AGAIN_AFTER_FAILURE_MS] = [14 * DAY_MS, DAY_MS]

/** Statuses that say that something is there, although not for programs or not now (RFC 9110, section 15.5; RFC 6585). */
const THERE_ALL_THE_SAME = [401, 402, 403, 405, 406, 429, 451]

/** Whether the answer says that something is there. A redirect counts, wherever it leads. */
export function isAnswering({ status }: CheckResult): boolean {
  return status !== null && (status < 400 || THERE_ALL_THE_SAME.includes(status))
}

/** What is known of an address after a check at `now`, and when it is asked again. */
export function afterCheck(before: AddressState, result: CheckResult, now: Date): AddressState & { nextCheckAt: Date } {
  if (isAnswering(result)) {
    return { failedSince: null, failedDays: 0, checkedAt: now, nextCheckAt: new Date(now.getTime() + AGAIN_MS) }
  }
  const isOnSameDay = before.failedDays > 0 && before.checkedAt !== null && dayOf(before.checkedAt) === dayOf(now)
  return {
    failedSince: before.failedSince ?? now,
    failedDays: before.failedDays + (isOnSameDay ? 0 : 1),
    checkedAt: now,
    nextCheckAt: new Date(now.getTime() + (before.failedDays >= DEAD_AFTER_DAYS ? AGAIN_MS : AGAIN_AFTER_FAILURE_MS)),
  }
}

function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS)
}
