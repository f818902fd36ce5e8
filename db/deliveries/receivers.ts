import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNull, max } from 'drizzle-orm'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { type Db, inTransaction, invalidate } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { EVERYTHING } from '@/lib/deliveries/purge'
import type { IndexNowTerms, ReceiverKind, ReceiverTerms } from '@/lib/deliveries/receiver'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { type Tagged, tags } from '@/lib/pages/tags'

/** Somebody who is told, with everything that must stay on the server. */
export type Receiver = typeof receivers.$inferSelect

const SWITCHED_OFF = 'It was switched off before this was through.'
const KEY_BYTES = 16
const SECRET_BYTES = 32

/** In the order in which they were added. */
export async function allReceivers(db: Db): Promise<Receiver[]> {
  return await db.select().from(receivers).orderBy(asc(receivers.id))
}

/** null when there is none. */
export async function receiverById(db: Db, id: number): Promise<Receiver | null> {
  const [row] = await db.select().from(receivers).where(eq(receivers.id, id))
  return row ?? null
}

/** Adds somebody to tell, switched off, and answers their id. */
export async function addReceiver(
  db: Db,
  { name, terms, now }: { name: string; terms: ReceiverTerms; now: Date },
): Promise<{ id: number }> {
  return inTransaction(db, async (tx) => {
    const { kind } = terms
    const [row] = await tx
      .insert(receivers)
      .values({ kind, name, terms, isOn: false, toldThrough: 0, purgedThrough: 0, createdAt: now })
      .returning({ id: receivers.id })
    if (!row) throw new Error('the store gave a new receiver no id')
    await invalidate(tx, shownOn(kind), now)
    return row
  })
}

/**
 * Changes how a receiver is called and reached; what waits for it goes to where it is reached then. A cache that is told
 * what goes stale cannot become another one: the one it was would keep what nobody tells it to forget.
 */
export async function changeReceiver(
  db: Db,
  { id, name, terms, now }: { id: number; name: string; terms: ReceiverTerms; now: Date },
): Promise<Refusal | Record<string, never>> {
  return inTransaction(db, async (tx) => {
    const { kind, isOn, terms: known } = await need(tx, id)
    if (kind !== terms.kind) throw new Error(`receiver ${id} is of kind ${kind}, not ${terms.kind}`)
    if (isOn && isOtherCache(known, terms)) {
      return refuse('address', 'Switch it off before it is reached elsewhere, so that the cache there is emptied.')
    }
    await tx.update(receivers).set({ name, terms }).where(eq(receivers.id, id))
    await invalidate(tx, shownOn(kind), now)
    return {}
  })
}

/** From now on it is told of everything that happens; of nothing that came before. Nothing when it is on already. */
export async function switchOn(db: Db, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const receiver = await need(tx, id)
    if (receiver.isOn) return
    await invalidate(tx, shownOn(receiver.kind), now)
    const [told] = await tx.select({ id: max(outbox.id) }).from(outbox)
    const [stale] = await tx.select({ seq: max(staleness.seq) }).from(staleness)
    const marks = { toldThrough: Math.max(told?.id ?? 0, receiver.toldThrough), purgedThrough: stale?.seq ?? 0 }
    await tx
      .update(receivers)
      .set({ isOn: true, ...marks })
      .where(eq(receivers.id, id))
  })
}

/**
 * From now on it is told of nothing, and what was on its way is given up. A cache is told one thing more, to forget
 * everything: it may hold pages that it would have been told to forget. Nothing when it is off already.
 */
export async function switchOff(db: Db, { id, now }: { id: number; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const receiver = await need(tx, id)
    if (!receiver.isOn) return
    await tx.update(receivers).set({ isOn: false }).where(eq(receivers.id, id))
    await tx.update(deliveries).set({ givenUpAt: now, lastAnswer: SWITCHED_OFF }).where(waitingFor(id))
    await invalidate(tx, shownOn(receiver.kind), now)
    if (receiver.kind !== 'purge') return
    await tx.insert(deliveries).values({
      receiverId: id,
      key: `purge-${id}-everything-${now.getTime()}`,
      about: { kind: 'everything' },
      content: { kind: 'purge', tags: EVERYTHING },
      ...{ createdAt: now, nextAttemptAt: now },
    })
  })
}

/** Forgets a receiver with everything it was told. Refused while it is on, and while a cache still has to be emptied. */
export async function removeReceiver(
  db: Db,
  { id, now }: { id: number; now: Date },
): Promise<Refusal | Record<string, never>> {
  return inTransaction(db, async (tx) => {
    const receiver = await need(tx, id)
    if (receiver.isOn) return refuse('', 'Switch it off first.')
    if (receiver.kind === 'letters') return refuse('', 'Letters to owners are a part of the site; switch them off.')
    const [waits] = await tx.select({ id: deliveries.id }).from(deliveries).where(waitingFor(id)).limit(1)
    if (receiver.kind === 'purge' && waits) {
      return refuse('', 'The cache has not been emptied yet. Wait until it was, or until the site gives up.')
    }
    await tx.delete(receivers).where(eq(receivers.id, id))
    await invalidate(tx, shownOn(receiver.kind), now)
    return {}
  })
}

/** Whether a cache in front is told what goes stale, so that it may keep pages without asking. */
export async function isPurging(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: receivers.id })
    .from(receivers)
    .where(and(eq(receivers.kind, 'purge'), eq(receivers.isOn, true)))
    .limit(1)
  return rows.length > 0
}

/** Whether search engines know the site by `key`, switched on or not: they ask before and after. */
export async function isIndexNowKey(db: Db, key: string): Promise<Tagged<boolean>> {
  const rows = await db.select({ terms: receivers.terms }).from(receivers).where(eq(receivers.kind, 'indexnow'))
  const known = rows.some(({ terms }) => (terms as IndexNowTerms).key === key)
  return { value: known, tags: [tags.indexNowKeys] }
}

/** A key for IndexNow that nobody else has. */
export function newIndexNowKey(): string {
  return randomBytes(KEY_BYTES).toString('hex')
}

/** A secret for a webhook, as Standard Webhooks spells it. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

function isOtherCache(one: ReceiverTerms, other: ReceiverTerms): boolean {
  if (one.kind !== 'purge' || other.kind !== 'purge') return false
  return one.style !== other.style || one.address !== other.address || one.place !== other.place
}

/** What has to be made anew when a receiver of `kind` comes, goes or is reached otherwise. */
function shownOn(kind: ReceiverKind): string[] {
  if (kind === 'websub') return [tags.hubs]
  if (kind === 'indexnow') return [tags.indexNowKeys]
  return kind === 'purge' ? [tags.purging] : []
}

/** The deliveries to receiver `id` that are neither through nor given up. */
export function waitingFor(id: number) {
  return and(eq(deliveries.receiverId, id), isNull(deliveries.deliveredAt), isNull(deliveries.givenUpAt))
}

async function need(tx: Db, id: number): Promise<Receiver> {
  const receiver = await receiverById(tx, id)
  if (!receiver) throw new Error(`receiver ${id} does not exist`)
  return receiver
}
