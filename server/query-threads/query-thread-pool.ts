import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type QueryAsker,
  type QueryOptions,
  QueryRefused,
  type QueryThreads,
  type RefusalReason,
} from '@/lib/pages/query-threads'
import type { QueryMessage } from '@/server/query-threads/messages'
import { QueryThread } from '@/server/query-threads/query-thread-handle'

interface Limits {
  /** Threads that answer at once. Two at least, so that one long query never holds up every other. */
  threads: number
  /** Queries that wait for a thread, for each kind of asker; one more is refused. */
  waiting: number
  /** A query that waited for so long is refused. */
  waitMs: number
  /**
   * A query that takes more processor time is refused. By the clock it may take CLOCK_SHARE times as long, so that a busy
   * machine refuses no small search; where the system does not tell the processor time, the clock alone counts.
   */
  runMs: number
  /** A thread that is still busy so long after its query was refused is ended as soon as SQLite lets go of it. */
  graceMs: number
  /** A thread without work for so long ends, unless no more than `kept` are left. */
  idleMs: number
  kept: number
  /** Garbage is collected early on a small heap. A query that needs more of it ends its thread, and is refused. */
  heapMb: number
  /** How far below the serving thread the scheduler puts the threads, in steps of `nice`. */
  niceness: number
}

const CLOCK_SHARE = 5

const LIMITS: Limits = {
  threads: Math.max(2, availableParallelism() - 1),
  waiting: 64,
  waitMs: 10_000,
  runMs: 4000,
  graceMs: 1000,
  idleMs: 60_000,
  kept: 1,
  heapMb: 128,
  // Lower, and other programs of a busy machine would starve a search until its time is up.
  niceness: 5,
}

/** For background jobs: no search of a reader shares its time with them, and they have all the time that they need. */
export const IN_BACKGROUND: Partial<Limits> = { threads: 1, runMs: 20_000, graceMs: 60_000, kept: 0, niceness: 19 }

/** A query that was asked and is not answered yet. */
interface Job {
  number: number
  name: string
  input: unknown
  asker: QueryAsker
  done: (answer: unknown) => void
  failed: (error: unknown) => void
  /** Stops its timer and no longer listens to whoever asked. */
  release: () => void
  timer: NodeJS.Timeout | null
}

/**
 * Runs queries on worker threads, which are started by the first queries. Each asker gets an answer, an error, or a refusal
 * in bounded time, whatever becomes of the thread:
 * - queries wait in the order in which they came; readers and the desk take turns, so that neither waits for all of the
 *   other;
 * - SQLite cannot be interrupted from another thread: what is no longer wanted ends before its next statement, and a
 *   thread that stays within a statement is replaced, as long as there are not too many of such.
 */
export class QueryThreadPool implements QueryThreads {
  readonly #limits: Limits
  readonly #waiting: Record<QueryAsker, Job[]> = { reader: [], desk: [] }
  readonly #running = new Map<QueryThread, Job | null>()
  readonly #threads = new Set<QueryThread>()
  /** Threads that were given up and have not ended yet. */
  readonly #stuck = new Set<QueryThread>()
  #jobs = 0
  #lastServed: QueryAsker = 'desk'
  #isClosed = false

  constructor(
    /** `script` is the built server/query-threads/query-thread.ts, `store` the file of the store. */
    private readonly at: { script: URL | string; store: string },
    limits: Partial<Limits> = {},
  ) {
    this.#limits = { ...LIMITS, ...limits }
  }

