import { and, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { earliest } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { ArticleState } from '@/lib/article/article'

/** States in which an article is public from publishedAt on. */
export const PUBLISHABLE_STATES: (typeof articles.$inferSelect)['state'][] = ['published', 'scheduled']

/** The one meaning of "public" for readers: published by `now` and not withdrawn by then. */
export function isPublic(now: Date): SQL {
  return sql`(${and(inArray(articles.state, PUBLISHABLE_STATES), lte(articles.publishedAt, now))} and ${or(
    isNull(articles.withdrawnAt),
    sql`${articles.withdrawnAt} > ${now.getTime()}`,
  )})`
}

/** Was public once, and is no longer at `now`. */
export function isWithdrawn(now: Date): SQL {
  return sql`${or(
    eq(articles.state, 'withdrawn'),
    and(inArray(articles.state, PUBLISHABLE_STATES), lte(articles.publishedAt, now), lte(articles.withdrawnAt, now)),
  )}`
}

/**
 * The first instant after `now` at which one of the articles in `scope` becomes public or stops being so by time
 * alone; null when none does.
 */
export async function nextVisibilityChange(db: Reader, { now, scope }: { now: Date; scope?: SQL }): Promise<Date | null> {
  const due = db
    .select({ instant: sql<number | null>`min(${articles.publishedAt})`.as('instant') })
    .from(articles)
    .where(and(sql`${articles.publishedAt} > ${now.getTime()}`, inArray(articles.state, PUBLISHABLE_STATES), scope))
  const ending = db
    .select({ instant: sql<number | null>`min(${articles.withdrawnAt})`.as('instant') })
    .from(articles)
    .where(and(sql`${articles.withdrawnAt} > ${now.getTime()}`, isPublic(now), scope))
  const rows = await due.unionAll(ending)
  return earliest(rows.map(({ instant }) => (instant === null ? null : new Date(instant))))
}

/** What storedArticle (db/editing/article-change.ts) says of the state of an article at `now`, for a list. */
export function stateAt(now: Date): SQL<ArticleState> {
  const { state, publishedAt, withdrawnAt } = articles
  const at = now.getTime()
  return sql`case
    when ${state} not in ('scheduled', 'published') then ${state}
    when ${withdrawnAt} <= ${at} then 'withdrawn'
    when ${publishedAt} <= ${at} then 'published'
    else 'scheduled'
  end`
}
