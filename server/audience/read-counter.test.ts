import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clicksOf } from '@/db/audience/clicks'
import { readsSince } from '@/db/audience/reads'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { hourOf } from '@/lib/audience/reads'
import { ReadCounter } from '@/server/audience/read-counter'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'

let db: MemoryStore
let ferry: number
let draft: number
let now = NOW
let counter: ReadCounter
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ferry = await aStory(db, { headline: 'Ferry', publishedAt: hoursAgo(3) })
  draft = await aStory(db, { headline: 'Draft', state: 'draft' })
  now = NOW
  counter = new ReadCounter({ db, now: () => now })
})
afterEach(() => {
  vi.useRealTimers()
})

const reading = (reader: number, story = ferry) => ({
  articleId: story,
  address: `203.0.113.${reader}`,
  userAgent: FIREFOX,
})

async function counted(story = ferry): Promise<number> {
  await counter.save()
  return (await readsSince(db, { ids: [story], since: hourOf(NOW) })).get(story) ?? 0
}

test('a reader counts once an hour for each story, however often they reload', async () => {
  for (const reader of [1, 1, 2, 1]) counter.record(reading(reader))
  expect(await counted()).toBe(2)
  now = hoursAhead(1)
  counter.record(reading(1))
  expect(await counted()).toBe(3)
})

test('programs that say what they are do not count, nor does a client without a name', async () => {
  for (const userAgent of ['Mozilla/5.0 (compatible; Googlebot/2.1)', 'curl/8.5', 'HeadlessChrome/140', '']) {
    counter.record({ ...reading(1), userAgent })
  }
  expect(await counted()).toBe(0)
})

test('only public stories count, and a story that does not exist loses no other count', async () => {
  counter.record(reading(1, draft))
  counter.record(reading(1, 987_654))
  counter.record(reading(1))
  expect([await counted(draft), await counted()]).toEqual([0, 1])
})

test('one address cannot count without end, whatever names it gives itself', async () => {
  for (let name = 0; name < 700; name++) counter.record({ ...reading(1), userAgent: `${FIREFOX} ${name}` })
  expect(await counted()).toBe(600)
})

test('counts are written together some seconds after the first', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  counter.record(reading(1))
  counter.record(reading(2))
  await vi.advanceTimersByTimeAsync(19_000)
  const since = hourOf(NOW)
  expect((await readsSince(db, { ids: [ferry], since })).get(ferry)).toBeUndefined()
  await vi.advanceTimersByTimeAsync(2000)
  await counter.save()
  expect((await readsSince(db, { ids: [ferry], since })).get(ferry)).toBe(2)
})

test('a link that is followed counts once an hour for each reader, beside the reading, and not for programs', async () => {
  const click = { block: 'also-read', place: 1, item: 1 } as const
  const other = { ...click, place: 2 }
  counter.record(reading(1))
  for (const reader of [1, 1, 2]) counter.record({ ...reading(reader), click })
  counter.record({ ...reading(1), click: other })
  counter.record({ ...reading(3), click, userAgent: 'Googlebot/2.1' })
  expect(await counted()).toBe(1)
  expect((await clicksOf(db, { days: 1, now: NOW })).places).toEqual([
    { ...click, clicks: 2 },
    { ...other, clicks: 1 },
  ])
  now = hoursAhead(1)
  counter.record({ ...reading(1), click })
  await counter.save()
  expect((await clicksOf(db, { days: 1, now })).total).toBe(4)
})