  /** Starts the first thread, so that the first query does not wait for it. */
  warm(): void {
    if (!this.#isClosed && this.#threads.size === 0) this.#start()
  }

  async run(name: string, input: unknown, { asker, signal }: QueryOptions): Promise<unknown> {
    if (signal?.aborted) throw new QueryRefused('left')
    const waiting = this.#waiting[asker]
    if (this.#isClosed || waiting.length >= this.#limits.waiting) throw new QueryRefused('too-many')
    return new Promise((resolve, reject) => {
      const leave = () => this.#refuse(job, 'left')
      this.#jobs += 1
      const job: Job = {
        number: this.#jobs,
        name,
        input,
        asker,
        done: resolve,
        failed: reject,
        timer: null,
        release: () => {
          if (job.timer) clearTimeout(job.timer)
          signal?.removeEventListener('abort', leave)
        },
      }
      job.timer = setTimeout(() => this.#refuse(job, 'too-many'), this.#limits.waitMs)
      signal?.addEventListener('abort', leave)
      waiting.push(job)
      this.#assign()
    })
  }

  /** How many queries wait or run, and on how many threads. */
  get load(): { waiting: number; running: number; threads: number } {
    const running = [...this.#running.values()].filter((job) => job !== null).length
    return { waiting: this.#waiting.reader.length + this.#waiting.desk.length, running, threads: this.#threads.size }
  }

  /** Refuses what waits, and resolves when every thread has closed its connection. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const job of [...this.#waiting.reader, ...this.#waiting.desk, ...this.#running.values()]) {
      if (job) this.#refuse(job, 'too-many')
    }
    await Promise.all([...this.#threads, ...this.#stuck].map((thread) => thread.close()))
  }

  /** Gives waiting queries to free threads, and starts a thread when there are more queries than these. */
  #assign(): void {
    for (const [thread, job] of this.#running) {
      if (job !== null) continue
      const next = this.#next()
      if (!next) return
      this.#give(thread, next)
    }
    const { threads } = this.#limits
    const isWaiting = this.#waiting.reader.length + this.#waiting.desk.length > 0
    if (isWaiting && this.#threads.size < threads && this.#stuck.size < threads) this.#start()
  }

  #next(): Job | undefined {
    const first: QueryAsker = this.#lastServed === 'desk' ? 'reader' : 'desk'
    for (const asker of [first, this.#lastServed]) {
      const job = this.#waiting[asker].shift()
      if (!job) continue
      this.#lastServed = asker
      return job
    }
    return undefined
  }

  #give(thread: QueryThread, job: Job): void {
    this.#running.set(thread, job)
    if (job.timer) clearTimeout(job.timer)
    this.#watch(thread, job, { since: performance.now(), before: thread.processorMs() })
    thread.send({ job: job.number, name: job.name, input: job.input })
  }

  /** Looks at the job once it can have had its time. */
  #watch(
    thread: QueryThread,
    job: Job,
    start: { since: number; before: number | null },
    ms = this.#limits.runMs,
  ): void {
    job.timer = setTimeout(() => {
      const present = thread.processorMs()
      const { runMs } = this.#limits
      const left = start.before === null || present === null ? 0 : runMs - (present - start.before)
      const isLate = performance.now() - start.since >= CLOCK_SHARE * runMs
      if (left > 0 && !isLate) this.#watch(thread, job, start, Math.max(left, runMs / 10))
      else this.#refuse(job, 'too-much')
    }, ms)
  }

  /** Answers that there is no answer, at once; the thread that has the job is freed when it notices. */
  #refuse(job: Job, reason: RefusalReason): void {
    job.release()
    job.failed(new QueryRefused(reason))
    const waiting = this.#waiting[job.asker]
    const place = waiting.indexOf(job)
    if (place !== -1) {
      waiting.splice(place, 1)
      return
    }
    for (const [thread, running] of this.#running) {
      if (running !== job) continue
      thread.stop(job.number)
      void this.#giveUpLater(thread, job)
    }
  }

  async #giveUpLater(thread: QueryThread, job: Job): Promise<void> {
    await pause(this.#limits.graceMs, undefined, { ref: false })
    if (this.#running.get(thread) !== job) return
    console.error(`a query thread was given up: “${job.name}” has been in one statement for too long`)
    this.#running.delete(thread)
    this.#threads.delete(thread)
    this.#stuck.add(thread)
    void thread.end()
    this.#assign()
  }

  #start(): void {
    const thread = new QueryThread({ ...this.at, ...this.#limits })
    this.#threads.add(thread)
    thread.worker.on('message', (message: QueryMessage) => this.#heard(thread, message))
    // One that fails before it is ready would fail again: whoever waits is told why.
    thread.worker.on('error', (error) => {
      console.error('a query thread failed', error)
      if (!this.#running.has(thread)) this.#failWaiting(error)
    })
    once(thread.worker, 'exit').then(
      () => this.#ended(thread),
      () => this.#ended(thread),
    )
  }

  #heard(thread: QueryThread, message: QueryMessage): void {
    const job = this.#running.get(thread)
    if ('job' in message && job?.number === message.job) {
      job.release()
      if ('answer' in message) job.done(message.answer)
      else job.failed(Object.assign(new Error(message.failed.message), message.failed))
    }
    // A thread that was given up is no longer asked.
    if (!this.#threads.has(thread)) return
    this.#running.set(thread, null)
    this.#assign()
    if (this.#running.get(thread) === null) thread.rest(this.#limits.idleMs, () => this.#dismiss(thread))
  }

  /** Ends a thread that had nothing to do for a while, unless it is to be kept. */
  #dismiss(thread: QueryThread): void {
    if (this.#threads.size <= this.#limits.kept || this.#running.get(thread) !== null) return
    this.#running.delete(thread)
    this.#threads.delete(thread)
    void thread.close()
  }

  #failWaiting(error: Error): void {
    for (const asker of ['reader', 'desk'] as const) {
      for (const job of this.#waiting[asker].splice(0)) {
        job.release()
        job.failed(error)
      }
    }
  }

  #ended(thread: QueryThread): void {
    const job = this.#running.get(thread)
    this.#running.delete(thread)
    this.#threads.delete(thread)
    this.#stuck.delete(thread)
    if (job) {
      // Out of memory, or a fault of the thread: the query is not tried again, because it would end the next one.
      job.release()
      job.failed(new QueryRefused('too-much'))
    }
    if (!this.#isClosed) this.#assign()
  }
}
