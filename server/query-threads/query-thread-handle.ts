import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { QueryJob, QueryMessage, QueryThreadData } from '@/server/query-threads/messages'

const YOUNG_HEAP_MB = 8

interface Start {
  script: URL | string
  /** The file of the store. */
  store: string
  niceness: number
  /** A thread that needs more ends. */
  heapMb: number
}

/** How long a thread may take to close its connection before it is ended without. */
const CLOSES_WITHIN_MS = 3000

/** One query thread as the serving thread sees it. */
export class QueryThread {
  readonly worker: Worker
  readonly #unwanted = new Int32Array(new SharedArrayBuffer(4))
  #resting: NodeJS.Timeout | null = null
  /** Its number in the system; null where that has none. */
  #number: number | null = null

  constructor({ script, store, niceness, heapMb }: Start) {
    const workerData: QueryThreadData = { store, niceness, unwanted: this.#unwanted }
    const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB }
    this.worker = new Worker(script, { workerData, resourceLimits })
    this.worker.unref()
    this.worker.on('message', (message: QueryMessage) => {
      if ('ready' in message) this.#number = message.ready
    })
  }

  send(job: QueryJob): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    this.worker.postMessage(job)
  }

  /** Processor time that it has taken since it began, in milliseconds; null where the system does not tell. */
  processorMs(): number | null {
    if (this.#number === null) return null
    try {
      // Nanoseconds come first (https://docs.kernel.org/scheduler/sched-stats.html).
      return Number.parseInt(readFileSync(`/proc/self/task/${this.#number}/schedstat`, 'latin1'), 10) / 1e6
    } catch {
      return null
    }
  }

  /** Calls `then` unless a job comes within `ms`. */
  rest(ms: number, then: () => void): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = setTimeout(then, ms)
    this.#resting.unref()
  }

  /** The job ends before its next statement. */
  stop(job: number): void {
    Atomics.store(this.#unwanted, 0, job)
  }

  /** Resolves when the thread has closed its connection and ended, or has been ended. */
  async close(): Promise<void> {
    if (this.worker.threadId === -1) return
    const ended = once(this.worker, 'exit')
    this.worker.postMessage('close')
    await Promise.race([ended, pause(CLOSES_WITHIN_MS, undefined, { ref: false }).then(() => this.end())])
  }

  /** Ends the thread; within a statement, as soon as SQLite lets go of it. */
  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
