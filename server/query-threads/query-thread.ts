import { readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openForQueries, type Reader } from '@/db/store/open'
import { THREADED_QUERIES } from '@/db/threaded-queries/threaded-queries'
import { lowerThreadPriority } from '@/server/lower-thread-priority'
import type { QueryFailure, QueryJob, QueryMessage, QueryThreadData } from '@/server/query-threads/messages'

/* A worker thread that answers queries (see QueryThreadPool), one at a time, each from one state of the store. */

const { store, unwanted, niceness } = workerData as QueryThreadData

/** The job under way; jobs come one after another. */
let current = 0

const connection = openForQueries(store, () => {
  if (Atomics.load(unwanted, 0) >= current) throw new Error('nobody wants the answer any more')
})

lowerThreadPriority(niceness)
parentPort?.on('message', (message: QueryJob | 'close') => {
  if (message === 'close') {
    connection.close()
    parentPort?.close()
    return
  }
  const { job, name, input } = message
  current = job
  connection
    .run((db) => queryNamed(name)(db, input))
    .then(
      (answer) => send({ job, answer }),
      (error: unknown) => send({ job, failed: failure(error) }),
    )
})
send({ ready: threadNumber() })

function queryNamed(name: string): (db: Reader, input: unknown) => Promise<unknown> {
  const query = Object.entries(THREADED_QUERIES).find(([known]) => known === name)?.[1]
  if (!query) throw new Error(`there is no query “${name}”`)
  // The caller's input has the type that goes with the name (app/threaded-query.ts).
  return query as (db: Reader, input: unknown) => Promise<unknown>
}

function send(message: QueryMessage): void {
  parentPort?.postMessage(message)
}

function failure(error: unknown): QueryFailure {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, stack, code } = error as NodeJS.ErrnoException
  return { message, stack, code }
}

/** The number that Linux has given to this thread; null on other systems. */
function threadNumber(): number | null {
  try {
    return Number(basename(readlinkSync('/proc/thread-self'))) || null
  } catch {
    return null
  }
}
