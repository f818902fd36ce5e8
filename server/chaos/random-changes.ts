import { closeStore, openStore, storeFile } from '@/db/store/open'
import { RunningSite } from '@/server/bench/site/running-site'
import { RandomNewsroom } from '@/server/chaos/random-newsroom'
import { mapConcurrently } from '@/server/crawling/map-concurrently'

const CHANGES = 1000
const CONCURRENCY = 4
/** The time between two changes of RandomNewsroom. */
export const CHANGES_TAKE_MS = (CHANGES + 1) * 60_000

export interface ChangeFigures {
  changes: number
  /** Addresses that were public at some time. */
  addresses: number
  /** Addresses of these that do not answer 200 after at most one redirect, nor 410. */
  lostAddresses: number
}

/**
 * Makes 1,000 random changes in the store, each a minute after the last, beginning at `from`. Then requests every address
 * that was ever public from the built site.
 */
export async function changeFigures({
  dataDir,
  seed,
  from,
  report,
}: {
  dataDir: string
  seed: number
  from: Date
  report: (line: string) => void
}): Promise<ChangeFigures> {
  const db = openStore(storeFile(dataDir))
  let site: RunningSite | null = null
  try {
    const newsroom = new RandomNewsroom(db, { seed, now: from })
    await newsroom.remember()
    for (let change = 0; change < CHANGES; change++) await newsroom.step()
    const addresses = [...newsroom.addresses]
    report(`${CHANGES} changes are made; ${addresses.length} addresses are requested`)
    const running = await RunningSite.start(dataDir)
    site = running
    const arrived = await mapConcurrently(CONCURRENCY, addresses, (path) => isFound(running, path))
    const lost = addresses.filter((_path, index) => !arrived[index])
    report(`lost: ${lost.join(' ') || 'nothing'}`)
    return { changes: CHANGES, addresses: addresses.length, lostAddresses: lost.length }
  } finally {
    await site?.stop()
    await closeStore(db)
  }
}

/** Whether an address answers 200 after at most one redirect, or says that it is gone. */
async function isFound(site: RunningSite, path: string): Promise<boolean> {
  const first = await site.client.get(path)
  const location = first.status === 308 ? first.headers.location : undefined
  const { status } = location === undefined ? first : await site.client.get(pathOf(location, site.url))
  return status === 200 || status === 410
}

function pathOf(location: string, siteUrl: string): string {
  const { pathname, search } = new URL(location, siteUrl)
  return pathname + search
}
