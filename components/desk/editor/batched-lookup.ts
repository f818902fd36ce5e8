import { AnswersInOrder } from '@/components/desk/answers/answers-in-order'

/** Ids requested within this time go into one request. */
const BATCH_WINDOW_MS = 15

/**
 * A cache of things by id, such as the stories that a text links to. Ids requested close together are fetched in one
 * request. `get` answers undefined while a thing is loading and null when it does not exist. What was set, or asked for
 * again, since a request was sent is newer than its answer.
 */
export class BatchedLookup<T extends { id: number }> {
  #cache = new Map<number, T | null>()
  #answers = new Map<number, AnswersInOrder>()
  #pending = new Set<number>()
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
    return this.#cache.get(id)
  }

  /** Fetches those of the ids that are not cached. */
  load(ids: number[]): void {
    const missing = ids.filter((id) => !this.#cache.has(id))
    if (missing.length) this.#request(missing)
  }

  set(thing: T): void {
    this.#answersAbout(thing.id).drop()
    this.#cache.set(thing.id, thing)
    this.#notify()
  }

  /** Fetches everything in the cache again. */
  refresh(): void {
    if (this.#cache.size) this.#request([...this.#cache.keys()])
  }

  #request(ids: number[]): void {
    for (const id of ids) this.#pending.add(id)
    this.#timer ??= setTimeout(() => void this.#fetchPending(), BATCH_WINDOW_MS)
  }

  async #fetchPending(): Promise<void> {
    const ids = [...this.#pending]
    this.#pending.clear()
    this.#timer = undefined
    const isNewest = new Map(ids.map((id) => [id, this.#answersAbout(id).begin()]))
    try {
      const found = new Map((await this.#fetch(ids)).map((thing) => [thing.id, thing]))
      for (const id of ids) if (isNewest.get(id)?.()) this.#cache.set(id, found.get(id) ?? null)
      this.#notify()
    } catch {
      // The server cannot be reached: the cache stays, and the next refresh asks again.
    }
  }

  #answersAbout(id: number): AnswersInOrder {
    const answers = this.#answers.get(id) ?? new AnswersInOrder()
    this.#answers.set(id, answers)
    return answers
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
