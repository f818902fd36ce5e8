import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { SitemapQueries } from '@/db/distribution/sitemap-queries'
import { readdress, reviseArticle } from '@/db/editing/writing'
import { renameSection } from '@/db/paper/sections'
import { changeSiteSettings, siteSettings } from '@/db/paper/site'
import { republish, withdraw } from '@/db/publishing/publishing'
import { invalidate } from '@/db/store/invalidation'
import { closeStore, inTransaction, openStore, type Store } from '@/db/store/open'
import { aPaper, aStory, CITY, HARBOUR, hoursAgo, hoursAhead, MARA, NOW, WORLD } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { KeptMonths } from '@/server/sitemaps/kept-months'
import { SitemapDates } from '@/server/sitemaps/sitemap-dates'
import { SitemapIndexCache } from '@/server/sitemaps/sitemap-index-cache'

const by = withoutAccount('Desk')

let folder: string
let db: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-months-'))
  db = openStore(join(folder, 'store.sqlite'))
  await inTransaction(db, aPaper)
})

afterEach(async () => {
  await closeStore(db)
  rmSync(folder, { recursive: true })
})

/** Three stories of three months, each with a topic and an author; their ids, oldest first. */
async function threeMonths(): Promise<number[]> {
  const ids: number[] = []
  for (const days of [70, 40, 0]) {
    const story = { headline: `Ferry ${days}`, publishedAt: hoursAgo(24 * days + 1), by: [MARA], topics: [HARBOUR] }
    ids.push(await inTransaction(db, (tx) => aStory(tx, story)))
  }
  return ids
}

async function indexBy(cache: SitemapIndexCache, now: Date): Promise<string> {
  const { timeZone } = (await siteSettings(db)).value
  const { signal } = new AbortController()
  const stories = new SitemapQueries(db, { now })
  return (await cache.index({ db, stories, now, timeZone, siteUrl: 'https://observer.example', signal })).xml
}

const started = (madeFor = 'this build') =>
  new SitemapIndexCache(undefined, new SitemapDates(null), new KeptMonths(folder, madeFor))

/** The index of a process that starts now, and how many times it read stories. */
async function afterStart(now: Date, madeFor?: string): Promise<{ xml: string; readings: number }> {
  const reading = vi.spyOn(SitemapQueries.prototype, 'stories')
  onTestFinished(() => reading.mockRestore())
  reading.mockClear()
  return { xml: await indexBy(started(madeFor), now), readings: reading.mock.calls.length }
}

const fromTheStore = (now: Date) => indexBy(new SitemapIndexCache(), now)

test('a start reads the months that changed meanwhile, and no other', async () => {
  const [, second = 0] = await threeMonths()
  const before = await indexBy(started(), NOW)
  expect(await afterStart(NOW)).toEqual({ xml: before, readings: 0 })
  const now = hoursAhead(1)
  await readdress(db, { id: second, slug: 'elsewhere', by, now })
  const after = await afterStart(now)
  expect(after.readings).toBe(1)
  expect(after.xml).toBe(await fromTheStore(now))
})

test('whatever happens between two starts, the index is that of a process that reads everything', async () => {
  const [first = 0, second = 0, third = 0] = await threeMonths()
  const acts: ((now: Date) => Promise<unknown>)[] = [
    (now) => reviseArticle(db, { id: first, change: { headline: 'Ferry back' }, by, now, reason: 'revised' }),
    (now) => reviseArticle(db, { id: second, change: { sectionId: WORLD }, by, now, reason: 'moved' }),
    (now) => withdraw(db, { id: third, by, now, reason: '' }),
    (now) => renameSection(db, { id: CITY, name: 'Town', slug: 'town', now }),
    (now) => republish(db, { id: third, by, now }),
    (now) => changeSiteSettings(db, { changes: { timeZone: 'Pacific/Auckland' }, now }),
    async () => {},
  ]
  await indexBy(started(), NOW)
  for (const [hours, act] of acts.entries()) {
    const now = hoursAhead(hours + 1)
    await act(now)
    expect((await afterStart(now)).xml, String(act)).toBe(await fromTheStore(now))
  }
})

test('a story that appears by time alone is in the index after a start', async () => {
  await threeMonths()
  const publishedAt = hoursAhead(2)
  await inTransaction(db, (tx) => aStory(tx, { headline: 'Later', publishedAt, state: 'scheduled' }))
  await indexBy(started(), NOW)
  expect((await afterStart(hoursAhead(1))).readings).toBe(0)
  const after = await afterStart(publishedAt)
  expect(after.readings).toBeGreaterThan(0)
  expect(after.xml).toBe(await fromTheStore(publishedAt))
})

test('months of another build, address or file of the store are read anew', async () => {
  await threeMonths()
  await indexBy(started(), NOW)
  expect((await afterStart(NOW, 'another build')).readings).toBe(3)
})

test('months of a store whose place was taken by an earlier one are read anew', async () => {
  await threeMonths()
  await inTransaction(db, (tx) => invalidate(tx, ['article:1'], NOW))
  await indexBy(started(), NOW)
  const kept = new KeptMonths(folder, 'this build').read()
  if (!kept) throw new Error('nothing was kept')
  const keep = (change: Partial<typeof kept>) => new KeptMonths(folder, 'this build').save({ ...kept, ...change })
  keep({ position: kept.position + 1 })
  expect((await afterStart(NOW)).readings, 'a log that ends earlier').toBe(3)
  keep({ markedAt: hoursAgo(1) })
  expect((await afterStart(NOW)).readings, 'a log that went on later').toBe(3)
})

test.each(['', '{"half', '{}', '{"madeFor":"this build","position":0,"markedAt":null,"months":3}'])(
  'a file that reads “%s” is no more than forgotten [sitemap-months-file]',
  async (text) => {
    await threeMonths()
    writeFileSync(join(folder, 'sitemap-months.json'), text)
    expect((await afterStart(NOW)).readings).toBe(3)
  },
)
