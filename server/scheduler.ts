import { setImmediate } from 'node:timers/promises'
import { nextDue, settleDue } from '@/db/publishing/due'
import type { Db } from '@/db/store/open'
import type { Clock } from '@/server/clock'

/** Also without anything due: the clock of a test may be moved, and another process may have written. */
const WAKE_EVERY_MS = 1000
const CHORES_EVERY_MS = 3_600_000

interface SchedulerParts {
  db: Db
  now: Clock
  /** Has the world told what has happened; answers at once, so that no receiver makes a story late. */
  tell: () => void
  /** What is done once an hour, each on its own. */
  chores: (() => Promise<unknown>)[]
}

/**
 * Writes down what time has decided, as soon as it has, and has the world told. Readers do not wait for it: they are
 * served by the instants themselves.
 */
export class Scheduler {
  readonly #parts: SchedulerParts
  #pass: Promise<void> | null = null
  #again = false
  #stopped = false
  #timer: NodeJS.Timeout | null = null
  /** On the clock that nobody moves. */
  #choresAt = performance.now() + WAKE_EVERY_MS

  constructor(parts: SchedulerParts) {
    this.#parts = parts
  }

  /**
   * Looks soon whether anything is due; to be called after a commit as well. Answers at once: whoever has just
   * committed must not wait for writes that queue behind their own.
   */
  wake(): void {
    this.#again = true
    if (this.#pass || this.#stopped) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#pass = Promise.resolve()
      .then(() => this.#work())
      .catch((error) => console.error('the schedule could not be kept', error))
      .then(() => this.#rest())
  }

  /** Finishes what is under way and does nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#pass
  }

  async #work(): Promise<void> {
    const { db, now, chores } = this.#parts
    while (this.#again && !this.#stopped) {
      this.#again = false
      // Readers come between.
      while (!this.#stopped && (await settleDue(db, { now: now() }))) await setImmediate()
    }
    this.#parts.tell()
    if (this.#stopped || performance.now() < this.#choresAt) return
    this.#choresAt = performance.now() + CHORES_EVERY_MS
    for (const chore of chores) await chore().catch((error) => console.error('an hourly chore failed', error))
  }

  async #rest(): Promise<void> {
    const at = this.#parts.now()
    const due = await nextDue(this.#parts.db, { now: at }).catch(() => null)
    this.#pass = null
    if (this.#stopped) return
    const untilDue = due ? Math.max(due.getTime() - at.getTime(), 1) : WAKE_EVERY_MS
    this.#timer = setTimeout(() => this.wake(), this.#again ? 0 : Math.min(untilDue, WAKE_EVERY_MS))
  }
}
