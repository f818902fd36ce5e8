import { setTimeout } from 'node:timers/promises'
import { completeSearchIndex } from '@/db/editing/complete-search-index'
import type { Store } from '@/db/store/open'

/** As long as a few articles take: the other half of the time is for readers. */
const PAUSE_MS = 10

/**
 * Indexes for search what an upgrade left to be indexed, while the site serves, and says so. Ends when `isStopping` says
 * so, and goes on at the next start.
 */
export async function followUpSearchIndex(
  db: Store,
  { now, isStopping, report }: { now: () => Date; isStopping: () => boolean; report: (line: string) => void },
): Promise<void> {
  const indexed = await completeSearchIndex(db, {
    now: now(),
    pause: async () => {
      await setTimeout(PAUSE_MS, undefined, { ref: false })
      return !isStopping()
    },
  })
  if (indexed > 0) report(`${indexed} stories were indexed for search`)
}
