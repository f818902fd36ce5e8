import { setTimeout as pause } from 'node:timers/promises'
import { completeSearchIndex } from '@/db/editing/complete-search-index'
import { closeStore, openStore, type Store, storeFile, type Writer } from '@/db/store/open'
import { type Corpus, copyForRun } from '@/server/bench/corpus/corpus-store'
import { archiveOfBuild } from '@/server/bench/corpus/earlier-archive'
import { sharedMs } from '@/server/bench/machine'
import { publishTimes } from '@/server/bench/measures/desk-publishing'
import { median, percentile } from '@/server/bench/percentile'
import type { ScalePoint } from '@/server/bench/scale/scale-figure'
import { blocksValue, suggestionValue } from '@/server/bench/scale/scale-links'
import { type ScalePages, scalePages } from '@/server/bench/scale/scale-pages'
import { searchValues } from '@/server/bench/scale/scale-search'
import { firstShown } from '@/server/bench/site/first-shown'
import { RunningSite } from '@/server/bench/site/running-site'
import { renameTimed } from '@/server/bench/site/site-with-editor'
import { wakeSite } from '@/server/data-folder/site-socket'

const MIB = 1024 * 1024
const MISSES = 500
/** So many pages after a start are looked at on their own. */
const FIRST = 200
/** So many pages in a row are asked of one of two that take turns. */
const TURN = 25
const UNANSWERED = 503
const ASKED_AGAIN_AFTER_MS = 250
const PUBLICATIONS = 100
const RENAMES = 15
/** What a change makes stale is made anew before the next. */
const SETTLE_MS = 400
const READER = { 'accept-encoding': 'gzip, br' }

interface Run {
  corpus: Corpus
  /** A built clone that is measured on the same archive; null for none. */
  beside: string | null
  progress: (line: string) => void
}

/** Everything that is measured at one size, on a copy of the archive. */
export async function scalePoint({ corpus, beside, progress }: Run): Promise<ScalePoint> {
  const { count: stories } = corpus
  progress(`${stories} stories: copy`)
  const dataDir = copyForRun(corpus)
  const db = openStore(storeFile(dataDir))
  try {
    // An archive of an earlier build: what a site does while it serves is done before anything is measured.
    await completeSearchIndex(db, { now: new Date(), pause: async () => true, atOnce: 500 })
    const pages = await scalePages(db, { stories: 2 * MISSES, seed: 3 })
    const earlier = beside === null ? null : await Rival.earlier(corpus, { build: beside, pages, progress })
    progress(`${stories} stories: floor`)
    const floor = await Rival.floor(dataDir, pages)
    progress(`${stories} stories: pages`)
    const disk = bytesOf(db) / corpus.textBytes
    const site = await RunningSite.start(dataDir, { hasAllCores: true })
    try {
      const first = await site.client.expect(200, '/', READER)
      const values: ScalePoint['values'] = {
        start: site.readyAfterMs + (first.receivedAt - first.sentAt),
        ...(await pageValues(site, { pages, floor, earlier })),
      }
      progress(`${stories} stories: search`)
      Object.assign(values, await searchValues(site, db, { page: pages.articles[0] ?? '/', corpus, dataDir }))
      progress(`${stories} stories: front page`)
      values.front = median(await frontTimes(site, { db, dataDir }))
      progress(`${stories} stories: publish`)
      const { shownAfterMs } = await publishTimes(site, { db, stories: PUBLICATIONS })
      values.publish = median(shownAfterMs)
      values.publishP99 = percentile(shownAfterMs, 0.99)
      values.memory = (await site.health()).rssBytes / MIB
      values.disk = disk
      progress(`${stories} stories: links`)
      Object.assign(values, await suggestionValue(db))
      await site.stop()
      Object.assign(values, await blocksValue(corpus))
      return { stories, values }
    } finally {
      await floor.stop()
      await earlier?.stop()
      await site.stop()
    }
  } finally {
    await closeStore(db)
  }
}

/** What the store takes on disk, without what is free in it since a migration. */
function bytesOf({ $client }: Store): number {
  const number = (name: string) => Number($client.pragma(name, { simple: true }))
  return (number('page_count') - number('freelist_count')) * number('page_size')
}

