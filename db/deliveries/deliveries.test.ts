import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import {
  addDelivery,
  claimDelivery,
  deliveryHealth,
  keepAnswer,
  pruneDeliveries,
  receiverCounts,
  receiversDue,
  releaseDelivery,
  sendAgain,
} from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { type Db, inTransaction, openMemoryDb } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import { hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import type { Answer, DeliveryAbout } from '@/lib/deliveries/delivery'

const LEASE_MS = 15_000
const FINE: Answer = { isFine: true, status: 202, words: 'taken', retryAfterMs: null }
const BROKEN: Answer = { isFine: false, status: 500, words: 'broken', retryAfterMs: null }

let db: Db
let hub: number
beforeEach(async () => {
  db = openMemoryDb()
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

async function answered(answer: Answer, now = NOW): Promise<void> {
  const claimed = await claim(now)
  if (!claimed) throw new Error('there was nothing to send')
  await keepAnswer(db, { delivery: claimed.delivery, answer, now })
}

describe('a delivery', () => {
  it('is given to one who asks, and to nobody else while they may be at it', async () => {
    const id = await added('a')
    expect(await receiversDue(db, { now: NOW })).toEqual([hub])
    expect(await claim(NOW)).toMatchObject({ delivery: { id, key: 'a', attempts: 1 }, receiver: { id: hub } })
    expect(await receiversDue(db, { now: later(LEASE_MS - 1) })).toEqual([])
    expect(await claim(later(LEASE_MS - 1))).toBeNull()
  })

  it('comes again under the same key when whoever took it died', async () => {
    await added('a')
    await claim(NOW)
    expect(await claim(later(LEASE_MS))).toMatchObject({ delivery: { key: 'a', attempts: 2 } })
  })

  it('comes again at once when whoever took it gave it back', async () => {
    const id = await added('a')
    await claim(NOW)
    await releaseDelivery(db, { id, now: NOW })
    expect(await claim(NOW)).toMatchObject({ delivery: { key: 'a' } })
  })

  it('that is through keeps the answer and never comes again', async () => {
    const id = await added('a')
    await answered(FINE)
    expect(await row(id)).toMatchObject({ deliveredAt: NOW, lastStatus: 202, lastAnswer: 'taken', lastAnswerAt: NOW })
    expect(await claim(hoursAhead(100))).toBeNull()
  })

  it('that failed comes again after a while, behind nothing', async () => {
    const first = await added('a')
    const second = await added('b')
    await answered(BROKEN)
    expect(await row(first)).toMatchObject({ lastStatus: 500, lastAnswer: 'broken', deliveredAt: null })
    expect((await claim(NOW))?.delivery.id).toBe(second)
    expect((await claim(later(5000)))?.delivery.id).toBe(first)
  })

  it('is given up in the end, and sent again when somebody says so', async () => {
    const id = await added('a')
    await answered(BROKEN, hoursAhead(72))
    expect(await row(id)).toMatchObject({ givenUpAt: hoursAhead(72) })
    expect(await claim(hoursAhead(90))).toBeNull()
    expect(await sendAgain(db, { id, now: hoursAhead(90) })).toBe(true)
    await answered(FINE, hoursAhead(90))
    expect(await row(id)).toMatchObject({ givenUpAt: null, deliveredAt: hoursAhead(90) })
    expect(await sendAgain(db, { id, now: hoursAhead(91) })).toBe(false)
  })

  it('that is a test is tried once, and is nobody’s loss', async () => {
    const id = await added('a', NOW, { kind: 'test' })
    await answered(BROKEN)
    expect(await row(id)).toMatchObject({ givenUpAt: NOW, lastStatus: 500 })
    expect(await deliveryHealth(db, { now: NOW })).toMatchObject({ waiting: 0, givenUp: 0 })
  })

  it('does not wait for a clock that was put back', async () => {
    await added('a', hoursAhead(30))
    expect(await claim(NOW)).not.toBeNull()
  })

  it('with one key is made once for a receiver', async () => {
    await added('a')
    await expect(added('a')).rejects.toThrow()
  })
})

test('how telling gets on can be seen', async () => {
  expect(await deliveryHealth(db, { now: NOW })).toEqual({ waiting: 0, oldestSeconds: 0, givenUp: 0 })
  await added('a', hoursAgo(1))
  await added('b', NOW)
  await inTransaction(db, (tx) =>
    enqueueEvent(tx, { event: 'changed', articleId: 7, version: 2, happenedAt: hoursAgo(2) }),
  )
  // The event waits for the letters as well as for the hub.
  expect(await deliveryHealth(db, { now: NOW })).toEqual({ waiting: 4, oldestSeconds: 7200, givenUp: 0 })
  await answered(BROKEN, hoursAhead(72))
  expect(await deliveryHealth(db, { now: NOW })).toMatchObject({ waiting: 3, givenUp: 1 })
  expect(await receiverCounts(db)).toEqual(new Map([[hub, { waiting: 1, givenUp: 1, lastAnswerAt: hoursAhead(72) }]]))
})

describe('after thirty days', () => {
  const day = (days: number) => hoursAgo(24 * days)

  it('what came to its end is forgotten, and what waits is not', async () => {
    await added('through', day(31))
    await answered(FINE, day(31))
    const waits = await added('waits', day(31))
    await pruneDeliveries(db, { now: NOW })
    expect(await db.select({ id: deliveries.id }).from(deliveries)).toEqual([{ id: waits }])
  })

  it('an event is forgotten once everybody who is on was told of it', async () => {
    await inTransaction(db, (tx) =>
      enqueueEvent(tx, { event: 'changed', articleId: 7, version: 2, happenedAt: day(31) }),
    )
    await pruneDeliveries(db, { now: NOW })
    expect(await db.select().from(outbox)).toHaveLength(1)
    await db.update(receivers).set({ toldThrough: 1 })
    await pruneDeliveries(db, { now: NOW })
    expect(await db.select().from(outbox)).toEqual([])
  })
})
