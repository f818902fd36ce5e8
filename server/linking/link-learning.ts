import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { lastLearned, saveLearned } from '@/db/linking/learned-weights'
import type { Writer } from '@/db/store/open'
import type { LearnedLinks } from '@/lib/linking/related/learned-links'
import { DAY_MS } from '@/lib/time/durations'
import { BackgroundJob } from '@/server/background-job'
import type { Clock } from '@/server/clock'
import type { LearningData } from '@/server/linking/learning-thread'

const EVERY_MS = DAY_MS

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
  readonly #parts: Parts
  readonly #job: BackgroundJob

  constructor(parts: Parts) {
    this.#parts = parts
    this.#job = new BackgroundJob({
      run: (signal) => this.#run(signal),
      failed: (error) => console.error('nothing was learned from the links of the paper', error),
    })
  }

  /** Learns when the last time is a day ago. Returns at once; nothing waits for it. */
  begin(): void {
    this.#job.wake()
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    await this.#job.stop()
  }

  /** Resolves when it is not at work. */
  async untilIdle(): Promise<void> {
    await this.#job.untilIdle()
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { db, learn, now, untilIdle } = this.#parts
    const last = await lastLearned(db)
    if (last && now().getTime() - last.learnedAt.getTime() < EVERY_MS) return
    await untilIdle()
    if (signal.aborted) return
    const learned = await learn(now(), signal)
    if (learned && !signal.aborted) await saveLearned(db, { ...learned, now: now() })
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
