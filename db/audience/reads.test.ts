import { beforeEach, expect, test } from 'vitest'
import { addReads, mostRead, pruneReads, readsSince } from '@/db/audience/reads'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, CITY, hoursAgo, hoursAhead, NOW, WORLD } from '@/db/testing/fixtures'
import { hoursBack } from '@/lib/audience/reads'

let db: MemoryStore
let ferry: number
let tram: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ferry = await aStory(db, { headline: 'Ferry', publishedAt: hoursAgo(48), sectionId: CITY })
  tram = await aStory(db, { headline: 'Tram', publishedAt: hoursAgo(47), sectionId: WORLD })
})

const since = hoursBack(NOW, 3)
const read = (counts: [number, number][], at: Date) => addReads(db, { counts: new Map(counts), at })

test('reads of one hour add up, and earlier hours are left out', async () => {
  await read([[ferry, 40]], hoursAgo(5))
  await read([[ferry, 3]], hoursAgo(1))
  await read([[ferry, 2]], hoursAgo(1))
  await read([[ferry, 1]], NOW)
  expect(await readsSince(db, { ids: [ferry, tram], since })).toEqual(new Map([[ferry, 6]]))
})

test('the most read come first, the newer among equals, within the sections that are asked for', async () => {
  await read(
    [
      [ferry, 5],
      [tram, 5],
    ],
    NOW,
  )
  expect(await mostRead(db, { since, now: NOW, limit: 5 })).toEqual([tram, ferry])
  await read([[ferry, 1]], NOW)
  expect(await mostRead(db, { since, now: NOW, limit: 5 })).toEqual([ferry, tram])
  expect(await mostRead(db, { since, now: NOW, limit: 1 })).toEqual([ferry])
  expect(await mostRead(db, { since, now: NOW, limit: 5, sectionIds: [WORLD] })).toEqual([tram])
})

test('what is older than ninety days is deleted', async () => {
  await read([[ferry, 5]], NOW)
  await pruneReads(db, { now: hoursAhead(89 * 24) })
  expect((await readsSince(db, { ids: [ferry], since })).get(ferry)).toBe(5)
  await pruneReads(db, { now: hoursAhead(91 * 24) })
  expect(await readsSince(db, { ids: [ferry], since })).toEqual(new Map())
})
