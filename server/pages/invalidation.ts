import { logEnd, staleSince } from '@/db/store/invalidation'
import type { Db } from '@/db/store/open'

/** Writes of other processes are seen this soon at the latest. */
const LOOK_EVERY_MS = 25

/** Follows the invalidation log of the store: tells which tags went stale, whoever wrote. */
export class Invalidation {
  readonly #db: Db
  readonly #onStale: (tags: string[]) => unknown
  #seen = 0
  #dataVersion: unknown = null
  #timer: NodeJS.Timeout | null = null

  /** `onStale` is waited for. */
  constructor(db: Db, onStale: (tags: string[]) => unknown) {
    this.#db = db
    this.#onStale = onStale
  }

  /** Starts where the log ends now. */
  async follow(): Promise<void> {
    this.#seen = await logEnd(this.#db)
    this.#timer = setInterval(() => {
      this.look().catch((error) => console.error('the invalidation log could not be read', error))
    }, LOOK_EVERY_MS)
    this.#timer.unref()
  }

  /** Reports what went stale since the last look. */
  async look(): Promise<void> {
    const dataVersion = this.#db.$client.pragma('data_version', { simple: true })
    if (dataVersion === this.#dataVersion) return
    const { seq, tags } = await staleSince(this.#db, this.#seen)
    // Set only now: a look that failed is repeated.
    this.#dataVersion = dataVersion
    this.#seen = Math.max(this.#seen, seq)
    if (tags.length) await this.#onStale(tags)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }
}
