import { type SQL, sql } from 'drizzle-orm'
import { articles } from '@/db/store/schema'

// Spelled out, not bound: only so can SQLite tell that the partial indices of these rows will do.

/** Rows that wait for their publication. */
export const isScheduled: SQL = sql`${articles.state} = 'scheduled'`

/** Rows that have an end and have not reached it in writing. */
export const isEnding: SQL = sql`${articles.withdrawnAt} is not null and ${articles.state} in ('scheduled', 'published')`

/** Rows that are still called scheduled although their time has come by `now`. */
export function dueToAppear(now: Date): SQL {
  return sql`${isScheduled} and ${articles.publishedAt} <= ${now.getTime()}`
}

/** Rows that are still called public, or scheduled, although their end has come by `now`. */
export function dueToEnd(now: Date): SQL {
  return sql`${isEnding} and ${articles.withdrawnAt} <= ${now.getTime()}`
}
