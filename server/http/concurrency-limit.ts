/** Too many are waiting: the client should try again later (503). */
export class Overloaded extends Error {}

/** Runs a limited number of tasks at once; a limited number of others wait, in order. */
export class ConcurrencyLimit {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(private readonly bounds: { atOnce: number; waiting: number }) {}

  /** Runs `work` when fewer than the limit are running. Throws Overloaded when too many are waiting. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.bounds.atOnce) {
      if (this.#waiting.length >= this.bounds.waiting) throw new Overloaded()
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#running++
    try {
      return await work()
    } finally {
      this.#running--
      this.#waiting.shift()?.()
    }
  }
}
