import { asc, type SQL, sql } from 'drizzle-orm'
import { applyScheduled } from '@/db/editing/article-change'
import { dueToAppear, dueToEnd, isEnding, isScheduled } from '@/db/editing/due-rows'
import { storedArticle } from '@/db/editing/stored-article'
import { earliest } from '@/db/store/instant-tags'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'

/** Few articles, so that other writes and reads do not wait for long. */
const MAX_AT_ONCE = 20

/**
 * Applies the scheduled transitions that are due at `now`, each article in a transaction of its own together with its
 * outbox event. Returns the number of articles, 0 when nothing is due. Oldest first, publications before withdrawals;
 * up to 20 of each. Transitions that are applied already, also by another process, change nothing.
 * Throws when one failed, after the others were applied.
 */
export async function applyDue(db: Writer, { now }: { now: Date }): Promise<number> {
  const appearing = await db
    .select({ id: articles.id })
    .from(articles)
    .where(dueToAppear(now))
    .orderBy(asc(articles.publishedAt), asc(articles.id))
    .limit(MAX_AT_ONCE)
  const ending = await db
    .select({ id: articles.id })
    .from(articles)
    .where(dueToEnd(now))
    .orderBy(asc(articles.withdrawnAt), asc(articles.id))
    .limit(MAX_AT_ONCE)
  const due = new Set([...appearing, ...ending].map(({ id }) => id))
  const errors: unknown[] = []
  for (const id of due) {
    const transaction = inTransaction(db, async (tx) => applyScheduled(tx, await storedArticle(tx, id, now), now))
    // One article that fails must not delay the others.
    await transaction.catch((error) => errors.push(error))
  }
  if (errors.length)
    throw new Error(`${errors.length} of ${due.size} due articles could not be saved`, { cause: errors[0] })
  return due.size
}

/** The next instant after `now` at which a transition is scheduled; null when there is none. */
export async function nextDue(db: Reader, { now }: { now: Date }): Promise<Date | null> {
  const after = (column: SQL) => sql`${column} > ${now.getTime()}`
  const [appearing] = await db
    .select({ at: sql<number | null>`min(${articles.publishedAt})` })
    .from(articles)
    .where(sql`${isScheduled} and ${after(sql`${articles.publishedAt}`)}`)
  const [ending] = await db
    .select({ at: sql<number | null>`min(${articles.withdrawnAt})` })
    .from(articles)
    .where(sql`${isEnding} and ${after(sql`${articles.withdrawnAt}`)}`)
  return earliest([appearing, ending].map((found) => (found?.at == null ? null : new Date(found.at))))
}
