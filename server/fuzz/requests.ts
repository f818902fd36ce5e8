import { ROLES } from '@/lib/accounts/permissions'
import type { FuzzPart } from '@/server/fuzz/fuzz-part'
import { RandomRequests } from '@/server/fuzz/random-request'

const AT_ONCE = 8
/** The share of all requests after which memory is compared: 2,000 of 20,000. */
const WARM_UP_SHARE = 0.1
/** Resident memory at the end, as a multiple of that after the warm-up. */
const MOST_GROWTH = 1.2
const SIGNED_IN_EVERY = 200
const MIB = 1024 * 1024
/** Half a million pages of the same kind would be found in the first twenty faults. */
const MOST_FAULTS = 60

/**
 * Random requests over every route, with and without rights. Bars: no answer of 500, no crash, no request without an
 * end, memory at the end at most 1.2 times that after the first tenth, nothing new on disk.
 */
export const requests: FuzzPart = async ({ site, random, requests: wanted, report }) => {
  const faults = new Set<string>()
  const statuses = new Map<number | null, number>()
  const stories = await storyPaths(site.url)
  const source = new RandomRequests(random, { stories, url: site.url, cookieOf: (sender) => site.cookieOf(sender) })
  for (const path of ['/', '/admin', ...stories.slice(0, 5)]) await fetch(`${site.url}${path}`)
  const before = site.filesOnDisk()
  let warm = 0
  let sent = 0
  const sendOne = async () => {
    const { bytes, words } = source.next()
    const { status, end } = await site.send([bytes])
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status === 500 || end === 'timed out') faults.add(`${status ?? end}: ${words}`)
  }
  while (sent < wanted && faults.size < MOST_FAULTS) {
    if (!site.isRunning) {
      faults.add(`the site ended after ${sent} requests`)
      break
    }
    if (sent % SIGNED_IN_EVERY === 0) await signInAgain(site)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, wanted - sent) }, sendOne))
    sent += AT_ONCE
    if (warm === 0 && sent >= wanted * WARM_UP_SHARE) warm = await site.residentBytes()
    if (sent % 2000 === 0) report(`${sent} requests sent, ${faults.size} faults`)
  }
  const end = site.isRunning ? await site.residentBytes() : 0
  if (end > warm * MOST_GROWTH) faults.add(`memory rose from ${inMiB(warm)} to ${inMiB(end)} MiB`)
  const added = site.filesOnDisk().filter((file) => !before.includes(file))
  if (added.length > 0) faults.add(`new on disk: ${added.slice(0, 10).join(', ')}`)
  return {
    figures: {
      requests: sent,
      'answers of 500': statuses.get(500) ?? 0,
      'connections without an answer': statuses.get(null) ?? 0,
      'MiB after the first tenth': inMiB(warm),
      'MiB at the end': inMiB(end),
      'new files': added.length,
    },
    faults: [...faults],
  }
}

/** A random request may sign its sender out or shut somebody out; the next ones are sent with rights again. */
async function signInAgain(site: Parameters<FuzzPart>[0]['site']): Promise<void> {
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
