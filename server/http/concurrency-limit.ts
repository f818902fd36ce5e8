/** The gate is full: the caller should be told to come back. */
export class Overloaded extends Error {}

/** Lets a bounded number of renders run at once and a bounded number wait, in order. */
export class ConcurrencyLimit {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(private readonly bounds: { atOnce: number; waiting: number }) {}

  /** Runs `work` when there is room. Throws Overloaded when too many wait already. */
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
