import { asc, type SQL, sql } from 'drizzle-orm'
import { settle, storedArticle } from '@/db/article-change'
import { dueToAppear, dueToEnd, isEnding, isScheduled } from '@/db/due-rows'
import { earliest } from '@/db/instant-tags'
import { type Db, inTransaction } from '@/db/open'
import { articles } from '@/db/schema'

/**
 * Writes down every change of state that time has decided by `now`, oldest first, each article in a transaction of its
 * own together with the event for the outbox; answers how many articles that were. What is written down already, also
 * by another process, stays as it is.
 */
export async function settleDue(db: Db, { now }: { now: Date }): Promise<number> {
  const appearing = await db
    .select({ id: articles.id })
    .from(articles)
    .where(dueToAppear(now))
    .orderBy(asc(articles.publishedAt), asc(articles.id))
  const ending = await db
    .select({ id: articles.id })
    .from(articles)
    .where(dueToEnd(now))
    .orderBy(asc(articles.withdrawnAt), asc(articles.id))
  const due = new Set([...appearing, ...ending].map(({ id }) => id))
  for (const id of due) {
    await inTransaction(db, async (tx) => {
      await settle(tx, await storedArticle(tx, id, now), now)
    })
  }
  return due.size
}

/** The next instant after `now` at which time alone changes a state; null when there is none. */
export async function nextDue(db: Db, { now }: { now: Date }): Promise<Date | null> {
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
