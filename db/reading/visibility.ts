import { and, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { earliest } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { ArticleState } from '@/lib/article/article'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'

/*
 * The rule of lib/article/visibility.ts in SQL; a test checks that both agree. These conditions let SQLite find public
 * articles through an index, which a condition on stateAt does not.
 */

/**
 * The condition that an article is public: published by `now` and not withdrawn by then. `isBounded` for a query that
 * says itself by when its stories were published: of two such bounds SQLite takes the first to an index, reads from there
 * on, and only compares the other. The unary plus leaves the index to the bound of the query.
 */
export function isPublic(now: Date, { isBounded = false }: { isBounded?: boolean } = {}): SQL {
  const isOut = isBounded ? sql`+${articles.publishedAt} <= ${now.getTime()}` : lte(articles.publishedAt, now)
  return sql`(${and(inArray(articles.state, STATES_PUBLIC_WHEN_DUE), isOut)} and ${or(
    isNull(articles.withdrawnAt),
    sql`${articles.withdrawnAt} > ${now.getTime()}`,
  )})`
}

/** The earliest instant that there is (ECMA-262, section 21.4.1.1). */
const EVER_MS = -8_640_000_000_000_000

/**
 * The condition that an article was, is or will be withdrawn. Few are, and an index holds them alone: SQLite takes it for
 * a comparison, not for the condition that there is an instant.
 */
export function hasEnd(): SQL {
  return sql`${articles.withdrawnAt} >= ${sql.raw(String(EVER_MS))}`
}

/**
 * A condition that every article meets that is not public at `now`, and few others: those that are about to end. Each of
 * its parts is read from an index that holds few others, so that no list of drafts passes the whole archive.
 */
export function mayNotBePublic(now: Date): SQL {
  return sql`${articles.id} in (
    select id from articles where state in ('draft', 'in-review')
    union all select id from articles where published_at > ${now.getTime()}
    union all select id from articles where withdrawn_at >= ${sql.raw(String(EVER_MS))})`
}

/** The condition that an article was public and is withdrawn at `now`. */
export function isWithdrawn(now: Date): SQL {
  return sql`${or(
    eq(articles.state, 'withdrawn'),
    and(
      inArray(articles.state, STATES_PUBLIC_WHEN_DUE),
      lte(articles.publishedAt, now),
      lte(articles.withdrawnAt, now),
    ),
  )}`
}

/**
 * The first instant after `now` at which an article in `scope` becomes public or ceases to be public by time alone;
 * null when none does.
 */
export async function nextVisibilityChange(
  db: Reader,
  { now, scope }: { now: Date; scope?: SQL | undefined },
): Promise<Date | null> {
  const due = db
    .select({ instant: sql<number | null>`min(${articles.publishedAt})`.as('instant') })
    .from(articles)
    .where(and(sql`${articles.publishedAt} > ${now.getTime()}`, inArray(articles.state, STATES_PUBLIC_WHEN_DUE), scope))
  const ending = db
    .select({ instant: sql<number | null>`min(${articles.withdrawnAt})`.as('instant') })
    .from(articles)
    .where(and(sql`${articles.withdrawnAt} > ${now.getTime()}`, isPublic(now), scope))
  const rows = await due.unionAll(ending)
  return earliest(rows.map(({ instant }) => (instant === null ? null : new Date(instant))))
}

/** The state of an article at `now`, also when its row has not been changed yet. */
export function stateAt(now: Date): SQL<ArticleState> {
  const { state, publishedAt, withdrawnAt } = articles
  const at = now.getTime()
  return sql`case
    when ${notInArray(state, STATES_PUBLIC_WHEN_DUE)} then ${state}
    when ${publishedAt} > ${at} then 'scheduled'
    when ${withdrawnAt} <= ${at} then 'withdrawn'
    else 'published'
  end`
}
