import { setTimeout } from 'node:timers/promises'
import { completeSearchIndex, indexMarked } from '@/db/editing/complete-search-index'
import { markedDocuments } from '@/db/search/marked-documents'
import type { Store } from '@/db/store/open'
import { type QueryThreads, refusalReason } from '@/lib/pages/query-threads'
import { BackgroundJob } from '@/server/background-job'
import { backgroundQuery } from '@/server/query-threads/background-query'

/** The shortest rest between two transactions; a longer transaction is followed by a rest as long as it took. */
const REST_MS = 10

interface Parts {
  db: Store
  /** null where queries run on this thread. */
  queryThreads: QueryThreads | null
  now: () => Date
  report: (line: string) => void
}

/**
 * Indexes for search, while the site serves, what an upgrade left to be indexed, and then whatever a change of names
 * marked. What is left when the site stops is done at the next start.
 */
export class SearchIndexing {
  readonly #parts: Parts
  readonly #job: BackgroundJob
  #isIncomplete = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#job = new BackgroundJob({
      run: (signal) => this.#run(signal),
      failed: (error) => console.error('search could not be indexed', error),
    })
  }

  /** Indexes everything that is not indexed by the present version. */
  start(): void {
    this.#isIncomplete = true
    this.#job.wake()
  }

  /** Call it after a commit: what was marked is indexed again. Costs next to nothing when nothing was. */
  async wake(): Promise<void> {
    if (this.#job.isRunning || (await markedDocuments(this.#parts.db, 1)).length) this.#job.wake()
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    await this.#job.stop()
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { db, now, report } = this.#parts
    let since = performance.now()
    // At least half of the time is for readers.
    const pause = async () => {
      await setTimeout(Math.max(REST_MS, performance.now() - since), undefined, { ref: false })
      since = performance.now()
      return !signal.aborted
    }
    if (this.#isIncomplete) {
      this.#isIncomplete = false
      const indexed = (await this.#isComplete()) ? 0 : await completeSearchIndex(db, { now: now(), pause })
      if (indexed > 0) report(`${indexed} stories were indexed for search`)
    }
    await indexMarked(db, { now: now(), pause })
  }

  /** Whether nothing is left to be indexed. A large archive takes long to count. */
  async #isComplete(): Promise<boolean> {
    try {
      return (await backgroundQuery(this.#parts, 'unindexedArticles', {})) === 0
    } catch (error) {
      if (refusalReason(error) === null) throw error
      return false
    }
  }
}
