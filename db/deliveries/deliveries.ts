import { and, asc, count, desc, eq, gt, isNull, lt, lte, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import { logAction, type NewLogEntry } from '@/db/audit/log'
import type { Receiver } from '@/db/deliveries/receivers'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { THE_SITE } from '@/lib/audit/actor'
import type { DeliveryResponse, NewDelivery } from '@/lib/deliveries/delivery'
import type { ReceiverKind } from '@/lib/deliveries/receiver'
import { deliveryOutcome, MAX_RETRY_DELAY_MS } from '@/lib/deliveries/retry'
import { DAY_MS } from '@/lib/time/durations'

export type Delivery = typeof deliveries.$inferSelect

/** A delivery that a sender has claimed, with its receiver. */
export interface ClaimedDelivery {
  delivery: Delivery
  receiver: Receiver
}

const RETENTION_MS = 30 * DAY_MS
const MAX_RESPONSE_LENGTH = 2048

/** The ids of receivers with a delivery that is due at `now`, switched on or not. */
export async function receiversDue(db: Reader, { now }: { now: Date }): Promise<number[]> {
  const rows = await db.selectDistinct({ id: deliveries.receiverId }).from(deliveries).where(isDue(now))
  return rows.map(({ id }) => id)
}

/**
 * Claims the oldest delivery to `receiverId` that is due at `now`, for `leaseMs` of its kind. Until then no other sender
 * gets it; after that it is due again, so a sender that crashes loses nothing. null when none is due.
 */
export async function claimDelivery(
  db: Writer,
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

/** Stores the response to a claimed delivery, and whether and when it is attempted again. */
export async function saveResponse(
  db: Writer,
  { delivery, response, now }: { delivery: Delivery; response: DeliveryResponse; now: Date },
): Promise<void> {
  const { id } = delivery
  // An admin watches the result of a test; it is not attempted again.
  const isTest = delivery.about.kind === 'test'
  const outcome =
    isTest && !response.isSuccess ? { kind: 'given-up' as const } : deliveryOutcome(response, { ...delivery, now })
  await inTransaction(db, async (tx) => {
    await tx
      .update(deliveries)
      .set({
        lastAnswerAt: now,
        lastStatus: response.status,
        lastAnswer: response.text.slice(0, MAX_RESPONSE_LENGTH),
        ...(outcome.kind === 'delivered' && { deliveredAt: now, givenUpAt: null }),
        ...(outcome.kind === 'given-up' && { givenUpAt: now }),
        ...(outcome.kind === 'retry' && { nextAttemptAt: outcome.at }),
      })
      .where(and(eq(deliveries.id, id), isNull(deliveries.deliveredAt)))
    // Caches are purged at every change, which says nothing once it is done.
    const isPurge = delivery.about.kind === 'tags' || delivery.about.kind === 'everything'
    if (outcome.kind === 'retry' || (isPurge && outcome.kind === 'delivered')) return
    const action = outcome.kind === 'delivered' ? 'delivery made' : 'delivery given up'
    await logDelivery(tx, { delivery, action, now, by: THE_SITE })
  })
}

/** Makes a claimed delivery due at once, for a site that shuts down before it was sent. */
export async function releaseDelivery(db: Writer, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .update(deliveries)
      .set({ nextAttemptAt: now })
      .where(and(eq(deliveries.id, id), isWaiting))
  })
}

/** Makes a delivery due at once that was given up or waits for its next attempt; false when there is none. */
export async function sendAgain(db: Writer, { id, now }: { id: number; now: Date }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const updated = await tx
      .update(deliveries)
      .set({ givenUpAt: null, nextAttemptAt: now })
      .where(and(eq(deliveries.id, id), isNull(deliveries.deliveredAt)))
      .returning()
    for (const delivery of updated) await logDelivery(tx, { delivery, action: 'delivery sent again', now })
    return updated.length > 0
  })
}

/** Adds a delivery that belongs to no event, such as a test, and answers its id. */
export async function addDelivery(
  db: Writer,
  { receiverId, delivery, now }: { receiverId: number; delivery: NewDelivery; now: Date },
): Promise<{ id: number }> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .insert(deliveries)
      .values({ receiverId, ...delivery, createdAt: now, nextAttemptAt: now })
      .returning()
    if (!row) throw new Error('the store gave a new delivery no id')
    await logDelivery(tx, { delivery: row, action: 'delivery tested', now })
    return { id: row.id }
  })
}

