import { beforeEach, expect, test } from 'vitest'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import { latestSiteFaults, saveSiteFaults, siteFaultCount } from '@/db/publishing/site-faults'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import type { Finding } from '@/lib/crawler-check/crawled-page'

const fault = (rule: string, message: string): Finding => ({
  rule,
  message,
  severity: 'error' as const,
  remedy: 'Report it.',
})
const NO_DATE = fault('dates/shown', 'No date stands between the headline and the text.')
const NO_WAY = fault('markup/way', 'Search engines are not told the way to the page.')

let db: MemoryStore
let id: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await aStory(db, { headline: 'Ferries run again' })
})

test('a fault of the site is listed until its page is looked at without it, and is new only once', async () => {
  expect(await saveSiteFaults(db, { id, faults: [NO_DATE], now: hoursAgo(2) })).toEqual([NO_DATE])
  expect(await saveSiteFaults(db, { id, faults: [NO_DATE, NO_WAY], now: NOW })).toEqual([NO_WAY])
  expect(await latestSiteFaults(db, { limit: 10 })).toMatchObject([
    { articleId: id, headline: 'Ferries run again', rule: 'markup/way', foundAt: NOW },
    { rule: 'dates/shown', foundAt: hoursAgo(2) },
  ])
  expect(await siteFaultCount(db)).toBe(2)
  expect(await saveSiteFaults(db, { id, faults: [], now: NOW })).toEqual([])
  expect(await latestSiteFaults(db, { limit: 10 })).toEqual([])
})

test('of one page at most twenty faults are kept, and they go with the story', async () => {
  const many = Array.from({ length: 30 }, (_, place) => fault('body/ids', `Two places bear the name “e${place}”.`))
  await saveSiteFaults(db, { id, faults: many, now: NOW })
  expect(await siteFaultCount(db)).toBe(20)
  await inTransaction(db, (tx) => hardDeleteArticle(tx, id, NOW))
  expect(await siteFaultCount(db)).toBe(0)
})

test('of an article that was deleted while its page was looked at, nothing is kept', async () => {
  await inTransaction(db, (tx) => hardDeleteArticle(tx, id, NOW))
  expect(await saveSiteFaults(db, { id, faults: [NO_DATE], now: NOW })).toEqual([])
  expect(await siteFaultCount(db)).toBe(0)
})
