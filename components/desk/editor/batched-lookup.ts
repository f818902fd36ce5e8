/** How soon what was asked for one by one is asked for together. */
const GATHERING_MS = 15

/**
 * What the elements of a story show of other things, such as the headlines of linked stories: fetched together, kept,
 * asked for again when the editor comes back to the page. Undefined is not known yet; null is gone.
 */
export class BatchedLookup<T extends { id: number }> {
  #known = new Map<number, T | null>()
  #wanted = new Set<number>()
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #fetch: (ids: number[]) => Promise<T[]>

  constructor(fetch: (ids: number[]) => Promise<T[]>) {
    this.#fetch = fetch
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get(id: number): T | null | undefined {
    return this.#known.get(id)
  }

  want(ids: number[]): void {
    const unknown = ids.filter((id) => !this.#known.has(id))
    if (unknown.length) this.#ask(unknown)
  }

  put(thing: T): void {
    this.#known.set(thing.id, thing)
    this.#tell()
  }

  /** Asks again for everything shown. */
  refresh(): void {
    if (this.#known.size) this.#ask([...this.#known.keys()])
  }

  #ask(ids: number[]): void {
    for (const id of ids) this.#wanted.add(id)
    this.#timer ??= setTimeout(() => void this.#settle(), GATHERING_MS)
  }

  async #settle(): Promise<void> {
    const ids = [...this.#wanted]
    this.#wanted.clear()
    this.#timer = undefined
    try {
      const found = new Map((await this.#fetch(ids)).map((thing) => [thing.id, thing]))
      for (const id of ids) this.#known.set(id, found.get(id) ?? null)
      this.#tell()
    } catch {
      // Not reachable now: what was known stays, and the next refresh asks again.
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
