import { and, asc, count, desc, eq, gte, max, min, sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, authors, bylines, sections, topics } from '@/db/store/schema'
import { pagesOf } from '@/lib/addresses/list-pages'
import { articlePath, authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import { SeededRandom } from '@/server/chaos/seeded-random'

/** The addresses that a run requests, each once. */
export interface ScalePages {
  articles: string[]
  /** The first pages of sections. */
  sections: string[]
  /** Pages of the largest section, around page 1,000 or its last. */
  deep: string[]
  topics: string[]
  authors: string[]
  /** Of the paper and of sections with more stories than a feed has, so that feeds of all archives are equally long. */
  feeds: string[]
}

const OF_EACH = 12
const DEEP_PAGE = 1000
/** More than a feed has, and some that are not public. */
const FULL_FEED = 80

/** Addresses in an archive: `stories` articles of all years, and some of each list. */
export async function scalePages(
  db: Reader,
  { stories, seed }: { stories: number; seed: number },
): Promise<ScalePages> {
  const sectionRows = await db
    .select({ id: sections.id, slug: sections.slug, stories: count() })
    .from(sections)
    .innerJoin(articles, eq(articles.sectionId, sections.id))
    .groupBy(sections.id)
    .orderBy(desc(count()))
    .limit(OF_EACH)
  const topicRows = await db
    .select({ slug: topics.slug })
    .from(topics)
    .innerJoin(articleTopics, eq(articleTopics.topicId, topics.id))
    .groupBy(topics.id)
    .orderBy(desc(count()))
    .limit(OF_EACH)
  const authorRows = await db
    .select({ slug: authors.slug })
    .from(authors)
    .innerJoin(bylines, eq(bylines.authorId, authors.id))
    .groupBy(authors.id)
    .orderBy(desc(count()))
    .limit(OF_EACH)
  const [largest] = sectionRows
  if (!largest) throw new Error('the archive has no section')
  const fullSections = sectionRows.filter((section) => section.stories >= FULL_FEED)
  const lastPage = Math.min(DEEP_PAGE, Math.max(2, pagesOf(largest.stories) - 1))
  const firstPage = Math.max(2, lastPage - OF_EACH + 1)
  return {
    articles: await someArticles(db, { stories, seed }),
    sections: sectionRows.map(({ slug }) => sectionPath(slug)),
    deep: Array.from({ length: lastPage - firstPage + 1 }, (_, step) => sectionPath(largest.slug, firstPage + step)),
    topics: topicRows.map(({ slug }) => topicPath(slug)),
    authors: authorRows.map(({ slug }) => authorPath(slug)),
    feeds: ['', ...fullSections.map(({ slug }) => sectionPath(slug))].map((list) => `${list}/atom.xml`),
  }
}

/** Public stories in English, spread by chance over all ids, each once. */
async function someArticles(db: Reader, { stories, seed }: { stories: number; seed: number }): Promise<string[]> {
  const random = new SeededRandom(seed)
  const [ids] = await db.select({ first: min(articles.id), last: max(articles.id) }).from(articles)
  const paths = new Set<string>()
  for (let attempt = 0; paths.size < stories && attempt < stories * 5; attempt++) {
    const [row] = await db
      .select({ id: articles.id, slug: articles.slug, section: sections.slug })
      .from(articles)
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .where(
        and(
          gte(articles.id, random.between(ids?.first ?? 1, ids?.last ?? 1)),
          eq(articles.state, 'published'),
          eq(articles.language, 'en'),
          sql`${articles.publishedAt} < ${Date.now()}`,
        ),
      )
      .orderBy(asc(articles.id))
      .limit(1)
    if (row) paths.add(articlePath(row))
  }
  return [...paths]
}
