import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { createDeliveries } from '@/db/deliveries/create-deliveries'
import { addReceiver, receiverById, switchOff, switchOn } from '@/db/deliveries/receivers'
import { withdraw } from '@/db/publishing/publishing'
import { deliveries } from '@/db/store/desk-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, hoursAgo, NOW, TRANSPORT } from '@/db/testing/fixtures'
import { publishedArticle } from '@/db/testing/published-article'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Tomas Reed')
const SITE = 'https://observer.example'
const WEBHOOK = { kind: 'webhook', address: 'https://partner.example/', secret: 'whsec_AAAA' } as const
const VARNISH: ReceiverTerms = { kind: 'purge', style: 'varnish', address: 'http://cache/', place: '', token: '' }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function on(terms: ReceiverTerms): Promise<number> {
  const { id } = await addReceiver(db, { name: 'Somebody', terms, now: hoursAgo(9) })
  await switchOn(db, { id, now: hoursAgo(9) })
  return id
}

async function createAll(): Promise<void> {
  while (await createDeliveries(db, { siteUrl: SITE, hasMail: false, now: NOW })) {}
}

const created = (receiverId: number) =>
  db.select().from(deliveries).where(eq(deliveries.receiverId, receiverId)).orderBy(asc(deliveries.id))

describe('of all pending events', () => {
  it('search engines get one delivery', async () => {
    const receiver = await on({ kind: 'indexnow', address: 'https://search.example/', key: 'a1b2c3d4' })
    const one = await publishedArticle(db, { headline: 'Ferries run', sectionId: TRANSPORT })
    const two = await publishedArticle(db, { headline: 'Trams run', sectionId: TRANSPORT })
    await createAll()
    expect(await created(receiver)).toMatchObject([
      {
        key: `indexnow-${receiver}-2`,
        content: { urls: [`${SITE}/transport/ferries-run-${one}`, `${SITE}/transport/trams-run-${two}`] },
        about: { kind: 'events', events: [{ event: 'published', articleId: one, headline: 'Ferries run' }, {}] },
        createdAt: NOW,
        nextAttemptAt: NOW,
        attempts: 0,
        deliveredAt: null,
      },
    ])
  })

  it('a hub gets one delivery', async () => {
    const receiver = await on({ kind: 'websub', address: 'https://hub.example/' })
    await publishedArticle(db, { headline: 'Ferries run', sectionId: TRANSPORT })
    await createAll()
    const [delivery] = await created(receiver)
    expect(delivery).toMatchObject({ key: `websub-${receiver}-1` })
    expect(delivery?.content).toMatchObject({ feeds: expect.arrayContaining([`${SITE}/transport/rss.xml`]) })
  })

  it('a webhook gets one delivery for each event it subscribed to, under the key of the event', async () => {
    const all = await on({ ...WEBHOOK, events: ['published', 'withdrawn'] })
    const some = await on({ ...WEBHOOK, events: ['withdrawn'] })
    const id = await publishedArticle(db, { headline: 'Ferries run', sectionId: TRANSPORT })
    await withdraw(db, { id, reason: 'A mistake.', by: BY, now: NOW })
    await createAll()
    expect((await created(all)).map(({ key }) => key)).toEqual([`${id}:2`, `${id}:3`])
    expect((await created(some)).map(({ key }) => key)).toEqual([`${id}:3`])
    expect(await receiverById(db, some)).toMatchObject({ eventsThrough: 2 })
  })

  it('a cache gets the tags that became stale since, under the position of the invalidation log', async () => {
    const receiver = await on(VARNISH)
    await inTransaction(db, (tx) => invalidate(tx, ['article:7', 'list:latest'], NOW))
    await createAll()
    const [delivery] = await created(receiver)
    expect(delivery).toMatchObject({ key: `purge-${receiver}-3`, content: { tags: ['article:7', 'list:latest'] } })
    await createAll()
    expect(await created(receiver)).toHaveLength(1)
  })

  it('a cache gets a delivery for each request that it needs', async () => {
    const receiver = await on(VARNISH)
    const stale = Array.from({ length: 151 }, (_, number) => `article:${number + 1000}`)
    await inTransaction(db, (tx) => invalidate(tx, stale, NOW))
    await createAll()
    expect((await created(receiver)).map(({ key }) => key)).toEqual([`purge-${receiver}-3`, `purge-${receiver}-3-2`])
  })
})

test('more events than one transaction takes are delivered in several, without a gap', async () => {
  const receiver = await on({ ...WEBHOOK, events: ['published'] })
  for (let number = 1; number <= 130; number++)
    await publishedArticle(db, { headline: `Ferry ${number} runs`, sectionId: TRANSPORT })
  await createAll()
  expect(new Set((await created(receiver)).map(({ key }) => key)).size).toBe(130)
})

test('a receiver that is off gets nothing, and nothing is created without an event', async () => {
  const receiver = await on({ ...WEBHOOK, events: ['published'] })
  await switchOff(db, { id: receiver, now: NOW })
  await publishedArticle(db, { headline: 'Ferries run', sectionId: TRANSPORT })
  await createAll()
  expect(await db.select().from(deliveries)).toEqual([])
  expect(await createDeliveries(db, { siteUrl: SITE, hasMail: false, now: NOW })).toBe(false)
})
