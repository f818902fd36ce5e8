import { and, asc, eq, gt, like, sql } from 'drizzle-orm'
import { storedArticle } from '@/db/editing/stored-article'
import { linkSuggestions } from '@/db/linking/link-suggestions'
import { closeStore, inTransaction, openStore, type Reader, storeFile } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { articlePath } from '@/lib/addresses/paths'
import type { Body } from '@/lib/article/body'
import { type Corpus, copyForRun } from '@/server/bench/corpus/corpus-store'
import { percentile } from '@/server/bench/percentile'
import type { ScalePoint } from '@/server/bench/scale/scale-figure'
import { RunningSite } from '@/server/bench/site/running-site'
import { SeededRandom } from '@/server/chaos/seeded-random'

const DRAFTS = 200
/** Asked before and not counted. */
const WARM_UPS = 20
/** About 600 words. */
const DRAFT_LETTERS = 3500

const PAGES = 120
/** Far fewer than PAGES fit in, so that every request is a miss. */
const MIN_PAGE_STORE_MIB = '8'
const ROUNDS = 6

/**
 * How long the related stories of a draft of some 600 words take in the archive `db`, p95, asked as the writing room
 * asks: each draft is a story of the archive without its link blocks.
 */
export async function suggestionValue(db: Reader): Promise<ScalePoint['values']> {
  const now = new Date()
  const ids = await storiesOf(db, { least: DRAFT_LETTERS, most: 2 * DRAFT_LETTERS, count: DRAFTS + WARM_UPS })
  const took: number[] = []
  for (const id of ids) {
    const { manuscript } = await storedArticle(db, id, now)
    const text = { ...manuscript, body: withoutBlocks(manuscript.body) }
    const since = performance.now()
    await linkSuggestions(db, { id, text, at: now, now, most: 10 })
    took.push(performance.now() - since)
  }
  return took.length > WARM_UPS ? { suggestion: percentile(took.slice(WARM_UPS), 0.95) } : {}
}

/**
 * What the blocks of links add to the render of an article, p95 over articles: each is requested of two sites in turn, of
 * which one has the same archive without the blocks of these articles. The shortest of several misses stands for a page.
 */
export async function blocksValue(corpus: Corpus): Promise<ScalePoint['values']> {
  const [withBlocks, without] = [copyForRun(corpus), copyForRun(corpus)]
  const pages = await pagesWithBlocks(without)
  if (!pages.length) return {}
  const env = { PAGE_STORE_MIB: MIN_PAGE_STORE_MIB }
  const sites = [await RunningSite.start(withBlocks, { hasAllCores: true, env })]
  try {
    sites.push(await RunningSite.start(without, { hasAllCores: true, env }))
    const shortest = sites.map(() => pages.map(() => Number.POSITIVE_INFINITY))
    for (let round = 0; round < ROUNDS; round++) {
      for (const [place, path] of pages.entries()) {
        for (const [number, site] of sites.entries()) {
          const { sentAt, receivedAt } = await site.client.expect(200, path)
          const of = shortest[number] ?? []
          of[place] = Math.min(of[place] ?? Number.POSITIVE_INFINITY, receivedAt - sentAt)
        }
      }
    }
    const [longer = [], shorter = []] = shortest
    return {
      blocks: percentile(
        longer.map((ms, place) => ms - (shorter[place] ?? 0)),
        0.95,
      ),
    }
  } finally {
    for (const site of sites) await site.stop()
  }
}

/** Addresses of articles with blocks of links, which the archive in `dataDir` has no more afterwards. */
async function pagesWithBlocks(dataDir: string): Promise<string[]> {
  const db = openStore(storeFile(dataDir))
  try {
    const ids = await storiesOf(db, {
      least: 0,
      most: Number.MAX_SAFE_INTEGER,
      count: PAGES,
      words: '%"related-news"%',
    })
    const paths: string[] = []
    await inTransaction(db, async (tx) => {
      for (const id of ids) {
        const [row] = await tx
          .select({ slug: articles.slug, section: sections.slug, body: articles.body })
          .from(articles)
          .innerJoin(sections, eq(sections.id, articles.sectionId))
          .where(eq(articles.id, id))
        if (!row) continue
        paths.push(articlePath({ ...row, id }))
        await tx
          .update(articles)
          .set({ body: withoutBlocks(row.body) })
          .where(eq(articles.id, id))
      }
    })
    return paths
  } finally {
    await closeStore(db)
  }
}

function withoutBlocks(body: Body): Body {
  return body.filter(({ type }) => type !== 'also-read' && type !== 'related-news')
}

/** Ids of published stories with so many letters in their body, spread by chance over the archive; each once. */
async function storiesOf(
  db: Reader,
  { least, most, count, words = '%' }: { least: number; most: number; count: number; words?: string },
): Promise<number[]> {
  const random = new SeededRandom(9)
  const [last] = await db.select({ id: sql<number>`max(${articles.id})` }).from(articles)
  const ids = new Set<number>()
  for (let attempt = 0; ids.size < count && attempt < count * 5; attempt++) {
    const [row] = await db
      .select({ id: articles.id })
      .from(articles)
      .where(
        and(
          gt(articles.id, random.between(0, last?.id ?? 0)),
          eq(articles.state, 'published'),
          eq(articles.language, 'en'),
          sql`length(${articles.body}) between ${least} and ${most}`,
          like(articles.body, words),
        ),
      )
      .orderBy(asc(articles.id))
      .limit(1)
    if (row) ids.add(row.id)
  }
  return [...ids]
}
