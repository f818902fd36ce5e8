import { setImmediate } from 'node:timers/promises'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { deliveries } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW, saveAndEnqueueChange } from '@/db/testing/fixtures'
import type { DeliveryResponse } from '@/lib/deliveries/delivery'
import { RECEIVER_KINDS } from '@/lib/deliveries/receiver'
import { DeliverySender } from '@/server/deliveries/delivery-sender'
import type { Sender } from '@/server/deliveries/sender'

const FINE: DeliveryResponse = { isSuccess: true, status: 200, text: '', retryAfterMs: null }
const BROKEN: DeliveryResponse = { isSuccess: false, status: 500, text: 'broken', retryAfterMs: null }

let db: MemoryStore
let sender: DeliverySender
let now: Date
/** The response of each receiver; success without an entry. */
let behaviors: Map<string, (claimed: ClaimedDelivery, signal: AbortSignal) => Promise<DeliveryResponse>>
let sent: string[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  db = await aPaper(openMemoryStore(async () => sender?.wake()))
  now = NOW
  sent = []
  behaviors = new Map()
  sender = newSender()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  await stopped()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function newSender(): DeliverySender {
  const fakeSender: Sender = {
    timeoutMs: 10_000,
    send: async (claimed, signal) => {
      sent.push(`${claimed.receiver.name} ${claimed.delivery.key}`)
      return (await behaviors.get(claimed.receiver.name)?.(claimed, signal)) ?? FINE
    },
  }
  const senders = Object.fromEntries(RECEIVER_KINDS.map((kind) => [kind, fakeSender])) as Record<
    (typeof RECEIVER_KINDS)[number],
    Sender
  >
  const identity = { siteUrl: 'https://observer.example', hasMail: false }
  return new DeliverySender({ db, now: () => now, identity, senders })
}

/** Runs everything that is due within the pause before a pass. */
async function passes(): Promise<void> {
  await vi.advanceTimersByTimeAsync(30)
  for (let turn = 0; turn < 50; turn++) await setImmediate()
}

/** Moves the time forward until `work` is done. */
async function whilePassing(work: Promise<void>): Promise<void> {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  while (!isDone) await vi.advanceTimersByTimeAsync(30)
  await done
}

/** Resolves when everything is sent. */
const idle = () => whilePassing(sender.idle())
const stopped = () => whilePassing(sender.stop())

async function aWebhook(name: string): Promise<void> {
  const terms = { kind: 'webhook', address: 'https://partner.example/', secret: '', events: ['changed'] } as const
  const { id } = await addReceiver(db, { name, terms: { ...terms, events: ['changed'] }, now: NOW })
  await switchOn(db, { id, now: NOW })
}

/** Never answers; ends when the request is aborted. */
const hanging = (_claimed: ClaimedDelivery, signal: AbortSignal) =>
  new Promise<DeliveryResponse>((resolve) =>
    signal.addEventListener('abort', () => resolve({ ...BROKEN, status: null })),
  )

test('every receiver gets every event once, in order', async () => {
  await aWebhook('Anna')
  await aWebhook('Ben')
  for (const version of [1, 2, 3]) await saveAndEnqueueChange(db, { version })
  await idle()
  expect(sent.filter((words) => words.startsWith('Anna'))).toEqual(['Anna 7:1', 'Anna 7:2', 'Anna 7:3'])
  expect(sent).toHaveLength(6)
  sender.wake()
  await idle()
  expect(sent).toHaveLength(6)
})

test('a receiver that hangs delays no other, and commits do not wait for it', async () => {
  await aWebhook('Anna')
  await aWebhook('Ben')
  behaviors.set('Anna', hanging)
  for (const version of [1, 2, 3]) await saveAndEnqueueChange(db, { version })
  await passes()
  expect(sent).toEqual(expect.arrayContaining(['Anna 7:1', 'Ben 7:1', 'Ben 7:2', 'Ben 7:3']))
  expect(sent).toHaveLength(4)
})

test('a delivery that fails delays no other, and is sent again later under its key', async () => {
  await aWebhook('Anna')
  behaviors.set('Anna', async ({ delivery: { key, attempts } }) => (key === '7:1' && attempts === 1 ? BROKEN : FINE))
  await saveAndEnqueueChange(db, { version: 1 })
  await saveAndEnqueueChange(db, { version: 2 })
  await idle()
  expect(sent).toEqual(['Anna 7:1', 'Anna 7:2'])
  now = new Date(NOW.getTime() + 5000)
  sender.wake()
  await idle()
  expect(sent).toEqual(['Anna 7:1', 'Anna 7:2', 'Anna 7:1'])
})

test('a site that stops aborts its requests, and repeats them after the next start', async () => {
  await aWebhook('Anna')
  behaviors.set('Anna', hanging)
  await saveAndEnqueueChange(db, { version: 1 })
  await passes()
  await stopped()
  expect(await db.select().from(deliveries)).toMatchObject([{ deliveredAt: null, nextAttemptAt: NOW, lastAnswer: '' }])
  behaviors.clear()
  sender = newSender()
  sender.wake()
  await idle()
  expect(sent).toEqual(['Anna 7:1', 'Anna 7:1'])
  expect(await db.select().from(deliveries).orderBy(asc(deliveries.id))).toMatchObject([{ deliveredAt: NOW }])
})

test('a sender that throws stops only its own delivery', async () => {
  await aWebhook('Anna')
  await aWebhook('Ben')
  behaviors.set('Anna', async () => {
    throw new Error('a bug')
  })
  await saveAndEnqueueChange(db, { version: 1 })
  await idle()
  expect(sent).toEqual(expect.arrayContaining(['Anna 7:1', 'Ben 7:1']))
  expect(await db.select().from(deliveries)).toMatchObject([{ deliveredAt: null }, { deliveredAt: NOW }])
})
