import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { addDelivery } from '@/db/deliveries/deliveries'
import { hubs } from '@/db/deliveries/hubs'
import {
  addReceiver,
  allReceivers,
  changeReceiver,
  isIndexNowKey,
  isPurging,
  newWebhookSecret,
  receiverById,
  removeReceiver,
  switchOff,
  switchOn,
} from '@/db/deliveries/receivers'
import { deliveries } from '@/db/store/desk-schema'
import { invalidate, staleSince } from '@/db/store/invalidation'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { enqueueEvent } from '@/db/store/outbox'
import { NOW } from '@/db/testing/fixtures'
import type { NewDelivery } from '@/lib/deliveries/delivery'
import type { PurgeTerms, ReceiverTerms } from '@/lib/deliveries/receiver'

const VARNISH: PurgeTerms = { kind: 'purge', style: 'varnish', address: 'http://10.0.0.2:6081/', place: '', token: '' }
const HUB: ReceiverTerms = { kind: 'websub', address: 'https://hub.example/' }
const KEYED: ReceiverTerms = { kind: 'indexnow', address: 'https://search.example/indexnow', key: 'a1b2c3d4' }

let db: MemoryStore
beforeEach(() => {
  db = openMemoryStore()
})

const add = async (terms: ReceiverTerms) => (await addReceiver(db, { name: 'Cache', terms, now: NOW })).id
const on = async (terms: ReceiverTerms) => {
  const id = await add(terms)
  await switchOn(db, { id, now: NOW })
  return id
}
const enqueue = (version: number) =>
  inTransaction(db, (tx) => enqueueEvent(tx, { event: 'changed', articleId: 7, version, happenedAt: NOW }))
const sent = (id: number) => db.select().from(deliveries).where(eq(deliveries.receiverId, id))

test('e-mails to owners are a receiver from the start, switched on', async () => {
  expect(await allReceivers(db)).toMatchObject([{ kind: 'letters', isOn: true, eventsThrough: 0 }])
})

describe('a receiver', () => {
  it('is off until somebody switches it on', async () => {
    expect(await receiverById(db, await add(HUB))).toMatchObject({ isOn: false })
  })

  it('gets no event from before it was switched on', async () => {
    await enqueue(1)
    await enqueue(2)
    await inTransaction(db, (tx) => invalidate(tx, ['article:7'], NOW))
    const id = await add(HUB)
    await enqueue(3)
    await switchOn(db, { id, now: NOW })
    expect((await receiverById(db, id))?.eventsThrough).toBe(3)
  })

  it('keeps its position when it is switched on twice', async () => {
    const id = await on(HUB)
    await enqueue(1)
    await switchOn(db, { id, now: NOW })
    expect((await receiverById(db, id))?.eventsThrough).toBe(0)
  })

  it('gets nothing once it is off', async () => {
    const id = await on(HUB)
    const delivery: NewDelivery = { key: 'test-1', about: { kind: 'test' }, content: { kind: 'websub', feeds: [] } }
    await addDelivery(db, { receiverId: id, delivery, now: NOW })
    await switchOff(db, { id, now: NOW })
    expect(await sent(id)).toMatchObject([
      { givenUpAt: NOW, lastAnswer: 'It was switched off before this was through.' },
    ])
  })

  it('that is on cannot be removed', async () => {
    const id = await on(HUB)
    expect(await removeReceiver(db, { id, now: NOW })).toMatchObject({ problems: [{ field: '' }] })
    await switchOff(db, { id, now: NOW })
    expect(await removeReceiver(db, { id, now: NOW })).toEqual({})
    expect(await receiverById(db, id)).toBeNull()
  })
})