/** Logs what became of a delivery: to whom it goes, and what it is about. */
async function logDelivery(
  tx: Transaction,
  { delivery, ...entry }: Pick<NewLogEntry, 'action' | 'now' | 'by'> & { delivery: Delivery },
): Promise<void> {
  const { id, receiverId, about } = delivery
  const [receiver] = await tx.select({ name: receivers.name }).from(receivers).where(eq(receivers.id, receiverId))
  const detail =
    about.kind === 'events' ? about.events.map(({ event, headline }) => `${event}: ${headline}`).join('; ') : about.kind
  await logAction(tx, { ...entry, thing: { id, name: receiver?.name ?? '' }, detail })
}

/** null when there is none. */
export async function deliveryById(db: Reader, id: number): Promise<Delivery | null> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
  return row ?? null
}

/** Deliveries to all receivers, newest first; at most `limit`. */
export async function latestDeliveries(db: Reader, { limit }: { limit: number }): Promise<ClaimedDelivery[]> {
  return await db
    .select({ delivery: deliveries, receiver: receivers })
    .from(deliveries)
    .innerJoin(receivers, eq(receivers.id, deliveries.receiverId))
    .orderBy(desc(deliveries.id))
    .limit(limit)
}

/** The state of one receiver's deliveries. */
export interface ReceiverCounts {
  waiting: number
  givenUp: number
  /** When it last responded; null before the first response. */
  lastAnswerAt: Date | null
}

/** By the id of the receiver; one without deliveries is missing. */
export async function receiverCounts(db: Reader): Promise<Map<number, ReceiverCounts>> {
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

/** The state of all deliveries, for monitoring. */
export interface DeliveryHealth {
  /** Deliveries that have not succeeded yet, and for each receiver the events without a delivery yet. */
  waiting: number
  /** Age of the oldest of them. */
  oldestSeconds: number
  /** Deliveries that are not attempted any more. */
  givenUp: number
}

export async function deliveryHealth(db: Reader, { now }: { now: Date }): Promise<DeliveryHealth> {
  const [created] = await db
    .select({ waiting: count(), oldest: sql<number | null>`min(${deliveries.createdAt})` })
    .from(deliveries)
    .where(isWaiting)
  const [pending] = await db
    .select({ waiting: count(), oldest: sql<number | null>`min(${outbox.happenedAt})` })
    .from(outbox)
    .innerJoin(
      receivers,
      and(gt(outbox.id, receivers.eventsThrough), eq(receivers.isOn, true), ne(receivers.kind, 'purge')),
    )
  const oldest = Math.min(created?.oldest ?? now.getTime(), pending?.oldest ?? now.getTime())
  return {
    waiting: (created?.waiting ?? 0) + (pending?.waiting ?? 0),
    oldestSeconds: Math.max(0, Math.round((now.getTime() - oldest) / 1000)),
    givenUp: await db.$count(deliveries, isGivenUp),
  }
}

/**
 * Deletes what ended more than 30 days before `now`: deliveries that succeeded or were given up, and events for which
 * every receiver that is on has its deliveries.
 */
export async function pruneDeliveries(db: Writer, { now }: { now: Date }): Promise<void> {
  const old = new Date(now.getTime() - RETENTION_MS)
  await inTransaction(db, async (tx) => {
    await tx.delete(deliveries).where(or(lt(deliveries.deliveredAt, old), lt(deliveries.givenUpAt, old)))
    const pending = tx
      .select({ id: receivers.id })
      .from(receivers)
      .where(and(eq(receivers.isOn, true), ne(receivers.kind, 'purge'), lt(receivers.eventsThrough, outbox.id)))
    await tx.delete(outbox).where(and(lt(outbox.happenedAt, old), notExists(pending)))
  })
}

/** A failed test does not count. */
const isGivenUp = sql`(${deliveries.givenUpAt} is not null and ${deliveries.about} ->> '$.kind' <> 'test')`

const isWaiting = and(isNull(deliveries.deliveredAt), isNull(deliveries.givenUpAt))

/**
 * No delivery waits longer than MAX_RETRY_DELAY_MS. A next attempt beyond that was stored before the clock was set back,
 * and is due.
 */
function isDue(now: Date): SQL | undefined {
  const latestAttempt = new Date(now.getTime() + MAX_RETRY_DELAY_MS)
  return and(isWaiting, or(lte(deliveries.nextAttemptAt, now), gt(deliveries.nextAttemptAt, latestAttempt)))
}
