import { readFileSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { max } from 'drizzle-orm'
import { closeStore, inTransaction, openStore, storeFile, type Writer } from '@/db/store/open'
import { articles, authors, media, sections, topics } from '@/db/store/schema'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { percentile } from '@/server/bench/percentile'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { RunningSite } from '@/server/bench/site/running-site'

const STORIES = 1_000_000
/** One month holds more than one file can. */
const IN_ONE_MONTH = 60_000
const FULL_MONTH = { from: Date.UTC(2020, 4, 1, 12), to: Date.UTC(2020, 4, 31) }
const ARCHIVE = { from: Date.UTC(2005, 0, 1), to: Date.UTC(2026, 9, 1) }
const ROWS_AT_ONCE = 50_000
const SAMPLE_EVERY_MS = 50
const MIB = 1024 * 1024

/** What it costs to send every sitemap of an archive of a million stories, one after another, while readers read. */
export async function sitemapFigures(): Promise<Figure[]> {
  const { dataDir } = await prepareDemoEdition()
  const db = openStore(storeFile(dataDir))
  await fillArchive(db)
  await closeStore(db)
  const site = await RunningSite.start(dataDir)
  try {
    for (const path of ['/', '/city', '/about']) await site.client.expect(200, path)
    await site.settled()
    const sampling = new Sampling(site)
    const index = await download(site, '/sitemap.xml')
    const files = [...index.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname)
    const identity = await downloadAll(site, files)
    const gzip = await downloadAll(site, files, { 'Accept-Encoding': 'gzip' })
    const memory = await sampling.end()
    if (identity.entries < STORIES)
      throw new Error(`the sitemaps name ${identity.entries} pages, expected ${STORIES} stories`)
    const again = await notModifiedMs(site, files)
    return [
      { part: 'sitemap', what: 'index, everything read for the first time', value: index.ms, unit: 'ms' },
      { part: 'sitemap', what: `every file (${files.length}), as they are`, value: identity.ms, unit: 'ms' },
      { part: 'sitemap', what: 'every file, as they are: size', value: identity.bytes / MIB, unit: 'MiB' },
      { part: 'sitemap', what: 'every file, gzip', value: gzip.ms, unit: 'ms' },
      { part: 'sitemap', what: 'every file, gzip: size', value: gzip.bytes / MIB, unit: 'MiB' },
      { part: 'sitemap', what: 'a file that is held already, p99', value: percentile(again, 0.99), unit: 'ms' },
      { part: 'sitemap', what: 'a page from memory meanwhile, p99', value: memory.pageP99Ms, unit: 'ms' },
      {
        part: 'sitemap',
        what: 'resident memory above before, at its peak',
        value: memory.residentMiB,
        unit: 'MiB',
        bar: bars.sitemapExtraMiB,
      },
      {
        part: 'sitemap',
        what: 'heap above before, at its peak',
        value: memory.heapMiB,
        unit: 'MiB',
        bar: bars.sitemapExtraMiB,
      },
    ]
  } finally {
    await site.stop()
  }
}

/** Rows of a published story each, older than the demo edition; nothing but what a sitemap and a list need. */
async function fillArchive(db: Writer): Promise<void> {
  const spread = STORIES - IN_ONE_MONTH
  await addStories(db, { ...ARCHIVE, count: spread })
  await addStories(db, { ...FULL_MONTH, count: IN_ONE_MONTH })
}

async function addStories(db: Writer, { from, to, count }: { from: number; to: number; count: number }): Promise<void> {
  const step = (to - from) / count
  for (let first = 0; first < count; first += ROWS_AT_ONCE) {
    await inTransaction(db, async (tx) => {
      const [above] = await tx.select({ id: max(articles.id) }).from(articles)
      const turnOf = async (table: typeof sections | typeof topics | typeof media | typeof authors, number: string) => {
        const rows = await tx.select({ id: table.id }).from(table).orderBy(table.id)
        const ids = rows.map(({ id }) => id)
        return `json_extract('${JSON.stringify(ids)}', '$[' || (${number} % ${ids.length}) || ']')`
      }
      const at = `cast(${from} + n * ${step} as integer)`
      await tx.run(`
        with recursive numbers(n) as (
          select ${first} union all select n + 1 from numbers where n + 1 < ${Math.min(count, first + ROWS_AT_ONCE)}
        )
        insert into articles (state, kind, headline, kicker, standfirst, body, slug, section_id, dateline, language,
          lead_media_id, created_at, saved_at, published_at, version)
        select 'published', 'news', 'Story ' || n || ' of the archive', '', '', '[]',
          'story-' || n || '-of-the-archive-with-a-slug-of-usual-length', ${await turnOf(sections, 'n')}, '', 'en',
          case when n % 2 then ${await turnOf(media, 'n')} end, ${at}, ${at}, ${at}, 1
        from numbers`)
      await tx.run(`
        insert into article_topics (article_id, topic_id, position)
        select id, ${await turnOf(topics, 'id')}, 0 from articles where id > ${above?.id ?? 0}`)
      await tx.run(`
        insert into bylines (article_id, position, author_id)
        select id, 0, ${await turnOf(authors, 'id')} from articles where id > ${above?.id ?? 0}`)
    })
  }
}

interface Download {
  ms: number
  bytes: number
  entries: number
  /** The text of a small sitemap; that of a large one is not kept. */
  text: string
}

async function downloadAll(site: RunningSite, paths: string[], headers?: Record<string, string>): Promise<Download> {
  const sum = { ms: 0, bytes: 0, entries: 0, text: '' }
  for (const path of paths) {
    const { ms, bytes, entries } = await download(site, path, headers)
    sum.ms += ms
    sum.bytes += bytes
    sum.entries += entries
  }
  return sum
}

const SMALL_BYTES = 5 * MIB

async function download(site: RunningSite, path: string, headers: Record<string, string> = {}): Promise<Download> {
  const startedAt = sharedMs()
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${site.url}${path}`, { headers, agent: false }, resolve).on('error', reject)
  })
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
  const download = { bytes: 0, entries: 0, text: '' }
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    download.bytes += chunk.length
    // Each line of a sitemap ends with one of these.
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', at + 1)) download.entries++
    if (download.bytes < SMALL_BYTES && !headers['Accept-Encoding']) download.text += chunk.toString('latin1')
  }
  return { ...download, ms: sharedMs() - startedAt }
}

/** The duration of a 304 for each path, in ms. */
async function notModifiedMs(site: RunningSite, paths: string[]): Promise<number[]> {
  const durationsMs: number[] = []
  for (const path of paths) {
    const since = new Date(Date.now() + 1000).toUTCString()
    const { sentAt, receivedAt } = await site.client.expect(304, path, { 'If-Modified-Since': since })
    durationsMs.push(receivedAt - sentAt)
  }
  return durationsMs
}

/** Samples the memory of the server and the response time of a page until it is stopped. */
class Sampling {
  readonly #site: RunningSite
  readonly #running: Promise<void>
  readonly #pageMs: number[] = []
  readonly #resident: number[] = []
  readonly #heap: number[] = []
  #isOver = false

  constructor(site: RunningSite) {
    this.#site = site
    forgetPeak(site)
    this.#running = this.#sample()
  }

  async end(): Promise<{ residentMiB: number; heapMiB: number; pageP99Ms: number }> {
    this.#isOver = true
    await this.#running
    const above = (values: number[], peak = 0) => (Math.max(peak, ...values) - (values[0] ?? 0)) / MIB
    return {
      residentMiB: above(this.#resident, peakOf(this.#site)),
      heapMiB: above(this.#heap),
      pageP99Ms: percentile(this.#pageMs, 0.99),
    }
  }

  async #sample(): Promise<void> {
    while (!this.#isOver) {
      const { rssBytes, heapBytes } = await this.#site.health()
      this.#resident.push(rssBytes)
      this.#heap.push(heapBytes)
      const { sentAt, receivedAt } = await this.#site.client.expect(200, '/about')
      this.#pageMs.push(receivedAt - sentAt)
      await pause(SAMPLE_EVERY_MS)
    }
  }
}

/** Linux records the peak memory of a process; on other systems it is the largest sample. */
function forgetPeak({ child }: RunningSite): void {
  try {
    writeFileSync(`/proc/${child.pid}/clear_refs`, '5')
  } catch {
    return
  }
}

function peakOf({ child }: RunningSite): number {
  try {
    const [, kib = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    return Number(kib) * 1024
  } catch {
    return 0
  }
}
