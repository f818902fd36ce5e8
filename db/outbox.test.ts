import { beforeEach, describe, expect, it } from 'vitest'
import { outbox } from '@/db/desk-schema'
import { hoursAgo, hoursAhead, NOW } from '@/db/fixtures'
import { type Db, inTransaction, openMemoryDb } from '@/db/open'
import { claimOutbox, delivered, failed, forgetDelivered, LEASE_MS, tellOf, waiting } from '@/db/outbox'

let db: Db

beforeEach(() => {
  db = openMemoryDb()
})

const later = (ms: number) => new Date(NOW.getTime() + ms)

async function told(version: number, now = NOW): Promise<void> {
  await inTransaction(db, (tx) => tellOf(tx, { event: 'changed', articleId: 7, version, happenedAt: now, now }))
}

describe('an item of the outbox', () => {
  it('is given to one who asks, and to nobody else for a minute', async () => {
    await told(2)
    expect(await claimOutbox(db, { now: NOW })).toMatchObject([
      { key: '7:2', event: 'changed', articleId: 7, version: 2, happenedAt: NOW, attempts: 1 },
    ])
    expect(await claimOutbox(db, { now: later(LEASE_MS - 1) })).toEqual([])
  })

  it('comes again with the same key when whoever took it died', async () => {
    await told(2)
    await claimOutbox(db, { now: NOW })
    expect(await claimOutbox(db, { now: later(LEASE_MS) })).toMatchObject([{ key: '7:2', attempts: 2 }])
  })

  it('that is through never comes again', async () => {
    await told(2)
    const items = await claimOutbox(db, { now: NOW })
    await delivered(db, { ids: items.map(({ id }) => id), now: NOW })
    expect(await claimOutbox(db, { now: hoursAhead(100) })).toEqual([])
    expect(await waiting(db)).toBe(0)
  })

  it('that failed comes again after pauses that grow up to an hour', async () => {
    await told(2)
    let now = NOW
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 7; attempt++) {
      const [item] = await claimOutbox(db, { now })
      if (!item) throw new Error('the item did not come again')
      await failed(db, { item, problem: 'The mail server is asleep.', now })
      const [row] = await db.select().from(outbox)
      if (!row) throw new Error('the item is gone')
      expect(row.lastProblem).toBe('The mail server is asleep.')
      pauses.push((row.nextAttemptAt.getTime() - now.getTime()) / 1000)
      now = row.nextAttemptAt
    }
    expect(pauses).toEqual([5, 20, 80, 320, 1280, 3600, 3600])
  })

  it('of one version is written once', async () => {
    await told(2)
    await told(2)
    expect(await waiting(db)).toBe(1)
  })

  it('comes in its turn, twenty at a time', async () => {
    for (let version = 1; version <= 25; version++) await told(version)
    const first = await claimOutbox(db, { now: NOW })
    expect(first.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await claimOutbox(db, { now: NOW })).toHaveLength(5)
  })

  it('does not wait for a clock that was put back', async () => {
    await told(2, hoursAhead(30))
    expect(await claimOutbox(db, { now: NOW })).toHaveLength(1)
  })

  it('is forgotten thirty days after it was through, and never before it is', async () => {
    await told(2, hoursAgo(24 * 40))
    await told(3, hoursAgo(24 * 40))
    const [first] = await claimOutbox(db, { now: hoursAgo(24 * 40) })
    await delivered(db, { ids: first ? [first.id] : [], now: hoursAgo(24 * 30) })
    await forgetDelivered(db, { now: NOW })
    expect(await db.select().from(outbox)).toHaveLength(2)
    await forgetDelivered(db, { now: hoursAhead(1) })
    expect(await db.select().from(outbox)).toMatchObject([{ version: 3 }])
  })
})
