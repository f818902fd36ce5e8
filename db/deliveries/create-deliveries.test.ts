import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { createDeliveries } from '@/db/deliveries/create-deliveries'
import { addReceiver, receiverById, switchOff, switchOn } from '@/db/deliveries/receivers'
import { writeArticle } from '@/db/editing/writing'
import { publish, withdraw } from '@/db/publishing/publishing'
import { deliveries } from '@/db/store/desk-schema'
import { type Db, inTransaction, invalidate, openMemoryDb } from '@/db/store/open'
import { aPaper, hoursAgo, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'

const BY = 'Tomas Reed'
const SITE = 'https://observer.example'
const WEBHOOK = { kind: 'webhook', address: 'https://partner.example/', secret: 'whsec_AAAA' } as const
const VARNISH: ReceiverTerms = { kind: 'purge', style: 'varnish', address: 'http://cache/', place: '', token: '' }

let db: Db
beforeEach(async () => {
  db = await aPaper(openMemoryDb())
})

async function on(terms: ReceiverTerms): Promise<number> {
  const { id } = await addReceiver(db, { name: 'Somebody', terms, now: hoursAgo(9) })
  await switchOn(db, { id, now: hoursAgo(9) })
  return id
}

async function published(headline: string): Promise<number> {
  const id = await writeArticle(db, {
    draft: {
      headline,
      body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'From six.' }] }],
      ...{ sectionId: TRANSPORT, kind: 'news', language: 'en' },
    },
    by: BY,
    now: hoursAgo(5),
  })
  await publish(db, { id, by: BY, now: NOW })
  return id
}

async function form(): Promise<void> {
  while (await createDeliveries(db, { siteUrl: SITE, hasMail: false, now: NOW })) {}
}

const made = (receiverId: number) =>
  db.select().from(deliveries).where(eq(deliveries.receiverId, receiverId)).orderBy(asc(deliveries.id))

describe('of everything that waits', () => {
  it('search engines get one delivery', async () => {
    const receiver = await on({ kind: 'indexnow', address: 'https://search.example/', key: 'a1b2c3d4' })
    const one = await published('Ferries run')
    const two = await published('Trams run')
    await form()
    expect(await made(receiver)).toMatchObject([
      {
        key: `indexnow-${receiver}-2`,
        content: { urls: [`${SITE}/transport/ferries-run-${one}`, `${SITE}/transport/trams-run-${two}`] },
        about: { kind: 'events', events: [{ event: 'published', articleId: one, headline: 'Ferries run' }, {}] },
        ...{ createdAt: NOW, nextAttemptAt: NOW, attempts: 0, deliveredAt: null },
      },
    ])
  })

  it('a hub gets one delivery', async () => {
    const receiver = await on({ kind: 'websub', address: 'https://hub.example/' })
    await published('Ferries run')
    await form()
    const [delivery] = await made(receiver)
    expect(delivery).toMatchObject({ key: `websub-${receiver}-1` })
    expect(delivery?.content).toMatchObject({ feeds: expect.arrayContaining([`${SITE}/transport/rss.xml`]) })
  })

  it('a webhook gets one delivery an event, under the name of the event, of those it chose', async () => {
    const all = await on({ ...WEBHOOK, events: ['published', 'withdrawn'] })
    const some = await on({ ...WEBHOOK, events: ['withdrawn'] })
    const id = await published('Ferries run')
    await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
    await form()
    expect((await made(all)).map(({ key }) => key)).toEqual([`${id}:2`, `${id}:3`])
    expect((await made(some)).map(({ key }) => key)).toEqual([`${id}:3`])
    expect(await receiverById(db, some)).toMatchObject({ toldThrough: 2 })
  })

  it('a cache gets what went stale since, named after where the log stands', async () => {
    const receiver = await on(VARNISH)
    await inTransaction(db, (tx) => invalidate(tx, ['article:7', 'list:latest'], NOW))
    await form()
    const [delivery] = await made(receiver)
    expect(delivery).toMatchObject({ key: `purge-${receiver}-3`, content: { tags: ['article:7', 'list:latest'] } })
    await form()
    expect(await made(receiver)).toHaveLength(1)
  })

  it('a cache gets as many deliveries as it needs requests', async () => {
    const receiver = await on(VARNISH)
    const stale = Array.from({ length: 151 }, (_, number) => `article:${number + 1000}`)
    await inTransaction(db, (tx) => invalidate(tx, stale, NOW))
    await form()
    expect((await made(receiver)).map(({ key }) => key)).toEqual([`purge-${receiver}-3`, `purge-${receiver}-3-2`])
  })
})

test('more events than one go takes are told in several, without a gap', async () => {
  const receiver = await on({ ...WEBHOOK, events: ['published'] })
  for (let number = 1; number <= 130; number++) await published(`Ferry ${number} runs`)
  await form()
  expect(new Set((await made(receiver)).map(({ key }) => key)).size).toBe(130)
})

test('nobody who is off is told anything, and nobody at all without an event', async () => {
  const receiver = await on({ ...WEBHOOK, events: ['published'] })
  await switchOff(db, { id: receiver, now: NOW })
  await published('Ferries run')
  await form()
  expect(await db.select().from(deliveries)).toEqual([])
  expect(await createDeliveries(db, { siteUrl: SITE, hasMail: false, now: NOW })).toBe(false)
})
