import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNull, max } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { EVERYTHING } from '@/lib/deliveries/purge'
import type { ReceiverKind, ReceiverTerms } from '@/lib/deliveries/receiver'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { type Tagged, tags } from '@/lib/pages/tags'

/** A receiver of deliveries, with its secrets: never sent to a browser as it is. */
export type Receiver = typeof receivers.$inferSelect

const SWITCHED_OFF = 'It was switched off before this was through.'
const KEY_BYTES = 16
const SECRET_BYTES = 32

/** In the order in which they were added. */
export async function allReceivers(db: Reader): Promise<Receiver[]> {
  return await db.select().from(receivers).orderBy(asc(receivers.id))
}

/** null when there is none. */
export async function receiverById(db: Reader, id: number): Promise<Receiver | null> {
  const [row] = await db.select().from(receivers).where(eq(receivers.id, id))
  return row ?? null
}

/** Adds a receiver, switched off, and answers its id. */
export async function addReceiver(
  db: Writer,
  { name, terms, now }: { name: string; terms: ReceiverTerms; now: Date },
): Promise<{ id: number }> {
  return inTransaction(db, async (tx) => {
    const { kind } = terms
    const [row] = await tx
      .insert(receivers)
      .values({ kind, name, terms, isOn: false, eventsThrough: 0, purgedThrough: 0, createdAt: now })
      .returning({ id: receivers.id })
    if (!row) throw new Error('the store gave a new receiver no id')
    await invalidate(tx, tagsOf(kind), now)
    await logAction(tx, { action: 'receiver added', thing: { id: row.id, name }, now })
    return row
  })
}

/**
 * Changes the name and the terms of a receiver; pending deliveries go to the new address. Refused for a cache that is on
 * and gets another address: the old one would keep stale pages, because nothing purges it any more.
 */
export async function changeReceiver(
  db: Writer,
  { id, name, terms, now }: { id: number; name: string; terms: ReceiverTerms; now: Date },
): Promise<Refusal | Record<string, never>> {
  return inTransaction(db, async (tx) => {
    const { kind, isOn, terms: existing } = await existingReceiver(tx, id)
    if (kind !== terms.kind) throw new Error(`receiver ${id} is of kind ${kind}, not ${terms.kind}`)
    if (isOn && isOtherCache(existing, terms)) {
      return refuse('address', 'Switch it off before it is reached elsewhere, so that the cache there is emptied.')
    }
    await tx.update(receivers).set({ name, terms }).where(eq(receivers.id, id))
    await invalidate(tx, tagsOf(kind), now)
    await logAction(tx, { action: 'receiver changed', thing: { id, name }, now })
    return {}
  })
}

/** From now on it gets all new events, and none from before. Does nothing when it is on. */
export async function switchOn(db: Writer, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const receiver = await existingReceiver(tx, id)
    if (receiver.isOn) return
    await invalidate(tx, tagsOf(receiver.kind), now)
    const [latest] = await tx.select({ id: max(outbox.id) }).from(outbox)
    const [stale] = await tx.select({ seq: max(staleness.seq) }).from(staleness)
    const position = {
      eventsThrough: Math.max(latest?.id ?? 0, receiver.eventsThrough),
      purgedThrough: stale?.seq ?? 0,
    }
    await tx
      .update(receivers)
      .set({ isOn: true, ...position })
      .where(eq(receivers.id, id))
    await logAction(tx, { action: 'receiver switched on', thing: receiver, now })
  })
}

/**
 * From now on it gets nothing, and its pending deliveries are given up. A cache gets one last delivery that purges
 * everything, because it may hold pages that later purges would have removed. Does nothing when it is off.
 */
export async function switchOff(db: Writer, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const receiver = await existingReceiver(tx, id)
    if (!receiver.isOn) return
    await tx.update(receivers).set({ isOn: false }).where(eq(receivers.id, id))
    await tx.update(deliveries).set({ givenUpAt: now, lastAnswer: SWITCHED_OFF }).where(isPendingFor(id))
    await invalidate(tx, tagsOf(receiver.kind), now)
    await logAction(tx, { action: 'receiver switched off', thing: receiver, now })
    if (receiver.kind !== 'purge') return
    await tx.insert(deliveries).values({
      receiverId: id,
      key: `purge-${id}-everything-${now.getTime()}`,
      about: { kind: 'everything' },
      content: { kind: 'purge', tags: EVERYTHING },
      createdAt: now,
      nextAttemptAt: now,
    })
  })
}

/** Deletes a receiver with its deliveries. Refused while it is on, while a cache has not been purged, and for owners' e-mails. */
export async function removeReceiver(
  db: Writer,
  { id, now }: { id: number; now: Date },
): Promise<Refusal | Record<string, never>> {
  return inTransaction(db, async (tx) => {
    const receiver = await existingReceiver(tx, id)
    if (receiver.isOn) return refuse('', 'Switch it off first.')
    if (receiver.kind === 'letters') return refuse('', 'E-mails to writers are a part of the site; switch them off.')
    const [pending] = await tx.select({ id: deliveries.id }).from(deliveries).where(isPendingFor(id)).limit(1)
    if (receiver.kind === 'purge' && pending) {
      return refuse('', 'The cache has not been emptied yet. Wait until it was, or until the site gives up.')
    }
    await tx.delete(receivers).where(eq(receivers.id, id))
    await invalidate(tx, tagsOf(receiver.kind), now)
    await logAction(tx, { action: 'receiver removed', thing: receiver, now })
    return {}
  })
}

/** Whether a cache in front is purged, so that it may serve pages without revalidating them. */
export async function isPurging(db: Reader): Promise<boolean> {
  const rows = await db
    .select({ id: receivers.id })
    .from(receivers)
    .where(and(eq(receivers.kind, 'purge'), eq(receivers.isOn, true)))
    .limit(1)
  return rows.length > 0
}

/** Whether `key` is an IndexNow key of the site, switched on or not: search engines ask before and after. */
export async function isIndexNowKey(db: Reader, key: string): Promise<Tagged<boolean>> {
  const rows = await db.select({ terms: receivers.terms }).from(receivers).where(eq(receivers.kind, 'indexnow'))
  const isKey = rows.some(({ terms }) => terms.kind === 'indexnow' && terms.key === key)
  return { value: isKey, tags: [tags.indexNowKeys] }
}

/** A random key for IndexNow. */
export function newIndexNowKey(): string {
  return randomBytes(KEY_BYTES).toString('hex')
}

/** A random secret for a webhook, in the form of Standard Webhooks. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

function isOtherCache(one: ReceiverTerms, other: ReceiverTerms): boolean {
  if (one.kind !== 'purge' || other.kind !== 'purge') return false
  return one.style !== other.style || one.address !== other.address || one.place !== other.place
}

/** The tags of pages that change when a receiver of `kind` is added, removed or changed. */
function tagsOf(kind: ReceiverKind): string[] {
  if (kind === 'websub') return [tags.hubs]
  if (kind === 'indexnow') return [tags.indexNowKeys]
  return kind === 'purge' ? [tags.purging] : []
}

/** The condition of deliveries to receiver `id` that have neither succeeded nor been given up. */
export function isPendingFor(id: number) {
  return and(eq(deliveries.receiverId, id), isNull(deliveries.deliveredAt), isNull(deliveries.givenUpAt))
}

async function existingReceiver(db: Reader, id: number): Promise<Receiver> {
  const receiver = await receiverById(db, id)
  if (!receiver) throw new Error(`receiver ${id} does not exist`)
  return receiver
}
