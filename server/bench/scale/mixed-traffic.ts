import { setTimeout as pause } from 'node:timers/promises'
import type { Writer } from '@/db/store/open'
import type { Corpus } from '@/server/bench/corpus/corpus-store'
import { publishOnce } from '@/server/bench/measures/desk-publishing'
import { percentile } from '@/server/bench/percentile'
import type { ScalePages } from '@/server/bench/scale/scale-pages'
import { withSiteOfArchive } from '@/server/bench/scale/site-of-archive'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import type { RunningSite } from '@/server/bench/site/running-site'
import { SeededRandom } from '@/server/chaos/seeded-random'

const READER = { 'accept-encoding': 'gzip, br' }
const ARTICLES = 5000
const SEED = 17
const MIB = 1024 * 1024
const READERS = 6
/** So that the sender, which is one thread too, is not what is measured. */
const READ_EVERY_MS = 10
const SEARCHERS = 2
const PUBLISH_EVERY_MS = 2000
const WORDS = ['company', 'government', 'said', 'the', 'profit', 'bank', 'president', 'report', 'share', 'market']
const TOO_MUCH = 503

/** What one kind of visitor asked for. */
export interface Visits {
  who: string
  count: number
  p50: number
  p99: number
  slowest: number
  /** Searches that were refused in words, because too much was asked at once. */
  refused: number
  errors: number
}

export interface Traffic {
  visits: Visits[]
  /** Resident memory in MiB, once a minute and at the end. */
  memory: number[]
}

/** Notes how long requests take, by who sent them. */
class Log {
  readonly #took = new Map<string, number[]>()
  readonly #refused = new Map<string, number>()
  readonly #errors = new Map<string, number>()

  constructor(private readonly progress: (line: string) => void) {}

  async note(who: string, ask: () => Promise<{ status: number; ms: number }>): Promise<void> {
    try {
      const { status, ms } = await ask()
      const took = this.#took.get(who) ?? []
      this.#took.set(who, took)
      took.push(ms)
      if (status === TOO_MUCH) this.#count(this.#refused, who)
      else if (status !== 200) throw new Error(`status ${status}`)
    } catch (error) {
      this.#count(this.#errors, who)
      this.progress(`${who}: ${error instanceof Error ? error.message : error}`)
    }
  }

  visits(): Visits[] {
    return [...this.#took].map(([who, took]) => ({
      who,
      count: took.length,
      p50: percentile(took, 0.5),
      p99: percentile(took, 0.99),
      slowest: percentile(took, 1),
      refused: this.#refused.get(who) ?? 0,
      errors: this.#errors.get(who) ?? 0,
    }))
  }

  #count(of: Map<string, number>, who: string): void {
    of.set(who, (of.get(who) ?? 0) + 1)
  }
}

/** Readers, people who search, a crawler and an editor who publishes, all at once for `minutes`, on a copy of the archive. */
export async function mixedTraffic({
  corpus,
  minutes,
  progress,
}: {
  corpus: Corpus
  minutes: number
  progress: (line: string) => void
}): Promise<Traffic> {
  return withSiteOfArchive(corpus, { stories: ARTICLES, seed: SEED }, ({ site, db, pages }) => {
    progress(`${minutes} minutes of traffic`)
    return trafficOn(site, { db, pages, until: performance.now() + minutes * 60_000, progress })
  })
}

interface Around {
  db: Writer
  pages: ScalePages
  /** On the clock of `performance.now`. */
  until: number
  progress: (line: string) => void
}

async function trafficOn(site: RunningSite, { db, pages, until, progress }: Around): Promise<Traffic> {
  const log = new Log(progress)
  const isOver = () => performance.now() >= until
  const get = async (path: string) => {
    const { status, sentAt, receivedAt } = await site.client.get(path, READER)
    return { status, ms: receivedAt - sentAt }
  }
  const reading = async (seed: number) => {
    const random = new SeededRandom(seed)
    const lists = ['/', ...pages.sections, ...pages.topics, ...pages.authors]
    while (!isOver()) {
      const of = random.between(0, 9) < 8 ? pages.articles : lists
      await log.note('readers', () => get(random.pick(of)))
      await pause(READ_EVERY_MS)
    }
  }
  const searching = async (seed: number) => {
    const random = new SeededRandom(seed)
    while (!isOver()) {
      const query = random.between(0, 1) ? random.pick(WORDS) : `${random.pick(WORDS)} ${random.pick(WORDS)}`
      await log.note('searches', () => get(`/search?${new URLSearchParams({ q: query })}`))
    }
  }
  const crawling = async () => {
    const round = ['/robots.txt', '/sitemap.xml', '/news-sitemap.xml', ...pages.feeds, ...pages.deep, '/archive']
    for (let at = 0; !isOver(); at++) await log.note('a crawler', () => get(round[at % round.length] ?? '/'))
  }
  const publishing = async () => {
    const editor = await DeskEditor.signIn(db, site.url)
    for (let number = 0; !isOver(); number++) {
      await log.note('publish until shown', async () => {
        const { shownMs } = await publishOnce(site, { db, editor, number })
        return { status: 200, ms: shownMs }
      })
      await pause(PUBLISH_EVERY_MS)
    }
  }
  const memory: number[] = []
  const measuring = async () => {
    while (!isOver()) {
      memory.push(Math.round((await site.health()).rssBytes / MIB))
      await pause(Math.max(0, Math.min(60_000, until - performance.now())))
    }
    memory.push(Math.round((await site.health()).rssBytes / MIB))
  }
  await Promise.all([
    ...Array.from({ length: READERS }, (_, place) => reading(SEED + place)),
    ...Array.from({ length: SEARCHERS }, (_, place) => searching(SEED * 100 + place)),
    ...[crawling(), publishing(), measuring()],
  ])
  return { visits: log.visits(), memory }
}

/** The traffic as a table of Markdown, and the memory. */
export function trafficTable({ visits, memory }: Traffic): string {
  const rows = visits.map(({ who, count, p50, p99, slowest, refused, errors }) =>
    [
      who,
      count,
      ...[p50, p99, slowest].map((ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`),
      refused,
      errors,
    ].join(' | '),
  )
  const head = [
    'Who | Requests | p50 | p99 | slowest | refused | errors',
    '--- | ---: | ---: | ---: | ---: | ---: | ---:',
  ]
  return `${[...head, ...rows].map((row) => `| ${row} |`).join('\n')}\n\nMemory, each minute: ${memory.join(', ')} MiB.`
}
