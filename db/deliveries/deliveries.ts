import { and, asc, count, desc, eq, gt, isNull, lt, lte, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Receiver } from '@/db/deliveries/receivers'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { type Db, inTransaction } from '@/db/store/open'
import type { Answer, NewDelivery } from '@/lib/deliveries/delivery'
import type { ReceiverKind } from '@/lib/deliveries/receiver'
import { LONGEST_PAUSE_MS, verdict } from '@/lib/deliveries/retry'

export type Delivery = typeof deliveries.$inferSelect

/** A delivery that somebody has taken to deliver it, and whoever it goes to. */
export interface ClaimedDelivery {
  delivery: Delivery
  receiver: Receiver
}

const DAY_MS = 24 * 3_600_000
const KEPT_MS = 30 * DAY_MS
const LONGEST_ANSWER = 2048

/** The receivers for whom something is to be sent at `now`, switched on or not. */
export async function receiversDue(db: Db, { now }: { now: Date }): Promise<number[]> {
  const rows = await db.selectDistinct({ id: deliveries.receiverId }).from(deliveries).where(isDue(now))
  return rows.map(({ id }) => id)
}

/**
 * Takes the oldest delivery to receiver `receiverId` that is to be sent at `now`, for `leaseMs` of its kind: nobody else gets it
 * meanwhile, and whoever takes it and dies does not lose it. null when there is none.
 */
export async function claimDelivery(
  db: Db,
  { receiverId, leaseMs, now }: { receiverId: number; leaseMs: (kind: ReceiverKind) => number; now: Date },
): Promise<ClaimedDelivery | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .select({ delivery: deliveries, receiver: receivers })
      .from(deliveries)
      .innerJoin(receivers, eq(receivers.id, deliveries.receiverId))
      .where(and(eq(deliveries.receiverId, receiverId), isDue(now)))
      .orderBy(asc(deliveries.id))
      .limit(1)
    if (!row) return null
    const until = new Date(now.getTime() + leaseMs(row.receiver.kind))
    const claim = { attempts: row.delivery.attempts + 1, nextAttemptAt: until }
    await tx.update(deliveries).set(claim).where(eq(deliveries.id, row.delivery.id))
    return { ...row, delivery: { ...row.delivery, ...claim } }
  })
}

/** Writes down what came back for a claimed delivery, and whether and when it is tried again. */
export async function keepAnswer(
  db: Db,
  { delivery, answer, now }: { delivery: Delivery; answer: Answer; now: Date },
): Promise<void> {
  const { id } = delivery
  // Whoever sends a test looks at what comes of it; there is nothing to send again.
  const isTest = delivery.about.kind === 'test'
  const decided = isTest && !answer.isFine ? { kind: 'given-up' as const } : verdict(answer, { ...delivery, now })
  await inTransaction(db, async (tx) => {
    await tx
      .update(deliveries)
      .set({
        ...{ lastAnswerAt: now, lastStatus: answer.status, lastAnswer: answer.words.slice(0, LONGEST_ANSWER) },
        ...(decided.kind === 'through' && { deliveredAt: now, givenUpAt: null }),
        ...(decided.kind === 'given-up' && { givenUpAt: now }),
        ...(decided.kind === 'again' && { nextAttemptAt: decided.at }),
      })
      .where(and(eq(deliveries.id, id), isNull(deliveries.deliveredAt)))
  })
}

/** Gives a claimed delivery back, to be sent at once by whoever comes next: the site is leaving. */
export async function releaseDelivery(db: Db, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .update(deliveries)
      .set({ nextAttemptAt: now })
      .where(and(eq(deliveries.id, id), isWaiting))
  })
}

/** Has a delivery that was given up, or waits for its next attempt, sent at once; false when there is no such one. */
export async function sendAgain(db: Db, { id, now }: { id: number; now: Date }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const again = await tx
      .update(deliveries)
      .set({ givenUpAt: null, nextAttemptAt: now })
      .where(and(eq(deliveries.id, id), isNull(deliveries.deliveredAt)))
      .returning({ id: deliveries.id })
    return again.length > 0
  })
}

/** Adds a delivery that no event asked for, and answers its id. */
export async function addDelivery(
  db: Db,
  { receiverId, delivery, now }: { receiverId: number; delivery: NewDelivery; now: Date },
): Promise<{ id: number }> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .insert(deliveries)
      .values({ receiverId, ...delivery, createdAt: now, nextAttemptAt: now })
      .returning({ id: deliveries.id })
    if (!row) throw new Error('the store gave a new delivery no id')
    return row
  })
}

