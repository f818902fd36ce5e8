import { and, desc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { isPublic, nextVisibilityChange } from '@/db/reading/visibility'
import { asOfNewest, changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { articlePath } from '@/lib/addresses/paths'
import { type Tagged, tags } from '@/lib/pages/tags'
import { MAX_NEWS_PER_FILE, NEWS_MAX_AGE_MS } from '@/lib/sitemaps/news'

/** A story of the news sitemap. */
export interface NewsStory {
  headline: string
  path: string
  /** BCP 47 tag. */
  language: string
  /** First publication. */
  publishedAt: Date
}

export interface News {
  /** Newest first, ties by id. */
  stories: NewsStory[]
  /** The number of stories in all files. */
  total: number
  /** The last instant at which a story appeared or disappeared by time alone; null when none ever did. */
  changedAt: Date | null
}

/**
 * One file, counted from 1, of the public stories that were first published less than 48 hours before `now` and may be
 * listed. A republished story keeps its first publication.
 */
export async function newsStories(db: Reader, { now, file }: { now: Date; file: number }): Promise<Tagged<News>> {
  const since = new Date(now.getTime() - NEWS_MAX_AGE_MS)
  const isNews = and(gt(articles.publishedAt, since), eq(articles.isUnlisted, false), isPublic(now))
  const rows = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      section: sections.slug,
      language: articles.language,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isNews)
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(MAX_NEWS_PER_FILE)
    .offset((file - 1) * MAX_NEWS_PER_FILE)
  const [all] = await db
    .select({
      total: sql<number>`count(*)`,
      oldest: sql<number | null>`min(${articles.publishedAt})`,
      newest: sql<number | null>`max(${articles.publishedAt})`,
    })
    .from(articles)
    .where(isNews)
  const oldestEnds = all?.oldest ? new Date(all.oldest + NEWS_MAX_AGE_MS) : null
  const changes = {
    last: [all?.newest ? new Date(all.newest) : null, ...(await lastRemovals(db, { since, now }))],
    next: [oldestEnds, await nextVisibilityChange(db, { now, scope: gt(articles.publishedAt, since) })],
  }
  return {
    value: {
      stories: rows.map(({ headline, language, publishedAt, ...address }) => {
        if (!publishedAt) throw new Error(`article ${address.id} is public without an instant of publication`)
        return { headline, language, publishedAt, path: articlePath(address) }
      }),
      total: all?.total ?? 0,
      changedAt: changes.last.reduce((newest, at) => (at && (!newest || at > newest) ? at : newest), null),
    },
    tags: [tags.news, tags.site, ...asOfNewest(...changes.last), ...changesAtFirst(...changes.next)],
  }
}

/** The last instants at which a story became too old for the news, and at which one was withdrawn; null for never. */
async function lastRemovals(db: Reader, { since, now }: { since: Date; now: Date }): Promise<(Date | null)[]> {
  const newestOf = async (column: SQL, where: SQL | undefined) => {
    const [row] = await db
      .select({ at: sql<number | null>`max(${column})` })
      .from(articles)
      .where(where)
    return row?.at ?? null
  }
  const old = await newestOf(sql`${articles.publishedAt}`, lte(articles.publishedAt, since))
  const ended = await newestOf(
    sql`${articles.withdrawnAt}`,
    and(gt(articles.publishedAt, since), lte(articles.withdrawnAt, now)),
  )
  return [old === null ? null : new Date(old + NEWS_MAX_AGE_MS), ended === null ? null : new Date(ended)]
}
