import { expect, test } from 'vitest'
import { addClicks, clicksOf, pruneClicks } from '@/db/audience/clicks'
import { linkClicks } from '@/db/store/audience-schema'
import { openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

const first = { block: 'also-read', place: 1, item: 1 } as const
const second = { block: 'related-news', place: 2, item: 3 } as const

test('clicks of a day add up, by place and by story, for the days that are asked for', async () => {
  const db = await aPaper(openMemoryStore())
  const [ferry, quay] = [
    await aStory(db, { headline: 'Ferry', publishedAt: hoursAgo(900) }),
    await aStory(db, { headline: 'Quay', publishedAt: hoursAgo(900) }),
  ]
  const add = (articleId: number, place: typeof first | typeof second, clicks: number, at = NOW) =>
    addClicks(db, { counts: [{ ...place, articleId, clicks }], at })
  await add(ferry, first, 2)
  await add(ferry, first, 3, hoursAhead(1))
  await add(quay, second, 4)
  await add(quay, first, 100, hoursAgo(24 * 10))
  expect(await clicksOf(db, { days: 7, now: hoursAhead(2) })).toEqual({
    total: 9,
    places: [
      { ...first, clicks: 5 },
      { ...second, clicks: 4 },
    ],
    stories: [
      { id: ferry, headline: 'Ferry', language: 'en', clicks: 5 },
      { id: quay, headline: 'Quay', language: 'en', clicks: 4 },
    ],
  })
  expect((await clicksOf(db, { days: 30, now: NOW })).stories.map(({ id }) => id)).toEqual([quay, ferry])
})

test('what is no public story counts nothing, and ninety days are kept', async () => {
  const db = await aPaper(openMemoryStore())
  const draft = await aStory(db, { headline: 'Draft', state: 'draft', publishedAt: null })
  await addClicks(db, {
    counts: [
      { ...first, articleId: draft, clicks: 1 },
      { ...first, articleId: 999, clicks: 1 },
    ],
    at: NOW,
  })
  expect(await db.$count(linkClicks)).toBe(0)
  const ferry = await aStory(db, { headline: 'Ferry', publishedAt: hoursAgo(24 * 100) })
  for (const days of [92, 89])
    await addClicks(db, { counts: [{ ...first, articleId: ferry, clicks: days }], at: hoursAgo(24 * days) })
  await pruneClicks(db, { now: NOW })
  expect(await db.select({ clicks: linkClicks.clicks }).from(linkClicks)).toEqual([{ clicks: 89 }])
})
