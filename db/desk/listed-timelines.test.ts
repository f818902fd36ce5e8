import { expect, test } from 'vitest'
import { listedTimelines } from '@/db/desk/listed-timelines'
import { openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import { NAMES_PER_PAGE } from '@/lib/desk/paper/listed-names'

const ACT = { by: { name: 'Nadia Reyes' }, now: NOW }

test('timelines are listed in pages, that with the newest story first, and found by words of their name', async () => {
  const db = await aPaper(openMemoryStore())
  const many = NAMES_PER_PAGE + 2
  const names = Array.from({ length: many }, (_, place) => (place === 40 ? 'Café strike' : `Event ${place}`))
  for (const [place, name] of names.entries()) {
    const id = await aStory(db, { headline: name, publishedAt: hoursAgo(place + 1) })
    await makeTimeline(db, { name, slug: '', introduction: '', storyIds: [id], ...ACT })
  }
  const listed = async (words: string, page = 1) => {
    const { items, total } = await listedTimelines(db, { words, page, now: NOW })
    return { names: items.map(({ name }) => name), total }
  }
  expect(await listed('')).toEqual({ names: names.slice(0, NAMES_PER_PAGE), total: many })
  expect(await listed('', 2)).toEqual({ names: names.slice(NAMES_PER_PAGE), total: many })
  expect(await listed('', 3)).toEqual({ names: [], total: many })
  expect(await listed(' CAFE ')).toEqual({ names: ['Café strike'], total: 1 })
  expect(await listed('event 10')).toEqual({ names: ['Event 10', 'Event 100', 'Event 101'], total: 3 })
})
