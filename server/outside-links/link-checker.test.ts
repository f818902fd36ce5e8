import { beforeEach, expect, it } from 'vitest'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { changeOutsideChecks, deadAddresses, deadCount, dueAddresses } from '@/db/linking/outside-addresses'
import { publish, withdraw } from '@/db/publishing/publishing'
import { outsideAddresses } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { LinkChecker } from '@/server/outside-links/link-checker'

const BY = withoutAccount('Mara Quill')
const OF_A = ['https://a.example/1', 'https://a.example/2', 'https://a.example/3']
const OF_B = 'https://b.example/'

let db: MemoryStore
let clock = NOW
let asked: string[] = []
let gone = new Set<string>()
let story: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  clock = NOW
  gone = new Set()
  story = await published('Ferry', [...OF_A, OF_B])
  await changeOutsideChecks(db, { checksOutsideLinks: true, now: NOW })
})

function linking(urls: string[]): Body {
  const text = urls.map((href) => ({ text: 'there', link: { to: 'web' as const, href } }))
  return [paragraph('p1', 'From six.'), { type: 'paragraph', id: 'p2', text: [{ text: 'See ' }, ...text] }]
}

async function published(headline: string, urls: string[]): Promise<number> {
  const words = { headline, standfirst: 'Said.', kind: 'news' as const, language: 'en', body: linking(urls) }
  const draft = { ...words, sectionId: CITY, bylines: [{ authorId: MARA, name: null }] }
  const id = await writeArticle(db, { draft, by: BY, now: hoursAgo(5) })
  await publish(db, { id, by: BY, now: hoursAgo(4) })
  return id
}

/** What is asked in an hour. */
async function anHour(): Promise<string[]> {
  asked = []
  const ask = async (url: string) => {
    asked.push(url)
    return { status: gone.has(url) ? 404 : 200, problem: '' }
  }
  const checker = new LinkChecker({ db, now: () => clock, siteUrl: 'https://observer.example', ask, pauseMs: 0 })
  checker.begin()
  await checker.rest()
  return asked
}

it('nothing is asked unless the paper wants it; two addresses of a site in an hour, and none before its time', async () => {
  await changeOutsideChecks(db, { checksOutsideLinks: false, now: NOW })
  expect(await anHour()).toEqual([])
  await changeOutsideChecks(db, { checksOutsideLinks: true, now: NOW })
  expect(await anHour()).toEqual([...OF_A.slice(0, 2), OF_B])
  expect(await anHour()).toEqual(OF_A.slice(2))
  expect(await anHour()).toEqual([])
  clock = hoursAhead(24 * 15)
  expect(await anHour()).toHaveLength(3)
})

it('an address does not answer any more after three days of failures, and is listed with the stories that link there', async () => {
  gone.add(OF_B)
  for (const day of [0, 1, 2]) {
    expect(await deadCount(db)).toBe(0)
    clock = hoursAhead(25 * day)
    await anHour()
  }
  expect(await deadCount(db)).toBe(1)
  const found = await deadAddresses(db, { page: 1, now: clock })
  const stories = [{ id: story, headline: 'Ferry', language: 'en' }]
  expect(found).toMatchObject([{ url: OF_B, status: 404, failedSince: NOW.getTime(), stories }])
  gone.clear()
  clock = hoursAhead(24 * 20)
  await anHour()
  expect(await deadCount(db)).toBe(0)
})

it('nothing is asked for a story that readers do not have, and what nobody links to is forgotten', async () => {
  const other = await published('Quay', [OF_B])
  await withdraw(db, { id: story, by: BY, now: NOW, reason: 'It was about last year.' })
  expect(await anHour()).toEqual([OF_B])
  expect(await db.$count(outsideAddresses)).toBe(4)
  await reviseArticle(db, { id: story, change: { body: linking([]) }, by: BY, now: NOW, reason: 'fixed' })
  expect(await dueAddresses(db, { now: hoursAhead(30), limit: 10 })).toEqual([])
  expect(await db.$count(outsideAddresses)).toBe(1)
  expect(await deadAddresses(db, { page: 1, now: NOW })).toEqual([])
  await reviseArticle(db, { id: other, change: { body: linking([]) }, by: BY, now: NOW, reason: 'fixed' })
  expect(await dueAddresses(db, { now: hoursAhead(24 * 15), limit: 10 })).toEqual([])
  expect(await db.$count(outsideAddresses)).toBe(0)
})
