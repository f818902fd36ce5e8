import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { closeStore, openStore, storeFile } from '@/db/store/open'
import { bars } from '@/server/bench/bars'
import type { Bar, Figure } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { median, percentile } from '@/server/bench/percentile'
import { type PreparedEdition, prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { crawlSite } from '@/server/bench/site/crawl-site'
import type { HttpClient, TimedResponse } from '@/server/bench/site/http-client'
import { RunningSite } from '@/server/bench/site/running-site'
import { type Acknowledged, type RenameRequest, renameTimed } from '@/server/bench/site/site-with-editor'
import { wakeSite } from '@/server/data-folder/site-socket'

const RENAMES = 30
const STORIES = 6
const REQUEST_EVERY_MS = 2
const FRESH_WITHIN_MS = 10_000
const SETTLE_MS = 250

/** How an editor's rename reaches the store. */
type Rename = (request: RenameRequest) => Promise<Acknowledged>

/** One rename, in milliseconds from the moment the editor pressed the button. */
interface Freshness {
  /** Until every request for a page that shows the headline gets the new one. */
  noneOldMs: number
  /** Until each of those pages was rendered again and sent. */
  allPrintedMs: number
  pages: number
}

/** Renames by an editor in the server's own process, then by another process, in an edition of their own. */
export async function freshnessFigures(): Promise<Figure[]> {
  const { dataDir, demo } = await prepareDemoEdition()
  const inside = await RunningSite.start(dataDir, { script: ['.build/server/bench.mjs', 'site-with-editor'] })
  let figures: Figure[]
  try {
    const rename: Rename = async (request) => {
      const message = once(inside.child, 'message')
      inside.child.send(request)
      const [acknowledged] = await message
      return acknowledged as Acknowledged
    }
    figures = figuresOf('in the process', await series(inside, demo, rename), bars.freshInProcessMs)
  } finally {
    await inside.stop()
  }
  const site = await RunningSite.start(dataDir)
  // As the commands open it.
  const db = openStore(storeFile(dataDir), async () => void (await wakeSite(dataDir)))
  try {
    const rename: Rename = (request) => renameTimed(db, request)
    const across = figuresOf('from another process', await series(site, demo, rename), bars.freshAcrossProcessesMs)
    return [...figures, ...across]
  } finally {
    await closeStore(db)
    await site.stop()
  }
}

async function series(site: RunningSite, demo: PreparedEdition['demo'], rename: Rename): Promise<Freshness[]> {
  const stories = await mostShown(site, demo)
  const showing = new Map<number, string[]>()
  for (const { id, pages } of stories) {
    const headline = headlineOf(id, 0)
    await rename({ id, headline })
    // A write of another process is noticed with a delay.
    await pause(SETTLE_MS)
    showing.set(id, await pagesWith(site.client, headline, pages))
  }
  await site.settled()

  const runs: Freshness[] = []
  for (let turn = 1; turn <= RENAMES; turn++) {
    const { id } = stories[turn % stories.length] ?? { id: 0 }
    const pages = showing.get(id) ?? []
    runs.push(await freshnessOf(site.client, pages, { id, headline: headlineOf(id, turn) }, rename))
    // The pause varies, so that it is not in step with the polls of the server.
    await pause(SETTLE_MS + ((turn * 37) % 50))
  }
  return runs
}

/** A headline that no page has by chance, and that is not the beginning of another one. */
function headlineOf(id: number, turn: number): string {
  return `Story ${id} under its headline number ${turn}, as an editor left it`
}

/** The stories that stand on the most pages, and the pages that lead to them. Reads the whole site, and so fills its store. */
async function mostShown(site: RunningSite, demo: PreparedEdition['demo']): Promise<{ id: number; pages: string[] }[]> {
  const sitePages = await crawlSite(site.client)
  const stories = demo.map(({ id, path }) => ({
    id,
    pages: [...sitePages].flatMap(([address, words]) => (address === path || words.includes(path) ? [address] : [])),
  }))
  return stories.sort((one, other) => other.pages.length - one.pages.length).slice(0, STORIES)
}

async function pagesWith(client: HttpClient, headline: string, candidates: string[]): Promise<string[]> {
  const pages: string[] = []
  for (const path of candidates) {
    const { body } = await client.expect(200, path)
    if (body.includes(headline)) pages.push(path)
  }
  if (!pages.length) throw new Error(`no page shows the headline “${headline}”`)
  return pages
}

/** Requests every page repeatedly, from before the rename until each shows the new headline. */
async function freshnessOf(
  client: HttpClient,
  pages: string[],
  request: RenameRequest,
  rename: Rename,
): Promise<Freshness> {
  const watching = Promise.all(pages.map((path) => firstFresh(client, path, request.headline)))
  const [{ begunAt, doneAt }, fresh] = await Promise.all([rename(request), watching])
  for (const path of pages) {
    const { body } = await client.expect(200, path)
    if (!body.includes(request.headline)) throw new Error(`${path} went back to an old headline`)
  }
  return {
    noneOldMs: Math.max(doneAt, ...fresh.map(({ sentAt }) => sentAt)) - begunAt,
    allPrintedMs: Math.max(doneAt, ...fresh.map(({ receivedAt }) => receivedAt)) - begunAt,
    pages: pages.length,
  }
}

/** The first request that was answered with the new headline. */
async function firstFresh(client: HttpClient, path: string, headline: string): Promise<TimedResponse> {
  const end = sharedMs() + FRESH_WITHIN_MS
  while (sharedMs() < end) {
    const answer = await client.expect(200, path)
    if (answer.body.includes(headline)) return answer
    await pause(REQUEST_EVERY_MS)
  }
  throw new Error(`${path} still showed an old headline after ${FRESH_WITHIN_MS} ms`)
}

function figuresOf(from: string, runs: Freshness[], bar: Bar): Figure[] {
  const none = runs.map(({ noneOldMs }) => noneOldMs)
  const printed = runs.map(({ allPrintedMs }) => allPrintedMs)
  const what = `headline ${from} (${runs.length})`
  return [
    { part: 'freshness', what: `${what}, no stored page is old: median`, value: median(none), unit: 'ms', bar },
    { part: 'freshness', what: `${what}, no stored page is old: max`, value: percentile(none, 1), unit: 'ms', bar },
    { part: 'freshness', what: `${what}, every page printed anew: median`, value: median(printed), unit: 'ms' },
    { part: 'freshness', what: `${what}, every page printed anew: max`, value: percentile(printed, 1), unit: 'ms' },
    {
      part: 'freshness',
      what: `${what}, pages that show it: median`,
      value: median(runs.map(({ pages }) => pages)),
      unit: 'pages',
    },
  ]
}
