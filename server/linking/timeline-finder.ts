import { setTimeout } from 'node:timers/promises'
import type { Store } from '@/db/store/open'
import type { ThreadedAnswer } from '@/db/threaded-queries/threaded-queries'
import { publishFound } from '@/db/timelines/publish-found'
import { forgetOldMarks, markedStories, savePairs } from '@/db/timelines/save-pairs'
import { ASK_AGAIN_AFTER_SECONDS, type QueryThreads, refusalReason } from '@/lib/pages/query-threads'
import { BackgroundJob } from '@/server/background-job'
import { backgroundQuery } from '@/server/query-threads/background-query'

/** The shortest rest between two stories; a longer one is followed by a rest as long as it took. */
const REST_MS = 10
const COMPARED_AT_ONCE = 20
/** Some milliseconds of the thread that serves, however many stories are marked. */
const FORGOTTEN_AT_ONCE = 400

interface Parts {
  db: Store
  now: () => Date
  /** null where queries run on this thread. */
  queryThreads: QueryThreads | null
  /** Awaited before each story: resolves when readers wait for no page, or a moment later. */
  yieldToRenders: () => Promise<void>
}

/**
 * Looks for stories of one event whenever a story was published, changed or withdrawn. The comparison runs on a thread of its
 * own; what is left when the site stops is done at the next start.
 */
export class TimelineFinder {
  readonly #parts: Parts
  readonly #job: BackgroundJob
  /** Stories that could not be compared; each is tried again at the next start. */
  readonly #failed = new Set<number>()

  constructor(parts: Parts) {
    this.#parts = parts
    this.#job = new BackgroundJob({
      run: (signal) => this.#run(signal),
      failed: (error) => console.error('stories of one event could not be looked for', error),
    })
  }

  /** Call it at the start and after each commit. Costs next to nothing when no story has changed. */
  async wake(): Promise<void> {
    if (this.#job.isRunning || (await markedStories(this.#parts.db, 1)).length) this.#job.wake()
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    await this.#job.stop()
  }

  /** Resolves when there is nothing to do. */
  async untilIdle(): Promise<void> {
    await this.#job.untilIdle()
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { db, now, yieldToRenders } = this.#parts
    while (!signal.aborted) {
      const marked = await markedStories(db, FORGOTTEN_AT_ONCE + this.#failed.size)
      const forgotten = new Set(await forgetOldMarks(db, { marked, now: now() }))
      const next = marked.filter((id) => !this.#failed.has(id) && !forgotten.has(id))
      if (!next.length && !forgotten.size) return
      await rest(REST_MS, signal)
      for (const id of next.slice(0, COMPARED_AT_ONCE)) {
        await yieldToRenders()
        if (signal.aborted) return
        const since = performance.now()
        await this.#look(id, signal)
        await rest(Math.max(REST_MS, performance.now() - since), signal)
      }
    }
  }

  async #look(id: number, signal: AbortSignal): Promise<void> {
    const { db, now } = this.#parts
    try {
      await savePairs(db, await this.#pairsOf(id))
      await publishFound(db, { storyId: id, now: now() })
    } catch (error) {
      if (refusalReason(error) === 'too-many') return rest(ASK_AGAIN_AFTER_SECONDS * 1000, signal)
      this.#failed.add(id)
      console.error(`stories of the event of story ${id} could not be looked for`, error)
    }
  }

  async #pairsOf(id: number): Promise<ThreadedAnswer<'eventPairs'>> {
    return backgroundQuery(this.#parts, 'eventPairs', { id, now: this.#parts.now() })
  }
}

/** Ends early when `signal` aborts. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { ref: false, signal }).catch(() => {})
}
