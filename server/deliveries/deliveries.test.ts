import { setTimeout as pause } from 'node:timers/promises'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { deliveries } from '@/db/store/desk-schema'
import { type Db, openMemoryDb } from '@/db/store/open'
import { aHappening, aPaper, NOW } from '@/db/testing/fixtures'
import type { Answer } from '@/lib/deliveries/delivery'
import { RECEIVER_KINDS } from '@/lib/deliveries/receiver'
import { DeliverySender } from '@/server/deliveries/deliveries'
import type { Sender } from '@/server/deliveries/sender'

const FINE: Answer = { isFine: true, status: 200, words: '', retryAfterMs: null }
const BROKEN: Answer = { isFine: false, status: 500, words: 'broken', retryAfterMs: null }

let db: Db
let telling: DeliverySender
let now: Date
/** What each receiver does with what it gets; fine without an entry. */
let manners: Map<string, (claimed: ClaimedDelivery, signal: AbortSignal) => Promise<Answer>>
let heard: string[]

beforeEach(async () => {
  db = await aPaper(openMemoryDb(async () => telling?.wake()))
  now = NOW
  heard = []
  manners = new Map()
  telling = begun()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  await telling.stop()
  vi.restoreAllMocks()
})

function begun(): DeliverySender {
  const sender: Sender = {
    patienceMs: 10_000,
    send: async (claimed, signal) => {
      heard.push(`${claimed.receiver.name} ${claimed.delivery.key}`)
      return (await manners.get(claimed.receiver.name)?.(claimed, signal)) ?? FINE
    },
  }
  const senders = Object.fromEntries(RECEIVER_KINDS.map((kind) => [kind, sender])) as Record<
    (typeof RECEIVER_KINDS)[number],
    Sender
  >
  const teller = { siteUrl: 'https://observer.example', hasMail: false }
  return new DeliverySender({ db, now: () => now, teller, senders })
}

async function aWebhook(name: string): Promise<void> {
  const terms = { kind: 'webhook', address: 'https://partner.example/', secret: '', events: ['changed'] } as const
  const { id } = await addReceiver(db, { name, terms: { ...terms, events: ['changed'] }, now: NOW })
  await switchOn(db, { id, now: NOW })
}

/** Breaks off only when the site leaves. */
const hanging = (_claimed: ClaimedDelivery, signal: AbortSignal) =>
  new Promise<Answer>((resolve) => signal.addEventListener('abort', () => resolve({ ...BROKEN, status: null })))

test('every receiver is told of everything once, in order', async () => {
  await aWebhook('Anna')
  await aWebhook('Ben')
  for (const version of [1, 2, 3]) await aHappening(db, { version })
  await telling.idle()
  expect(heard.filter((words) => words.startsWith('Anna'))).toEqual(['Anna 7:1', 'Anna 7:2', 'Anna 7:3'])
  expect(heard).toHaveLength(6)
  telling.wake()
  await telling.idle()
  expect(heard).toHaveLength(6)
})

test('one that hangs delays nobody else, and whoever commits does not wait', async () => {
  await aWebhook('Anna')
  await aWebhook('Ben')
  manners.set('Anna', hanging)
  for (const version of [1, 2, 3]) await aHappening(db, { version })
  await pause(300)
  expect(heard).toEqual(expect.arrayContaining(['Anna 7:1', 'Ben 7:1', 'Ben 7:2', 'Ben 7:3']))
  expect(heard).toHaveLength(4)
})

test('one event that fails holds up no other, and comes again later under its key', async () => {
  await aWebhook('Anna')
  manners.set('Anna', async ({ delivery: { key, attempts } }) => (key === '7:1' && attempts === 1 ? BROKEN : FINE))
  await aHappening(db, { version: 1 })
  await aHappening(db, { version: 2 })
  await telling.idle()
  expect(heard).toEqual(['Anna 7:1', 'Anna 7:2'])
  now = new Date(NOW.getTime() + 5000)
  telling.wake()
  await telling.idle()
  expect(heard).toEqual(['Anna 7:1', 'Anna 7:2', 'Anna 7:1'])
})

test('a site that leaves lets go of what is under way, and goes on with it when it is back', async () => {
  await aWebhook('Anna')
  manners.set('Anna', hanging)
  await aHappening(db, { version: 1 })
  await pause(300)
  await telling.stop()
  expect(await db.select().from(deliveries)).toMatchObject([{ deliveredAt: null, nextAttemptAt: NOW, lastAnswer: '' }])
  manners.clear()
  telling = begun()
  telling.wake()
  await telling.idle()
  expect(heard).toEqual(['Anna 7:1', 'Anna 7:1'])
  expect(await db.select().from(deliveries).orderBy(asc(deliveries.id))).toMatchObject([{ deliveredAt: NOW }])
})

test('a sender that throws is a bug of ours, and stops nothing but that delivery', async () => {
  await aWebhook('Anna')
  await aWebhook('Ben')
  manners.set('Anna', async () => {
    throw new Error('a bug')
  })
  await aHappening(db, { version: 1 })
  await telling.idle()
  expect(heard).toEqual(expect.arrayContaining(['Anna 7:1', 'Ben 7:1']))
  expect(await db.select().from(deliveries)).toMatchObject([{ deliveredAt: null }, { deliveredAt: NOW }])
})
