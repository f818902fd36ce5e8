import { beforeEach, expect, test } from 'vitest'
import { proposedStories } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { refuseProposal } from '@/db/timelines/refusals'
import { savePairs } from '@/db/timelines/save-pairs'
import { addStories, removeStories } from '@/db/timelines/story-changes'
import { storyTimeline, timelineChoices } from '@/db/timelines/story-view'
import { makeTimeline } from '@/db/timelines/timeline-changes'

const ACT = { by: { name: 'Nadia Reyes' }, now: NOW }
let db: MemoryStore
let stories: number[]

async function made(name: string, storyIds: number[]): Promise<number> {
  const timeline = await makeTimeline(db, { name, slug: '', introduction: '', storyIds, ...ACT })
  if ('problems' in timeline) throw new Error(timeline.problems[0]?.message)
  return timeline.id
}

const seenBy = (id: number, proposes = true) => storyTimeline(db, { id, proposes, now: NOW })

/** Lets `id` be much alike all of `others`. */
async function alike(id: number, others: readonly number[]): Promise<void> {
  await savePairs(db, { id, version: 1, pairs: others.map((otherId) => ({ otherId, likeness: 0.8 })) })
}

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  stories = []
  for (const hours of [9, 5, 3])
    stories.push(await aStory(db, { headline: `Strike, hour ${hours}`, publishedAt: hoursAgo(hours) }))
})

test('a room shows the timeline of its story, and whether readers are led there', async () => {
  const [first = 0, second = 0, third = 0] = stories
  expect(await seenBy(first)).toEqual({ timeline: null, fitting: [], together: [] })
  const id = await made('Harbour strike', [first, second])
  const named = { id, name: 'Harbour strike', path: '/timelines/harbour-strike', language: 'en' }
  expect((await seenBy(first)).timeline).toEqual({ ...named, stories: 2, isShown: false })
  await addStories(db, { id, storyIds: [third], ...ACT })
  expect((await seenBy(first, false)).timeline).toEqual({ ...named, stories: 3, isShown: true })
})

test('what the site would make a timeline of is told with the story itself, the oldest first, until it is refused', async () => {
  const [first = 0, second = 0, third = 0] = stories
  await alike(first, [second, third])
  await alike(second, [first, third])
  expect((await seenBy(second)).together.map(({ id }) => id)).toEqual(stories)
  expect((await seenBy(second, false)).together).toEqual([])
  await refuseProposal(db, { storyIds: stories, ...ACT })
  expect((await seenBy(second)).together).toEqual([])
})

test('a proposal of fewer than three public stories is not told', async () => {
  const [first = 0, second = 0] = stories
  const coming = await aStory(db, { headline: 'To come', state: 'scheduled', publishedAt: hoursAhead(2) })
  await db
    .insert(proposedStories)
    .values([first, second, coming].map((articleId) => ({ articleId, proposalId: first })))
  expect((await seenBy(first)).together).toEqual([])
})

test('a timeline to which the story may belong is told until an editor says that it does not', async () => {
  const id = await made('Harbour strike', stories)
  const next = await aStory(db, { headline: 'Strike, hour 10', publishedAt: hoursAgo(1) })
  await alike(next, stories)
  expect((await seenBy(next)).fitting).toEqual([{ id, name: 'Harbour strike' }])
  expect((await seenBy(next, false)).fitting).toEqual([])
  await removeStories(db, { id, storyIds: [next], ...ACT })
  expect((await seenBy(next)).fitting).toEqual([])
})

test('a story can be put into the timelines of its language, whatever the region, the newest first', async () => {
  const [first = 0, second = 0] = stories
  const strike = await made('Harbour strike', [first])
  const bridge = await made('The bridge', [second])
  const german = await aStory(db, { headline: 'Streik im Hafen', language: 'de' })
  await made('Hafenstreik', [german])
  const british = await aStory(db, { headline: 'Strike ends', language: 'en-GB' })
  expect(await timelineChoices(db, { storyId: british })).toEqual([
    { id: bridge, name: 'The bridge' },
    { id: strike, name: 'Harbour strike' },
  ])
  const inCapitals = await aStory(db, { headline: 'Strike over', language: 'EN' })
  expect((await timelineChoices(db, { storyId: inCapitals })).map(({ id }) => id)).toEqual([bridge, strike])
  expect((await timelineChoices(db, { storyId: german })).map(({ name }) => name)).toEqual(['Hafenstreik'])
})
