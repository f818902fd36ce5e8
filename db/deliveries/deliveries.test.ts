import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import {
  addDelivery,
  claimDelivery,
  deliveryHealth,
  pruneDeliveries,
  receiverCounts,
  receiversDue,
  releaseDelivery,
  saveResponse,
  sendAgain,
} from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import { hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import type { DeliveryAbout, DeliveryResponse } from '@/lib/deliveries/delivery'

const LEASE_MS = 15_000
const ACCEPTED: DeliveryResponse = { isSuccess: true, status: 202, text: 'taken', retryAfterMs: null }
const BROKEN: DeliveryResponse = { isSuccess: false, status: 500, text: 'broken', retryAfterMs: null }

let db: MemoryStore
let hub: number
beforeEach(async () => {
  db = openMemoryStore()
  hub = (await addReceiver(db, { name: 'Hub', terms: { kind: 'websub', address: 'https://hub/' }, now: hoursAgo(99) }))
    .id
  await switchOn(db, { id: hub, now: hoursAgo(99) })
})

const later = (ms: number) => new Date(NOW.getTime() + ms)
const claim = (now: Date) => claimDelivery(db, { receiverId: hub, leaseMs: () => LEASE_MS, now })
const row = async (id: number) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0]

async function added(key: string, now = NOW, about: DeliveryAbout = { kind: 'events', events: [] }): Promise<number> {
  const delivery = { key, about, content: { kind: 'websub' as const, feeds: [] } }
  return (await addDelivery(db, { receiverId: hub, delivery, now })).id
}

async function respond(answer: DeliveryResponse, now = NOW): Promise<void> {
  const claimed = await claim(now)
  if (!claimed) throw new Error('there was nothing to send')
  await saveResponse(db, { delivery: claimed.delivery, response: answer, now })
}

describe('a delivery', () => {
  it('is claimed by one sender, and by no other during the lease', async () => {
    const id = await added('a')
    expect(await receiversDue(db, { now: NOW })).toEqual([hub])
    expect(await claim(NOW)).toMatchObject({ delivery: { id, key: 'a', attempts: 1 }, receiver: { id: hub } })
    expect(await receiversDue(db, { now: later(LEASE_MS - 1) })).toEqual([])
    expect(await claim(later(LEASE_MS - 1))).toBeNull()
  })

  it('is claimed again under the same key when the lease has ended', async () => {
    await added('a')
    await claim(NOW)
    expect(await claim(later(LEASE_MS))).toMatchObject({ delivery: { key: 'a', attempts: 2 } })
  })

  it('is claimed again at once after it was released', async () => {
    const id = await added('a')
    await claim(NOW)
    await releaseDelivery(db, { id, now: NOW })
    expect(await claim(NOW)).toMatchObject({ delivery: { key: 'a' } })
  })

  it('that succeeded keeps the response and is not sent again', async () => {
    const id = await added('a')
    await respond(ACCEPTED)
    expect(await row(id)).toMatchObject({ deliveredAt: NOW, lastStatus: 202, lastAnswer: 'taken', lastAnswerAt: NOW })
    expect(await claim(hoursAhead(100))).toBeNull()
  })

  it('that failed is due again later and does not hold up the next one', async () => {
    const first = await added('a')
    const second = await added('b')
    await respond(BROKEN)
    expect(await row(first)).toMatchObject({ lastStatus: 500, lastAnswer: 'broken', deliveredAt: null })
    expect((await claim(NOW))?.delivery.id).toBe(second)
    expect((await claim(later(5000)))?.delivery.id).toBe(first)
  })

  it('is given up in the end, and sent again on request', async () => {
    const id = await added('a')
    await respond(BROKEN, hoursAhead(72))
    expect(await row(id)).toMatchObject({ givenUpAt: hoursAhead(72) })
    expect(await claim(hoursAhead(90))).toBeNull()
    expect(await sendAgain(db, { id, now: hoursAhead(90) })).toBe(true)
    await respond(ACCEPTED, hoursAhead(90))
    expect(await row(id)).toMatchObject({ givenUpAt: null, deliveredAt: hoursAhead(90) })
    expect(await sendAgain(db, { id, now: hoursAhead(91) })).toBe(false)
  })

  it('that is a test is attempted once and does not count as given up', async () => {
    const id = await added('a', NOW, { kind: 'test' })
    await respond(BROKEN)
    expect(await row(id)).toMatchObject({ givenUpAt: NOW, lastStatus: 500 })
    expect(await deliveryHealth(db, { now: NOW })).toMatchObject({ waiting: 0, givenUp: 0 })
  })

  it('does not wait for a clock that was set back', async () => {
    await added('a', hoursAhead(30))
    expect(await claim(NOW)).not.toBeNull()
  })

  it('is stored once for each key of a receiver', async () => {
    await added('a')
    await expect(added('a')).rejects.toThrow()
  })
})

test('the health of deliveries counts what waits and what was given up', async () => {
  expect(await deliveryHealth(db, { now: NOW })).toEqual({ waiting: 0, oldestSeconds: 0, givenUp: 0 })
  await added('a', hoursAgo(1))
  await added('b', NOW)
  await inTransaction(db, (tx) =>
    enqueueEvent(tx, { event: 'changed', articleId: 7, version: 2, happenedAt: hoursAgo(2) }),
  )
  // The event has no delivery yet, neither by e-mail nor to the hub.
  expect(await deliveryHealth(db, { now: NOW })).toEqual({ waiting: 4, oldestSeconds: 7200, givenUp: 0 })
  await respond(BROKEN, hoursAhead(72))
  expect(await deliveryHealth(db, { now: NOW })).toMatchObject({ waiting: 3, givenUp: 1 })
  expect(await receiverCounts(db)).toEqual(new Map([[hub, { waiting: 1, givenUp: 1, lastAnswerAt: hoursAhead(72) }]]))
})

describe('after thirty days', () => {
  const day = (days: number) => hoursAgo(24 * days)

  it('ended deliveries are deleted, pending ones are kept', async () => {
    await added('through', day(31))
    await respond(ACCEPTED, day(31))
    const waits = await added('waits', day(31))
    await pruneDeliveries(db, { now: NOW })
    expect(await db.select({ id: deliveries.id }).from(deliveries)).toEqual([{ id: waits }])
  })

  it('an event is deleted once every receiver that is on has its deliveries', async () => {
    await inTransaction(db, (tx) =>
      enqueueEvent(tx, { event: 'changed', articleId: 7, version: 2, happenedAt: day(31) }),
    )
    await pruneDeliveries(db, { now: NOW })
    expect(await db.select().from(outbox)).toHaveLength(1)
    await db.update(receivers).set({ eventsThrough: 1 })
    await pruneDeliveries(db, { now: NOW })
    expect(await db.select().from(outbox)).toEqual([])
  })
})
