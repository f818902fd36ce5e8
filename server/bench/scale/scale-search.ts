import { count, desc, eq } from 'drizzle-orm'
import type { Reader, Store } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import type { Corpus } from '@/server/bench/corpus/corpus-store'
import { type KnownItem, knownItems } from '@/server/bench/corpus/known-items'
import { percentile } from '@/server/bench/percentile'
import { plainSearchValues } from '@/server/bench/scale/plain-search'
import type { ScalePoint } from '@/server/bench/scale/scale-figure'
import type { RunningSite } from '@/server/bench/site/running-site'

const KNOWN_ITEMS = 160
const TIMES = 8
/** Words that many stories have, and words that nearly every story has. */
const COMMON = ['company', 'market', 'government', 'profit', 'bank', 'share', 'report', 'president']
const EVERYWHERE = ['said', 'the', 'of', 'and', 'to', 'in', 'for', 'that']
/** Of eight durations the 95th percentile would be the longest. */
const ROUNDS = 5
const AT_ONCE = 20

/** The durations of searches, how well they find, and what a reader of another page waits meanwhile. */
export async function searchValues(
  site: RunningSite,
  db: Store,
  { page, corpus, dataDir }: { page: string; corpus: Pick<Corpus, 'isOfDemoWords'>; dataDir: string },
): Promise<ScalePoint['values']> {
  const known = await knownItems(db, { count: KNOWN_ITEMS, seed: 5 })
  const by = (kind: KnownItem['by']) => known.filter((item) => item.by === kind)
  const found: number[] = []
  const took: Record<KnownItem['by'], number[]> = {
    'headline words': [],
    'name with a typo': [],
    phrase: [],
    'beginning of a word': [],
  }
  for (const item of known) {
    const { ms, ids } = await search(site, item.query)
    took[item.by].push(ms)
    found.push(ids.indexOf(item.id))
  }
  const rare = by('name with a typo').length ? await rareWords(db, known) : []
  const p95 = (values: number[]) => (values.length ? percentile(values, 0.95) : undefined)
  const defined = (values: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return {
    searchCommon: percentile(await durations(site, COMMON), 0.95),
    ...defined({ searchFiltered: p95(await durations(site, COMMON, await someFilter(db))) }),
    searchStop: percentile(await durations(site, EVERYWHERE), 0.95),
    ...defined({ searchRare: p95(await durations(site, rare)), searchPhrase: p95(took.phrase) }),
    ...defined({ searchTypo: p95(took['name with a typo']) }),
    // Where many stories have one headline, nobody can tell which of them was meant.
    ...(!corpus.isOfDemoWords && {
      found1: found.filter((place) => place === 0).length / found.length,
      found10: found.filter((place) => place >= 0 && place < 10).length / found.length,
    }),
    ...plainSearchValues(dataDir, { common: COMMON, rare: rare[0] ?? 'harbour' }),
    firstOfMany: await meanwhile(site, page),
  }
}

async function durations(site: RunningSite, words: string[], filter: Filter = {}): Promise<number[]> {
  const all: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of words) all.push((await search(site, word, filter)).ms)
  }
  return all
}

type Filter = Record<string, string>

/** The largest section and a year, as the form of the search names them. */
async function someFilter(db: Reader): Promise<Filter> {
  const [largest] = await db
    .select({ slug: sections.slug })
    .from(sections)
    .innerJoin(articles, eq(articles.sectionId, sections.id))
    .groupBy(sections.id)
    .orderBy(desc(count()))
    .limit(1)
  return { section: largest?.slug ?? '', from: '2020-01-01', until: '2020-12-31' }
}

async function search(site: RunningSite, query: string, filter: Filter = {}): Promise<{ ms: number; ids: number[] }> {
  const asked = new URLSearchParams({ q: query, ...filter })
  const { body, sentAt, receivedAt } = await site.client.expect(200, `/search?${asked}`)
  const main = body.toString().split('<main')[1] ?? ''
  const ids = [...main.matchAll(/href="\/[^"/]+\/[^"/]*?(\d+)"/g)].map(([, id]) => Number(id))
  return { ms: receivedAt - sentAt, ids: [...new Set(ids)] }
}

/** The surnames, spelled right, of people of one story. */
async function rareWords(db: Reader, known: KnownItem[]): Promise<string[]> {
  const words: string[] = []
  for (const { id } of known.filter(({ by }) => by === 'name with a typo').slice(0, TIMES)) {
    const [story] = await db.select({ body: articles.body }).from(articles).where(eq(articles.id, id))
    const [, surname] =
      /” said \S+ (\S+),/.exec(JSON.stringify(story?.body ?? '')) ??
      /said \S+ (\S+), /.exec(JSON.stringify(story?.body ?? '')) ??
      []
    if (surname) words.push(surname)
  }
  return words
}

/** What a page from memory takes while twenty searches at a time run, p99. */
async function meanwhile(site: RunningSite, page: string): Promise<number> {
  await site.client.expect(200, page)
  const took: number[] = []
  for (let round = 0; round < 3; round++) {
    const searches = Array.from({ length: AT_ONCE }, (_, place) =>
      search(site, `${COMMON[place % COMMON.length]} ${EVERYWHERE[(place + round) % EVERYWHERE.length]}`),
    )
    let isOver = false
    const all = Promise.allSettled(searches).then(() => {
      isOver = true
    })
    do {
      const { sentAt, receivedAt } = await site.client.expect(200, page)
      took.push(receivedAt - sentAt)
    } while (!isOver && took.length < 20_000)
    await all
  }
  return percentile(took, 0.99)
}
