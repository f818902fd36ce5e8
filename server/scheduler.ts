import { applyDue, nextDue } from '@/db/publishing/due'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import type { Writer } from '@/db/store/open'
import { HOUR_MS } from '@/lib/time/durations'
import type { Clock } from '@/server/clock'

/** Wakes also when nothing is due: a test may have moved the clock, or another process may have written. */
const WAKE_EVERY_MS = 1000
const HOURLY_JOBS_EVERY_MS = HOUR_MS

interface SchedulerParts {
  db: Writer
  now: Clock
  /** Starts the deliveries of new events; returns at once, so that no receiver delays a story. */
  wakeDeliveries: () => void
  /** Run once an hour; a failing job does not stop the others. */
  hourlyJobs: (() => Promise<unknown>)[]
}

/**
 * Applies scheduled transitions to the store as soon as they are due, and starts deliveries. Readers do not depend on it:
 * what they get is decided by the instants themselves.
 */
export class Scheduler {
  readonly #parts: SchedulerParts
  #pass: Promise<void> | null = null
  #isWakeRequested = false
  #isStopped = false
  #timer: NodeJS.Timeout | null = null
  /** On the monotonic clock, which TEST_CLOCK does not move. */
  #hourlyJobsAt = performance.now() + WAKE_EVERY_MS

  constructor(parts: SchedulerParts) {
    this.#parts = parts
  }

  /**
   * Checks soon whether anything is due; to be called after each commit as well. Returns at once: the transaction that
   * has just committed must not wait for writes that queue behind it.
   */
  wake(): void {
    this.#isWakeRequested = true
    if (this.#pass || this.#isStopped) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#pass = Promise.resolve()
      .then(() => this.#applyDue())
      .catch((error) => console.error('scheduled transitions could not be applied', error))
      .then(() => this.#scheduleNext())
  }

  /** Resolves when the current pass has finished; nothing runs afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#pass
  }

  async #applyDue(): Promise<void> {
    const { db, now, hourlyJobs } = this.#parts
    while (this.#isWakeRequested && !this.#isStopped) {
      this.#isWakeRequested = false
      while (!this.#isStopped && (await applyDue(db, { now: now() }))) await yieldToRequests()
    }
    this.#parts.wakeDeliveries()
    if (this.#isStopped || performance.now() < this.#hourlyJobsAt) return
    this.#hourlyJobsAt = performance.now() + HOURLY_JOBS_EVERY_MS
    for (const job of hourlyJobs) await job().catch((error) => console.error('an hourly job failed', error))
  }

  async #scheduleNext(): Promise<void> {
    const at = this.#parts.now()
    const due = await nextDue(this.#parts.db, { now: at }).catch(() => null)
    this.#pass = null
    if (this.#isStopped) return
    const untilDue = due ? Math.max(due.getTime() - at.getTime(), 1) : WAKE_EVERY_MS
    this.#timer = setTimeout(() => this.wake(), this.#isWakeRequested ? 0 : Math.min(untilDue, WAKE_EVERY_MS))
  }
}
