import { logEnd, staleSince } from '@/db/store/invalidation'
import type { Store } from '@/db/store/open'

/** Writes of other processes are noticed within this time. */
const POLL_EVERY_MS = 25

/** Follows the invalidation log of the store, in which this and other processes write the tags they invalidate. */
export class Invalidation {
  readonly #db: Store
  readonly #onStale: (tags: string[]) => unknown
  #position = 0
  #dataVersion: unknown = null
  #timer: NodeJS.Timeout | null = null

  /** `onStale` is awaited before poll resolves. */
  constructor(db: Store, onStale: (tags: string[]) => unknown) {
    this.#db = db
    this.#onStale = onStale
  }

  /** Starts polling, from the current end of the log. */
  async start(): Promise<void> {
    this.#position = await logEnd(this.#db)
    this.#timer = setInterval(() => {
      this.poll().catch((error) => console.error('the invalidation log could not be read', error))
    }, POLL_EVERY_MS)
    this.#timer.unref()
  }

  /** Passes on the tags that were invalidated since the last poll. */
  async poll(): Promise<void> {
    const dataVersion = this.#db.$client.pragma('data_version', { simple: true })
    if (dataVersion === this.#dataVersion) return
    const { seq, tags } = await staleSince(this.#db, this.#position)
    // Set only now: a poll that failed is repeated.
    this.#dataVersion = dataVersion
    this.#position = Math.max(this.#position, seq)
    if (tags.length) await this.#onStale(tags)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }
}
