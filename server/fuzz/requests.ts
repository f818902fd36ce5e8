import { ROLES } from '@/lib/accounts/permissions'
import type { SeededRandom } from '@/server/chaos/seeded-random'
import type { FuzzPart } from '@/server/fuzz/fuzz-part'
import type { FuzzedSite } from '@/server/fuzz/fuzzed-site'
import { RandomRequests } from '@/server/fuzz/random-request'

const AT_ONCE = 8
/** The share of all requests after which memory is compared: 2,000 of 20,000. */
const WARM_UP_SHARE = 0.1
/** Resident memory at the end, as a multiple of that after the warm-up. */
const MAX_GROWTH = 1.2
const SIGNED_IN_EVERY = 200
const MIB = 1024 * 1024
/** Half a million pages of the same kind would be found in the first twenty faults. */
const MAX_FAULTS = 60

/** What came of random requests. */
export interface Sent {
  requests: number
  /** How many answers had each status; null is for connections that ended without one. */
  statuses: Map<number | null, number>
  /** Each answer of 500 and each request without an end, with the request. */
  faults: string[]
}

/** Sends `wanted` random requests, eight at a time. Stops early when the site ends or nearly everything fails. */
export async function sendRandomRequests(
  site: FuzzedSite,
  { random, wanted, onSent }: { random: SeededRandom; wanted: number; onSent?: (sent: Sent) => Promise<void> },
): Promise<Sent> {
  const sent: Sent = { requests: 0, statuses: new Map(), faults: [] }
  const stories = await storyPaths(site.url)
  const source = new RandomRequests(random, {
    stories,
    url: site.url,
    cookieOf: (sender) => site.cookieOf(sender),
    tokenOf: (sender) => site.tokenOf(sender),
  })
  const sendOne = async () => {
    const { bytes, words } = source.next()
    const { status, end } = await site.send([bytes])
    sent.statuses.set(status, (sent.statuses.get(status) ?? 0) + 1)
    if (status === 500 || end === 'timed out') sent.faults.push(`${status ?? end}: ${words}`)
  }
  while (sent.requests < wanted && sent.faults.length < MAX_FAULTS) {
    if (!site.isRunning) {
      sent.faults.push(`the site ended after ${sent.requests} requests`)
      break
    }
    if (sent.requests % SIGNED_IN_EVERY === 0) await signInAgain(site)
    const together = Math.min(AT_ONCE, wanted - sent.requests)
    await Promise.all(Array.from({ length: together }, sendOne))
    sent.requests += together
    await onSent?.(sent)
  }
  return sent
}

/**
 * Random requests over every route and every operation of the Admin API, with and without rights. Bars: no answer of
 * 500, no crash, no request without an end, memory at the end at most 1.2 times that after the first tenth, nothing new
 * on disk.
 */
export const requests: FuzzPart = async ({ site, random, requests: wanted, report }) => {
  for (const path of ['/', '/admin', ...(await storyPaths(site.url)).slice(0, 5)]) await fetch(`${site.url}${path}`)
  const before = site.filesOnDisk()
  let warm = 0
  const onSent = async ({ requests: sent, faults }: Sent) => {
    if (warm === 0 && sent >= wanted * WARM_UP_SHARE && site.isRunning) warm = await site.residentBytes()
    if (sent % 2000 === 0 && site.isRunning) {
      report(`${sent} requests sent, ${faults.length} faults, ${inMiB(await site.residentBytes())} MiB`)
    }
  }
  const { requests: sent, statuses, faults } = await sendRandomRequests(site, { random, wanted, onSent })
  const end = site.isRunning ? await site.residentBytes() : 0
  if (end > warm * MAX_GROWTH) faults.push(`memory rose from ${inMiB(warm)} to ${inMiB(end)} MiB`)
  const added = site.filesOnDisk().filter((file) => !before.includes(file))
  if (added.length > 0) faults.push(`new on disk: ${added.slice(0, 10).join(', ')}`)
  return {
    figures: {
      requests: sent,
      'answers of 500': statuses.get(500) ?? 0,
      'connections without an answer': statuses.get(null) ?? 0,
      'MiB after the first tenth': inMiB(warm),
      'MiB at the end': inMiB(end),
      'new files': added.length,
    },
    faults,
  }
}

/** A random request may sign its sender out or shut somebody out; the next ones are sent with rights again. */
async function signInAgain(site: FuzzedSite): Promise<void> {
  for (const role of ROLES) await site.signIn(role)
}

/** The addresses of the newest stories. */
async function storyPaths(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/feed.json`)
  const { items } = (await answer.json()) as { items: { url: string }[] }
  return items.map((item) => new URL(item.url).pathname)
}

function inMiB(bytes: number): number {
  return Math.round(bytes / MIB)
}
