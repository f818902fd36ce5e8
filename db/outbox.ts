import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { outbox } from '@/db/desk-schema'
import { type Db, inTransaction } from '@/db/open'

export type OutboxEvent = (typeof outbox.$inferSelect)['event']

/** Something that happened to what readers get, on its way to whoever has to be told. */
export interface OutboxItem {
  id: number
  /** The same at every attempt: by it a receiver knows what it has had already. */
  key: string
  event: OutboxEvent
  articleId: number
  /** The version of the article that made the event; its revision tells who and why. */
  version: number
  happenedAt: Date
  /** Which attempt this is, from 1. */
  attempts: number
}

const SECOND_MS = 1000
/** Who takes an item has this long to deliver it; afterwards it is taken for lost and given out again. */
export const LEASE_MS = 60 * SECOND_MS
const FIRST_PAUSE_MS = 5 * SECOND_MS
const LONGEST_PAUSE_MS = 3600 * SECOND_MS
const KEPT_MS = 30 * 24 * 3600 * SECOND_MS
const MOST_AT_ONCE = 20
const LONGEST_PROBLEM = 500

/** Writes down what happened at `happenedAt`, in the transaction that made it happen; a second time is none. */
export async function tellOf(
  tx: Db,
  {
    articleId,
    version,
    now,
    ...event
  }: { event: OutboxEvent; articleId: number; version: number; happenedAt: Date; now: Date },
): Promise<void> {
  await tx
    .insert(outbox)
    .values({ key: `${articleId}:${version}`, articleId, version, nextAttemptAt: now, ...event })
    .onConflictDoNothing()
}

/**
 * Takes up to 20 items that are to be delivered at `now`, oldest first, for a minute: nobody else gets them meanwhile,
 * and whoever takes them and dies loses none.
 */
export async function claimOutbox(db: Db, { now }: { now: Date }): Promise<OutboxItem[]> {
  // Most looks find nothing, and a look must not hold up those who write.
  const [first] = await db.select({ id: outbox.id }).from(outbox).where(isDue(now)).limit(1)
  if (!first) return []
  return inTransaction(db, async (tx) => {
    const due = tx.select({ id: outbox.id }).from(outbox).where(isDue(now)).orderBy(asc(outbox.id)).limit(MOST_AT_ONCE)
    const items = await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAttemptAt: new Date(now.getTime() + LEASE_MS) })
      .where(inArray(outbox.id, due))
      .returning({
        id: outbox.id,
        key: outbox.key,
        event: outbox.event,
        articleId: outbox.articleId,
        version: outbox.version,
        happenedAt: outbox.happenedAt,
        attempts: outbox.attempts,
      })
    return items.sort((one, other) => one.id - other.id)
  })
}

/** Writes down that these items are through. */
export async function delivered(db: Db, { ids, now }: { ids: number[]; now: Date }): Promise<void> {
  if (!ids.length) return
  await inTransaction(db, async (tx) => {
    await tx.update(outbox).set({ deliveredAt: now, lastProblem: '' }).where(inArray(outbox.id, ids))
  })
}

/** Writes down why an attempt failed; the next one follows after a pause that grows fourfold, up to an hour. */
export async function failed(
  db: Db,
  { item, problem, now }: { item: Pick<OutboxItem, 'id' | 'attempts'>; problem: string; now: Date },
): Promise<void> {
  const pause = Math.min(FIRST_PAUSE_MS * 4 ** (item.attempts - 1), LONGEST_PAUSE_MS)
  await inTransaction(db, async (tx) => {
    await tx
      .update(outbox)
      .set({ nextAttemptAt: new Date(now.getTime() + pause), lastProblem: problem.slice(0, LONGEST_PROBLEM) })
      .where(and(eq(outbox.id, item.id), isNull(outbox.deliveredAt)))
  })
}

/** How many items are not through yet. */
export async function waiting(db: Db): Promise<number> {
  return await db.$count(outbox, isNull(outbox.deliveredAt))
}

/** Forgets what was through 30 days before `now`. */
export async function forgetDelivered(db: Db, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const old = new Date(now.getTime() - KEPT_MS)
    await tx.delete(outbox).where(and(isNotNull(outbox.deliveredAt), lt(outbox.deliveredAt, old)))
  })
}

/** Nothing waits longer than an hour: what says so was written before the clock was put back. */
function isDue(now: Date): SQL | undefined {
  const putBack = new Date(now.getTime() + LONGEST_PAUSE_MS)
  return and(isNull(outbox.deliveredAt), or(lte(outbox.nextAttemptAt, now), gt(outbox.nextAttemptAt, putBack)))
}
