import { beforeEach, expect, test, vi } from 'vitest'
import { outbox } from '@/db/desk-schema'
import { hoursAhead, NOW } from '@/db/fixtures'
import { type Db, inTransaction, openMemoryDb } from '@/db/open'
import { claimOutbox, LEASE_MS, tellOf, waiting } from '@/db/outbox'
import { OutboxDelivery, type Receiver } from '@/server/outbox-delivery'

let db: Db
let now: Date
let heard: string[]

const wire: Receiver = { name: 'Wire', receive: async ({ key, event }) => void heard.push(`${event} ${key}`) }
const delivery = (...receivers: Receiver[]) => new OutboxDelivery({ db, now: () => now, receivers })

beforeEach(async () => {
  db = openMemoryDb()
  now = NOW
  heard = []
  for (const version of [1, 2]) {
    await inTransaction(db, (tx) => tellOf(tx, { event: 'changed', articleId: 7, version, happenedAt: NOW, now: NOW }))
  }
})

test('every receiver is told of everything once, in order', async () => {
  expect(await delivery(wire).deliver()).toBe(2)
  expect(heard).toEqual(['changed 7:1', 'changed 7:2'])
  now = hoursAhead(5)
  expect(await delivery(wire).deliver()).toBe(0)
})

test('with nobody to tell, everything is through', async () => {
  expect(await delivery().deliver()).toBe(2)
  expect(await waiting(db)).toBe(0)
})

test('what died between the telling and its note is told once more, under the same key', async () => {
  const [item] = await claimOutbox(db, { now })
  if (item) await wire.receive(item)
  expect(await delivery(wire).deliver()).toBe(0)
  now = new Date(NOW.getTime() + LEASE_MS)
  await delivery(wire).deliver()
  expect(heard).toEqual(['changed 7:1', 'changed 7:1', 'changed 7:2'])
})

test('a failure holds up nothing else, and is tried again later', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  let broken = true
  const moody: Receiver = {
    name: 'Moody',
    receive: async (item) => {
      if (broken && item.version === 1) throw new Error('no')
      await wire.receive(item)
    },
  }
  expect(await delivery(moody).deliver()).toBe(1)
  expect(await db.select().from(outbox)).toMatchObject([{ lastProblem: 'Moody: no', deliveredAt: null }, {}])
  expect(complaint).toHaveBeenCalledOnce()
  broken = false
  expect(await delivery(moody).deliver()).toBe(0)
  now = new Date(NOW.getTime() + 5000)
  expect(await delivery(moody).deliver()).toBe(1)
  expect(heard).toEqual(['changed 7:2', 'changed 7:1'])
  complaint.mockRestore()
})
