import { addReceiver, switchOff, switchOn } from '@/db/deliveries/receivers'
import { rename } from '@/db/editing/writing'
import { withdraw } from '@/db/publishing/publishing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom } from '@/e2e/testing/site-response'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { withoutAccount } from '@/lib/revisions/saver'
import { deliveryFigures } from '@/server/chaos/deliveries'
import { FakeReceiver } from '@/server/chaos/fake-receiver'

/** `npm run chaos` makes sixty. */
const KILLS = 3
const ASK_FIRST = 'public, max-age=0, s-maxage=0, must-revalidate'
const KEPT = 'public, max-age=0, s-maxage=86400, stale-if-error=86400'

async function added({ db }: Paper, terms: ReceiverTerms): Promise<number> {
  return (await addReceiver(db, { name: terms.kind, terms, now: PRINTED_AT })).id
}

async function on(paper: Paper, terms: ReceiverTerms): Promise<number> {
  const id = await added(paper, terms)
  await switchOn(paper.db, { id, now: PRINTED_AT })
  return id
}

const cacheControl = async (paper: Paper, path: string, headers = {}) =>
  (await fetchFrom(paper, path, { headers })).headers['cache-control']

test('a site that is killed repeatedly delivers every event to every receiver, each under one key', async ({
  ownPaper,
}) => {
  test.setTimeout(240_000)
  await ownPaper.stop()
  const figures = await deliveryFigures({ dataDir: ownPaper.dataDir, seed: 11, kills: KILLS, report: () => {} })
  expect(figures.events).toBeGreaterThan(5)
  expect(figures.kills).toBe(KILLS)
  expect(figures).toMatchObject({ undelivered: 0, deliveredTwice: 0 })
})

test('the IndexNow key has its file while its receiver exists [indexnow-key]', async ({ ownPaper }) => {
  expect((await fetchFrom(ownPaper, '/a-key-of-ours.txt')).status).toBe(404)
  await added(ownPaper, { kind: 'indexnow', address: 'http://127.0.0.1:1/', key: 'a-key-of-ours' })
  await expect.poll(async () => (await fetchFrom(ownPaper, '/a-key-of-ours.txt')).status).toBe(200)
  const { body, headers } = await fetchFrom(ownPaper, '/a-key-of-ours.txt')
  expect(body).toBe('a-key-of-ours')
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect((await fetchFrom(ownPaper, '/another-key-1.txt')).status).toBe(404)
  expect((await fetchFrom(ownPaper, '/formats/keys/a-key-of-ours')).status).toBe(404)
})

test('caches may keep pages only while a cache is purged of stale pages [shared-cache-headers]', async ({
  ownPaper,
}) => {
  const cache = await FakeReceiver.open()
  const { path } = await demoStory(ownPaper, 'ferry-day')
  expect(await cacheControl(ownPaper, path)).toBe(ASK_FIRST)
  const id = await on(ownPaper, { kind: 'purge', style: 'varnish', address: cache.url, place: '', token: '' })
  await expect.poll(() => cacheControl(ownPaper, path)).toBe(KEPT)
  const { headers } = await fetchFrom(ownPaper, path)
  expect(await cacheControl(ownPaper, path, { 'If-None-Match': headers.etag })).toBe(KEPT)
  expect(await cacheControl(ownPaper, path, { 'Accept-Encoding': 'br' })).toBe(KEPT)
  // These go stale by time, which no purge reports.
  for (const other of ['/search?q=tram', '/nowhere', (await demoStory(ownPaper, 'bakery-prize')).path]) {
    expect(await cacheControl(ownPaper, other), other).toBe(ASK_FIRST)
  }
  const { id: story } = await demoStory(ownPaper, 'ferry-day')
  await rename(ownPaper.db, {
    id: story,
    headline: 'Ferry day is over',
    by: withoutAccount('The desk'),
    now: PRINTED_AT,
  })
  await expect
    .poll(() => cache.received.map(({ headers }) => headers['xkey-purge']).join(' '))
    .toContain(`article:${story}`)
  await switchOff(ownPaper.db, { id, now: PRINTED_AT })
  await expect.poll(() => cacheControl(ownPaper, path)).toBe(ASK_FIRST)
  await expect.poll(() => cache.received.at(-1)?.headers['xkey-purge']).toBe('everything')
  await cache.stop()
})

test('a cache that requests a page right after a purge never gets the old one', async ({ ownPaper }) => {
  const { id, path } = await demoStory(ownPaper, 'ferry-day')
  const RENAMES = 5
  const headlines: string[] = []
  const cache = await FakeReceiver.open((received, response) => {
    response.writeHead(200).end()
    if (!String(received.headers['xkey-purge']).includes(`article:${id}`)) return
    void fetchFrom(ownPaper, path).then(({ body }) => headlines.push(/<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1] ?? ''))
  })
  await on(ownPaper, { kind: 'purge', style: 'varnish', address: cache.url, place: '', token: '' })
  await fetchFrom(ownPaper, path)
  for (let number = 1; number <= RENAMES; number++) {
    await rename(ownPaper.db, {
      id,
      headline: `Ferry number ${number}`,
      by: withoutAccount('The desk'),
      now: PRINTED_AT,
    })
    await expect.poll(() => headlines.length).toBe(number)
  }
  expect(headlines.map((headline) => headline.trim())).toEqual(
    Array.from({ length: RENAMES }, (_, number) => `Ferry number ${number + 1}`),
  )
  await cache.stop()
})

test('/healthz reports the state of deliveries [health-deliveries]', async ({ ownPaper }) => {
  const telling = async () => JSON.parse((await fetchFrom(ownPaper, '/healthz')).body).telling
  await expect.poll(telling).toEqual({ waiting: 0, oldestSeconds: 0, givenUp: 0 })
  await on(ownPaper, { kind: 'webhook', address: 'http://127.0.0.1:1/', secret: '', events: ['withdrawn'] })
  const { id } = await demoStory(ownPaper, 'ferry-day')
  await withdraw(ownPaper.db, { id, reason: 'It rained.', by: withoutAccount('The desk'), now: PRINTED_AT })
  await expect.poll(async () => (await telling()).waiting).toBe(1)
})
