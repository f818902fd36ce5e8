/** One render and those who wait for it. */
interface Running<T> {
  outcome: Promise<T>
  /** How many wait; whoever cannot be seen leaving counts to the end. */
  askers: number
  abandoned: AbortController
}

/** Renders under way, by path: simultaneous requests share one, and it is told when all of them have left. */
export class RunningRenders<T> {
  readonly #running = new Map<string, Running<T>>()

  get size(): number {
    return this.#running.size
  }

  /** What the present renders come to. */
  outcomes(): Promise<T>[] {
    return [...this.#running.values()].map(({ outcome }) => outcome)
  }

  /**
   * The outcome of the render of `path` under way, or else of `render`, whose signal aborts once everybody who waits has
   * left; whoever comes then gets a render of their own. `left` aborts when this asker leaves; without it they stay.
   */
  async share(path: string, render: (abandoned: AbortSignal) => Promise<T>, left?: AbortSignal): Promise<T> {
    const running = this.#running.get(path) ?? this.#begin(path, render)
    running.askers += 1
    const leave = () => {
      running.askers -= 1
      if (running.askers > 0) return
      if (this.#running.get(path) === running) this.#running.delete(path)
      running.abandoned.abort()
    }
    if (left?.aborted) leave()
    else left?.addEventListener('abort', leave)
    try {
      return await running.outcome
    } finally {
      left?.removeEventListener('abort', leave)
    }
  }

  #begin(path: string, render: (abandoned: AbortSignal) => Promise<T>): Running<T> {
    const abandoned = new AbortController()
    const running: Running<T> = { outcome: render(abandoned.signal), askers: 0, abandoned }
    this.#running.set(path, running)
    const end = () => {
      if (this.#running.get(path) === running) this.#running.delete(path)
    }
    running.outcome.then(end, end)
    return running
  }
}
