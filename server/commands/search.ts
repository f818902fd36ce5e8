import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  completeSearchIndex,
  emptySearchIndex,
  markForIndexing,
  unindexedArticles,
} from '@/db/editing/complete-search-index'
import type { Writer } from '@/db/store/open'

const USAGE = `npm run broadsheet -- search reindex [--empty]
Makes the index of words and that of related stories anew, also while the site runs. What was broken off goes on.
--empty throws the index of words away first, when it is damaged: until its end, searches find only a part.`

/** As long as a few stories take: the other half of the time is for the site. */
const PAUSE_MS = 5
/** How often it is told how far the work is. */
const TOLD_EVERY_MS = 5000

interface Clock {
  now: () => Date
  pause: (ms: number) => Promise<unknown>
}

const CLOCK: Clock = { now: () => new Date(), pause: sleep }

/** `search …`: makes the index of words anew; returns the exit status. */
export async function search({ db, args }: { db: Writer; args: string[] }, clock: Clock = CLOCK): Promise<number> {
  const isEmptied = parsed(args)
  if (isEmptied === null) {
    console.error(USAGE)
    return 2
  }
  if (isEmptied) await emptySearchIndex(db)
  else if (!(await markForIndexing(db))) console.log('An index that was begun is finished.')
  const all = await unindexedArticles(db)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  let told = clock.now().getTime()
  const indexed = await completeSearchIndex(db, {
    now: clock.now(),
    pause: async (done) => {
      const at = clock.now().getTime()
      if (at - told >= TOLD_EVERY_MS) {
        told = at
        console.log(`${count(done)} of ${count(all)} stories (${Math.floor((100 * done) / Math.max(1, all))} %)`)
      }
      await clock.pause(PAUSE_MS)
      return !stopping.signal.aborted
    },
  })
  process.removeListener('SIGINT', stop)
  const left = await unindexedArticles(db)
  if (left <= 0) {
    console.log(indexed === 1 ? '1 story is indexed.' : `${count(indexed)} stories are indexed.`)
    return 0
  }
  console.log(`Stopped with ${count(left)} stories left. The same command goes on; so does the site when it starts.`)
  return 1
}

/** Whether the index is to be emptied first; null for other arguments. */
function parsed(args: string[]): boolean | null {
  try {
    const { positionals, values } = parseArgs({ args, options: { empty: { type: 'boolean' } }, allowPositionals: true })
    return positionals.join(' ') === 'reindex' ? (values.empty ?? false) : null
  } catch {
    return null
  }
}

function count(stories: number): string {
  return stories.toLocaleString('en-GB')
}
