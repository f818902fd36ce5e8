import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { linkExample, storiesThatLink } from '@/db/linking/link-examples'
import { openForQueries } from '@/db/store/open'
import type { LinkExample } from '@/lib/linking/related/learned'
import { learnedLinks } from '@/lib/linking/related/learned-links'
import { lowerThreadPriority } from '@/server/lower-thread-priority'

/* A worker thread that learns once from the links of the paper (see LinkLearning), and ends. */

export interface LearningData {
  /** The file of the store. */
  store: string
  now: Date
}

/** The newest stories that link: how a paper linked years ago says little. */
const MAX_STORIES = 400
const NICENESS = 19

const { store, now } = workerData as LearningData
lowerThreadPriority(NICENESS)
const connection = openForQueries(store, () => {})
const ids = await connection.run((db) => storiesThatLink(db, { now, most: MAX_STORIES }))
const examples: LinkExample[] = []
for (const id of ids) {
  const since = performance.now()
  const example = await connection.run((db) => linkExample(db, { id, now }))
  if (example) examples.push(example)
  // Half of the time is left to others.
  await pause(performance.now() - since)
}
connection.close()
parentPort?.postMessage(learnedLinks(examples))