/** null when there is none. */
export async function deliveryById(db: Db, id: number): Promise<Delivery | null> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
  return row ?? null
}

/** Deliveries to anybody, newest first; at most `limit`. */
export async function latestDeliveries(db: Db, { limit }: { limit: number }): Promise<ClaimedDelivery[]> {
  return await db
    .select({ delivery: deliveries, receiver: receivers })
    .from(deliveries)
    .innerJoin(receivers, eq(receivers.id, deliveries.receiverId))
    .orderBy(desc(deliveries.id))
    .limit(limit)
}

/** How one receiver is getting on. */
export interface ReceiverCounts {
  waiting: number
  givenUp: number
  /** The last answer of any; null before the first. */
  lastAnswerAt: Date | null
}

/** By the id of the receiver; one that was never told anything is missing. */
export async function receiverCounts(db: Db): Promise<Map<number, ReceiverCounts>> {
  const rows = await db
    .select({
      id: deliveries.receiverId,
      waiting: sql<number>`sum(${deliveries.deliveredAt} is null and ${deliveries.givenUpAt} is null)`,
      givenUp: sql<number>`sum(${isGivenUp})`,
      lastAnswerAt: sql<number | null>`max(${deliveries.lastAnswerAt})`,
    })
    .from(deliveries)
    .groupBy(deliveries.receiverId)
  return new Map(
    rows.map(({ id, waiting, givenUp, lastAnswerAt }) => [
      id,
      { waiting, givenUp, lastAnswerAt: lastAnswerAt === null ? null : new Date(lastAnswerAt) },
    ]),
  )
}

/** How telling the world gets on. */
export interface DeliveryHealth {
  /** Deliveries that are not through yet, and events of which a receiver has no delivery yet. */
  waiting: number
  /** How long the oldest of them has waited. */
  oldestSeconds: number
  /** Deliveries that the site has stopped trying. */
  givenUp: number
}

export async function deliveryHealth(db: Db, { now }: { now: Date }): Promise<DeliveryHealth> {
  const [made] = await db
    .select({ waiting: count(), oldest: sql<number | null>`min(${deliveries.createdAt})` })
    .from(deliveries)
    .where(isWaiting)
  const [unmade] = await db
    .select({ waiting: count(), oldest: sql<number | null>`min(${outbox.happenedAt})` })
    .from(outbox)
    .innerJoin(
      receivers,
      and(gt(outbox.id, receivers.toldThrough), eq(receivers.isOn, true), ne(receivers.kind, 'purge')),
    )
  const oldest = Math.min(made?.oldest ?? now.getTime(), unmade?.oldest ?? now.getTime())
  return {
    waiting: (made?.waiting ?? 0) + (unmade?.waiting ?? 0),
    oldestSeconds: Math.max(0, Math.round((now.getTime() - oldest) / 1000)),
    givenUp: await db.$count(deliveries, isGivenUp),
  }
}

/**
 * Forgets what came to its end 30 days before `now`: deliveries that are through or given up, and events that everybody
 * who is told of any was told of.
 */
export async function pruneDeliveries(db: Db, { now }: { now: Date }): Promise<void> {
  const old = new Date(now.getTime() - KEPT_MS)
  await inTransaction(db, async (tx) => {
    await tx.delete(deliveries).where(or(lt(deliveries.deliveredAt, old), lt(deliveries.givenUpAt, old)))
    const stillToTell = tx
      .select({ id: receivers.id })
      .from(receivers)
      .where(and(eq(receivers.isOn, true), ne(receivers.kind, 'purge'), lt(receivers.toldThrough, outbox.id)))
    await tx.delete(outbox).where(and(lt(outbox.happenedAt, old), notExists(stillToTell)))
  })
}

/** A failed test is nobody's loss. */
const isGivenUp = sql`(${deliveries.givenUpAt} is not null and ${deliveries.about} ->> '$.kind' <> 'test')`

const isWaiting = and(isNull(deliveries.deliveredAt), isNull(deliveries.givenUpAt))

/** Nothing waits longer than an hour: what says so was written before the clock was put back. */
function isDue(now: Date): SQL | undefined {
  const putBack = new Date(now.getTime() + LONGEST_PAUSE_MS)
  return and(isWaiting, or(lte(deliveries.nextAttemptAt, now), gt(deliveries.nextAttemptAt, putBack)))
}
