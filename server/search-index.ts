import { setTimeout } from 'node:timers/promises'
import { completeSearchIndex, indexMarked } from '@/db/editing/complete-search-index'
import { markedDocuments } from '@/db/search/marked-documents'
import type { Store } from '@/db/store/open'

/** The shortest rest between two transactions; a longer transaction is followed by a rest as long as it took. */
const REST_MS = 10

/**
 * Indexes for search, while the site serves, what an upgrade left to be indexed, and then whatever a change of names
 * marked. What is left when the site stops is done at the next start.
 */
export class SearchIndexing {
  #work: Promise<void> | null = null
  #isIncomplete = false
  #isWanted = false
  #isStopping = false

  constructor(private readonly parts: { db: Store; now: () => Date; report: (line: string) => void }) {}

  /** Indexes everything that is not indexed by the present version. */
  start(): void {
    this.#isIncomplete = true
    this.#isWanted = true
    this.#begin()
  }

  /** Call it after a commit: what was marked is indexed again. Costs next to nothing when nothing was. */
  async wake(): Promise<void> {
    this.#isWanted = true
    if (!this.#work && (await markedDocuments(this.parts.db, 1)).length) this.#begin()
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#work
  }

  #begin(): void {
    this.#work ??= this.#run()
      .catch((error: unknown) => {
        // Not at once again: its own writes may have woken it before it failed.
        this.#isWanted = false
        console.error('search could not be indexed', error)
      })
      .finally(() => {
        this.#work = null
        // A wake may have come between the last look and now.
        if (this.#isWanted && !this.#isStopping) this.#begin()
      })
  }

  async #run(): Promise<void> {
    const { db, now, report } = this.parts
    let since = performance.now()
    // At least half of the time is for readers.
    const pause = async () => {
      await setTimeout(Math.max(REST_MS, performance.now() - since), undefined, { ref: false })
      since = performance.now()
      return !this.#isStopping
    }
    while (this.#isWanted && !this.#isStopping) {
      this.#isWanted = false
      if (this.#isIncomplete) {
        this.#isIncomplete = false
        const indexed = await completeSearchIndex(db, { now: now(), pause })
        if (indexed > 0) report(`${indexed} stories were indexed for search`)
      }
      await indexMarked(db, { now: now(), pause })
    }
  }
}
