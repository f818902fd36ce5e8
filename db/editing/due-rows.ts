import { type SQL, sql } from 'drizzle-orm'
import { articles } from '@/db/store/schema'

// The states are literals, because SQLite does not use a partial index for a condition with bound parameters.

/** The condition for scheduled rows. */
export const isScheduled: SQL = sql`${articles.state} = 'scheduled'`

/** The condition for rows that have an end and are not called withdrawn yet. */
export const isEnding: SQL = sql`${articles.withdrawnAt} is not null and ${articles.state} in ('scheduled', 'published')`

/** The condition for rows that are still called scheduled although their publication is due at `now`. */
export function dueToAppear(now: Date): SQL {
  return sql`${isScheduled} and ${articles.publishedAt} <= ${now.getTime()}`
}

/** The condition for rows that are still called published or scheduled although their end is due at `now`. */
export function dueToEnd(now: Date): SQL {
  return sql`${isEnding} and ${articles.withdrawnAt} <= ${now.getTime()}`
}
