import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { lastLearned, saveLearned } from '@/db/linking/learned-weights'
import type { Writer } from '@/db/store/open'
import type { LearnedLinks } from '@/lib/linking/related/learned-links'
import type { Clock } from '@/server/clock'
import type { LearningData } from '@/server/linking/learning-thread'

const EVERY_MS = 24 * 3_600_000

interface Parts {
  db: Writer
  /** Learns from the links of the store as it is at `now`. */
  learn: (now: Date, signal: AbortSignal) => Promise<LearnedLinks | null>
  now: Clock
  /** Resolves when nobody waits for a page. */
  untilIdle: () => Promise<void>
}

/** Learns once a day from the links that editors made how much each signal of related stories counts for this paper. */
export class LinkLearning {
  #work: Promise<void> | null = null
  readonly #stopping = new AbortController()

  constructor(private readonly parts: Parts) {}

  /** Learns when the last time is a day ago. Returns at once; nothing waits for it. */
  begin(): void {
    if (this.#stopping.signal.aborted) return
    this.#work ??= this.#run()
      .catch((error: unknown) => console.error('nothing was learned from the links of the paper', error))
      .finally(() => {
        this.#work = null
      })
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#work
  }

  /** Resolves when it is not at work. */
  async untilIdle(): Promise<void> {
    await this.#work
  }

  async #run(): Promise<void> {
    const { db, learn, now, untilIdle } = this.parts
    const last = await lastLearned(db)
    if (last && now().getTime() - last.learnedAt.getTime() < EVERY_MS) return
    await untilIdle()
    if (this.#stopping.signal.aborted) return
    const learned = await learn(now(), this.#stopping.signal)
    if (learned && !this.#stopping.signal.aborted) await saveLearned(db, { ...learned, now: now() })
  }
}

/** Learns on a thread of its own from the store in `store`; null when `signal` ends it. Throws what the thread throws. */
export async function learnOnThread(store: string, now: Date, signal: AbortSignal): Promise<LearnedLinks | null> {
  const worker = new Worker(new URL('./learning-thread.mjs', import.meta.url), {
    workerData: { store, now } satisfies LearningData,
  })
  const end = () => void worker.terminate()
  signal.addEventListener('abort', end)
  try {
    const [learned] = (await once(worker, 'message', { signal })) as [LearnedLinks]
    return learned
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    signal.removeEventListener('abort', end)
    await worker.terminate()
  }
}