async function pageValues(
  site: RunningSite,
  { pages, floor, earlier }: { pages: ScalePages; floor: Rival; earlier: Rival | null },
): Promise<ScalePoint['values']> {
  const rivals = earlier ? [floor, earlier] : [floor]
  const { first, misses } = await articleMisses(site, pages, rivals)
  for (const rival of rivals) await rival.stop()
  const medianOf = async (paths: string[]) => median(await durations(site, paths))
  const index = await untilMade(site, '/sitemap.xml')
  const { body } = await site.client.expect(200, '/sitemap.xml')
  const [, loc = '/sitemap.xml'] = /<loc>([^<]*\d[^<]*)<\/loc>/.exec(body.toString()) ?? []
  const [sitemap] = await durations(site, [loc.replace(site.url, '')])
  return {
    floor: floor.median(),
    ...(earlier && { beside: earlier.median() }),
    miss: median(misses),
    missP99: percentile(misses, 0.99),
    firstP99: percentile(first, 0.99),
    section: await medianOf(pages.sections),
    deep: await medianOf(pages.deep),
    topic: await medianOf(pages.topics),
    author: await medianOf(pages.authors),
    feed: await medianOf(pages.feeds),
    sitemapIndex: index,
    ...(sitemap !== undefined && { sitemap }),
  }
}

/**
 * The first requests of articles, one at a time, after as many other ones that are not counted: its rivals have rendered as
 * many before they are measured, and a process that has rendered for longer is quicker. They take turns with it: the speed
 * of a shared machine changes from minute to minute.
 */
async function articleMisses(
  site: RunningSite,
  { articles }: ScalePages,
  rivals: readonly Rival[],
): Promise<{ first: number[]; misses: number[] }> {
  const { others, measured } = halved(articles)
  const first = await durations(site, others)
  await site.settled()
  const misses: number[] = []
  for (let from = 0; from < measured.length; from += TURN) {
    const turn = measured.slice(from, from + TURN)
    for (const rival of rivals) await rival.measure(turn)
    misses.push(...(await durations(site, turn)))
  }
  return { first: first.slice(0, FIRST), misses }
}

function halved(paths: string[]): { others: string[]; measured: string[] } {
  const half = Math.floor(paths.length / 2)
  return { others: paths.slice(0, half), measured: paths.slice(half) }
}

async function durations(site: RunningSite, paths: string[]): Promise<number[]> {
  const all: number[] = []
  for (const path of paths) {
    const { sentAt, receivedAt } = await site.client.expect(200, path, READER)
    all.push(receivedAt - sentAt)
  }
  return all
}

/** After each of some renames of the first story of the front page: after how many ms the page has its new headline. */
async function frontTimes(site: RunningSite, { db, dataDir }: { db: Writer; dataDir: string }): Promise<number[]> {
  const { body } = await site.client.expect(200, '/')
  const [, id] = /<main[\s\S]*?href="\/[^"/]+\/[^"/]*?-(\d+)"/.exec(body.toString()) ?? []
  if (id === undefined) throw new Error('the front page leads to no story')
  const times: number[] = []
  for (let number = 0; number < RENAMES; number++) {
    const headline = `The tide gauge is read for the ${number + 1}th time`
    await renameTimed(db, { id: Number(id), headline })
    const begun = sharedMs()
    await wakeSite(dataDir)
    times.push((await firstShown(site.client, '/', headline)) - begun)
    await pause(SETTLE_MS)
  }
  return times
}

/** After how many ms `path` is answered, asked again while the site answers 503 because it is being made. */
async function untilMade(site: RunningSite, path: string): Promise<number> {
  const begun = sharedMs()
  while ((await site.client.get(path, READER)).status === UNANSWERED) await pause(ASKED_AGAIN_AFTER_MS)
  return sharedMs() - begun
}

/** What renders the same articles turn by turn with the site. */
class Rival {
  readonly #site: RunningSite
  readonly #durations: number[] = []

  private constructor(site: RunningSite) {
    this.#site = site
  }

  /** The framework alone, ready, with every reading of the articles that are measured in its memory. */
  static async floor(dataDir: string, { articles }: ScalePages): Promise<Rival> {
    const script = ['.build/server/bench.mjs', 'floor-site']
    const site = await RunningSite.start(dataDir, { script, hasAllCores: true })
    await durations(site, halved(articles).measured)
    return new Rival(site)
  }

  /** The built clone in `build`, on the archive as it would keep it, after as many articles as the site has rendered. */
  static async earlier(
    corpus: Corpus,
    { build, pages, progress }: { build: string; pages: ScalePages; progress: (line: string) => void },
  ): Promise<Rival> {
    progress(`${corpus.count} stories: the archive of the build beside`)
    const site = await RunningSite.start(await archiveOfBuild(corpus, build), { cwd: build, hasAllCores: true })
    await durations(site, halved(pages.articles).others)
    await site.settled()
    return new Rival(site)
  }

  async measure(paths: string[]): Promise<void> {
    this.#durations.push(...(await durations(this.#site, paths)))
  }

  median(): number {
    return median(this.#durations)
  }

  async stop(): Promise<void> {
    await this.#site.stop()
  }
}
