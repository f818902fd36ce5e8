import { setTimeout } from 'node:timers/promises'
import type { Store } from '@/db/store/open'
import { type ThreadedAnswer, threadedQueryNamed } from '@/db/threaded-queries/threaded-queries'
import { publishFound } from '@/db/timelines/publish-found'
import { forgetOldMarks, markedStories, savePairs } from '@/db/timelines/save-pairs'
import { ASK_AGAIN_AFTER_SECONDS, type QueryThreads, refusalReason } from '@/lib/pages/query-threads'

/** The shortest rest between two stories; a longer one is followed by a rest as long as it took. */
const REST_MS = 10
const AT_ONCE = 20

interface Parts {
  db: Store
  now: () => Date
  /** null where queries run on this thread. */
  queryThreads: QueryThreads | null
}

/**
 * Looks for stories of one event whenever a story was published, changed or withdrawn. The comparison runs on a thread of its
 * own; what is left when the site stops is done at the next start.
 */
export class TimelineFinder {
  #work: Promise<void> | null = null
  #isWanted = false
  readonly #stopping = new AbortController()
  /** Stories that could not be compared; each is tried again at the next start. */
  readonly #failed = new Set<number>()

  constructor(private readonly parts: Parts) {}

  /** Call it at the start and after each commit. Costs next to nothing when no story has changed. */
  async wake(): Promise<void> {
    if (this.#stopping.signal.aborted) return
    this.#isWanted = true
    if (!this.#work && (await markedStories(this.parts.db, 1)).length) this.#begin()
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#work
  }

  /** Resolves when there is nothing to do. */
  async untilIdle(): Promise<void> {
    while (this.#work) await this.#work
  }

  #begin(): void {
    this.#work ??= this.#run()
      .catch((error: unknown) => {
        // Not at once again: its own writes may have woken it before it failed.
        this.#isWanted = false
        console.error('stories of one event could not be looked for', error)
      })
      .finally(() => {
        this.#work = null
        // A wake may have come between the last look and now.
        if (this.#isWanted && !this.#stopping.signal.aborted) this.#begin()
      })
  }

  async #run(): Promise<void> {
    const { db, now } = this.parts
    const { signal } = this.#stopping
    while (this.#isWanted && !signal.aborted) {
      this.#isWanted = false
      while (!signal.aborted && (await forgetOldMarks(db, { now: now() }))) await this.#rest(REST_MS)
      for (;;) {
        const marked = await markedStories(db, AT_ONCE + this.#failed.size)
        const next = marked.filter((id) => !this.#failed.has(id))
        if (!next.length) break
        for (const id of next) {
          if (signal.aborted) return
          const since = performance.now()
          await this.#look(id)
          await this.#rest(Math.max(REST_MS, performance.now() - since))
        }
      }
    }
  }

  async #look(id: number): Promise<void> {
    const { db, now } = this.parts
    try {
      await savePairs(db, await this.#pairsOf(id))
      await publishFound(db, { storyId: id, now: now() })
    } catch (error) {
      if (refusalReason(error) === 'too-many') return this.#rest(ASK_AGAIN_AFTER_SECONDS * 1000)
      this.#failed.add(id)
      console.error(`stories of the event of story ${id} could not be looked for`, error)
    }
  }

  async #pairsOf(id: number): Promise<ThreadedAnswer<'eventPairs'>> {
    const { db, now, queryThreads } = this.parts
    const input = { id, now: now() }
    if (!queryThreads) return threadedQueryNamed('eventPairs')(db, input)
    return (await queryThreads.run('eventPairs', input, { asker: 'desk' })) as ThreadedAnswer<'eventPairs'>
  }

  async #rest(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { ref: false, signal: this.#stopping.signal }).catch(() => {})
  }
}
