interface Parts {
  /** Does what there is to do; `signal` aborts when the site stops. */
  run: (signal: AbortSignal) => Promise<void>
  /** Told what broke off a run; the next wake begins another. */
  failed: (error: unknown) => void
}

/** Work beside the serving of pages that commits wake: one run at a time, and another when it was woken meanwhile. */
export class BackgroundJob {
  readonly #parts: Parts
  readonly #stopping = new AbortController()
  #work: Promise<void> | null = null
  #isWanted = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get isRunning(): boolean {
    return this.#work !== null
  }

  /** Returns at once. After `stop` nothing begins any more. */
  wake(): void {
    if (this.#stopping.signal.aborted) return
    this.#isWanted = true
    this.#work ??= this.#runs()
      .catch((error: unknown) => {
        // Not at once again: its own writes may have woken it before it failed.
        this.#isWanted = false
        if (!this.#stopping.signal.aborted) this.#parts.failed(error)
      })
      .finally(() => {
        this.#work = null
        // A wake may have come between the last look and now.
        if (this.#isWanted) this.wake()
      })
  }

  /** Resolves when everything is done for which it was woken so far. */
  async untilIdle(): Promise<void> {
    while (this.#work) await this.#work
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#work
  }

  async #runs(): Promise<void> {
    while (this.#isWanted && !this.#stopping.signal.aborted) {
      this.#isWanted = false
      await this.#parts.run(this.#stopping.signal)
    }
  }
}