describe('a cache in front', () => {
  it('is purged of everything when it is switched off, and is not removed before that', async () => {
    const id = await on(VARNISH)
    expect(await isPurging(db)).toBe(true)
    await switchOff(db, { id, now: NOW })
    expect(await isPurging(db)).toBe(false)
    expect(await sent(id)).toMatchObject([{ content: { kind: 'purge', tags: ['everything'] }, givenUpAt: null }])
    expect(await removeReceiver(db, { id, now: NOW })).toMatchObject({ problems: [{ field: '' }] })
    await db.update(deliveries).set({ deliveredAt: NOW })
    expect(await removeReceiver(db, { id, now: NOW })).toEqual({})
  })

  it('cannot get another address while it is on', async () => {
    const id = await on(VARNISH)
    const elsewhere = { ...VARNISH, address: 'http://10.0.0.3:6081/' }
    expect(await changeReceiver(db, { id, name: 'Cache', terms: elsewhere, now: NOW })).toMatchObject({
      problems: [{ field: 'address' }],
    })
    expect(await changeReceiver(db, { id, name: 'Front', terms: VARNISH, now: NOW })).toEqual({})
    await switchOff(db, { id, now: NOW })
    expect(await changeReceiver(db, { id, name: 'Front', terms: elsewhere, now: NOW })).toEqual({})
  })

  it('makes every response stale when it is switched on and off', async () => {
    const id = await on(VARNISH)
    const { seq, tags } = await staleSince(db, 0)
    expect(tags).toEqual(['purging'])
    await switchOff(db, { id, now: NOW })
    expect((await staleSince(db, seq)).tags).toEqual(['purging'])
  })
})

test('a hub is named in feeds while it is on', async () => {
  const id = await on(HUB)
  expect(await hubs(db)).toEqual({ value: ['https://hub.example/'], tags: ['hubs'] })
  expect((await staleSince(db, 0)).tags).toContain('hubs')
  await switchOff(db, { id, now: NOW })
  expect((await hubs(db)).value).toEqual([])
})

test('an IndexNow key is known from when it is added until it is removed', async () => {
  expect((await isIndexNowKey(db, 'a1b2c3d4')).value).toBe(false)
  const id = await add(KEYED)
  expect(await isIndexNowKey(db, 'a1b2c3d4')).toEqual({ value: true, tags: ['indexnow-keys'] })
  expect((await isIndexNowKey(db, 'another1')).value).toBe(false)
  await removeReceiver(db, { id, now: NOW })
  expect((await isIndexNowKey(db, 'a1b2c3d4')).value).toBe(false)
})

test('a secret is made of 32 random bytes', () => {
  const secret = newWebhookSecret()
  expect(secret).toMatch(/^whsec_/)
  expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32)
  expect(newWebhookSecret()).not.toBe(secret)
})

describe('a store from before receivers existed', () => {
  /** Its outbox, migrated. */
  function migrated(rows: [id: number, key: string, deliveredAt: number | null][]) {
    const old = new Sqlite(':memory:')
    const run = (file: string) => {
      for (const statement of readFileSync(file, 'utf8').split('--> statement-breakpoint')) old.exec(statement)
    }
    for (const file of ['0000_first-edition', '0003_desk']) run(`db/migrations/${file}.sql`)
    const insert = old.prepare("insert into outbox values (?, ?, 'changed', 7, 2, 1000, 1, 2000, ?, '')")
    for (const row of rows) insert.run(...row)
    run('db/migrations/0006_receivers.sql')
    return {
      through: old.prepare('select told_through from receivers').pluck().get(),
      left: old.prepare('select key from outbox order by id').pluck().all(),
      kind: old.prepare("select json_extract(terms, '$.kind') from receivers").pluck().get(),
    }
  }

  it('continues with the events for which owners had no e-mail', () => {
    const { through, left, kind } = migrated([
      [1, '7:2', 500],
      [2, '7:3', null],
      [3, '8:2', 500],
      [4, '8:3', null],
    ])
    expect(left).toEqual(['7:3', '8:3'])
    expect(through).toBe(1)
    expect(kind).toBe('letters')
  })

  it('continues after the last event when none is pending', () => {
    expect(
      migrated([
        [1, '7:2', 500],
        [2, '7:3', 500],
      ]),
    ).toMatchObject({ through: 2, left: [] })
    expect(migrated([])).toMatchObject({ through: 0 })
  })
})
