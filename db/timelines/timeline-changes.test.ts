import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { withdraw } from '@/db/publishing/publishing'
import { timelineTeasers } from '@/db/reading/teasers'
import { auditLog } from '@/db/store/audit-schema'
import { staleSince } from '@/db/store/invalidation'
import { eventPairs, timelineRemovals, timelines } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW, WITHDRAWN } from '@/db/testing/fixtures'
import { fittingStories } from '@/db/timelines/fitting'
import { mergeTimelines } from '@/db/timelines/merges'
import { latestRefusals, refuseTimeline, takeRefusalBack } from '@/db/timelines/refusals'
import { addStories, removeStories, splitTimeline } from '@/db/timelines/story-changes'
import { changeTimeline, makeTimeline } from '@/db/timelines/timeline-changes'
import { shownTimelines, storyIdsOf, storySoFar, timelineBySlug } from '@/db/timelines/timelines'
import { PER_PAGE } from '@/lib/addresses/list-pages'
import { changesAtTag, tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Nadia Reyes')
const ACT = { by: BY, now: NOW }
let db: MemoryStore
let strike: number
let stories: number[]

async function made(name: string, storyIds: number[], without: number[] = []): Promise<number> {
  const timeline = await makeTimeline(db, { name, slug: '', introduction: '', storyIds, without, ...ACT })
  if ('problems' in timeline) throw new Error(timeline.problems[0]?.message)
  return timeline.id
}

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  stories = []
  for (const hours of [9, 5, 3]) {
    stories.push(await aStory(db, { headline: `Strike, hour ${hours}`, publishedAt: hoursAgo(hours) }))
  }
  strike = await made('Harbour strike', stories)
})

const answerAt = (path: string) => addressOf(db, { path, now: NOW })
const listed = async (id: number) => {
  const { value } = await timelineTeasers(db, { timeline: { id }, now: NOW, page: 1, perPage: PER_PAGE })
  expect(value.total).toBe(value.teasers.length)
  return value.teasers.map((teaser) => teaser.id)
}
const logged = async () => (await db.select().from(auditLog)).map(({ action }) => action)
const removed = async (id: number) =>
  (await db.select().from(timelineRemovals).where(eq(timelineRemovals.timelineId, id))).map((row) => row.articleId)

describe('the list of timelines', () => {
  const shown = async (now = NOW) => (await shownTimelines(db, { now })).value.map(({ id, stories }) => [id, stories])

  test('has those of three public stories, that with the newest story first', async () => {
    const older: number[] = []
    for (const hours of [90, 80, 70]) older.push(await aStory(db, { headline: 'Bridge', publishedAt: hoursAgo(hours) }))
    const bridge = await made('The bridge', older)
    await made('Alone', [await aStory(db, { headline: 'Alone' })])
    expect(await shown()).toEqual([
      [strike, 3],
      [bridge, 3],
    ])
    const coming = await aStory(db, { headline: 'To come', state: 'scheduled', publishedAt: hoursAhead(2) })
    await addStories(db, { id: bridge, storyIds: [coming], ...ACT })
    expect((await shownTimelines(db, { now: NOW })).tags).toContain(changesAtTag(hoursAhead(2)))
    expect(await shown(hoursAhead(3))).toEqual([
      [bridge, 4],
      [strike, 3],
    ])
  })

  test('is stale whenever one comes, goes, is renamed, or gets or loses a story', async () => {
    expect((await shownTimelines(db, { now: NOW })).tags).toContain(tags.timelines)
    const other = await aStory(db, { headline: 'Pickets leave' })
    let into = 0
    const changes: (() => Promise<unknown>)[] = [
      async () => {
        into = await made('Pickets', [other])
      },
      () => changeTimeline(db, { id: strike, changes: { name: 'The strike' }, now: NOW }),
      () => removeStories(db, { id: strike, storyIds: stories.slice(0, 1), ...ACT }),
      () => addStories(db, { id: strike, storyIds: stories.slice(0, 1), ...ACT }),
      () => withdraw(db, { id: stories[1] ?? 0, by: BY, now: NOW, reason: '' }),
      () => mergeTimelines(db, { id: strike, into, ...ACT }),
      () => refuseTimeline(db, { id: into, ...ACT }),
    ]
    for (const [place, change] of changes.entries()) {
      const since = await staleSince(db, 0)
      await change()
      expect([place, (await staleSince(db, since.seq)).tags]).toEqual([place, expect.arrayContaining([tags.timelines])])
    }
  })
})

describe('a timeline', () => {
  test('has an address, and lists its stories from the newest on [timelines]', async () => {
    expect(await answerAt('/timelines/harbour-strike')).toEqual({ kind: 'page' })
    expect(await answerAt('/timelines/harbour-strike/rss.xml')).toEqual({ kind: 'page' })
    expect(await answerAt('/timelines/harbour-strike/page/2')).toEqual({ kind: 'missing' })
    expect(await listed(strike)).toEqual([...stories].reverse())
    expect(await logged()).toEqual(['timeline added'])
  })

  test.each(WITHDRAWN)('lists no %s, and neither a draft nor a story to come', async (_, story) => {
    const hidden = [
      await aStory(db, { headline: 'Withdrawn', ...story }),
      await aStory(db, { headline: 'A draft', state: 'draft', publishedAt: null }),
      await aStory(db, { headline: 'To come', state: 'scheduled', publishedAt: hoursAhead(2) }),
    ]
    await addStories(db, { id: strike, storyIds: hidden, ...ACT })
    expect(await listed(strike)).toEqual([...stories].reverse())
    expect((await storySoFar(db, { id: stories[0] ?? 0, now: NOW })).value?.stories).toBe(3)
    expect((await storySoFar(db, { id: stories[0] ?? 0, now: hoursAhead(3) })).value?.stories).toBe(4)
  })

  test('is shown by its stories from three on, and its page and theirs are stale when one is withdrawn', async () => {
    const [first = 0, second = 0] = stories
    expect((await storySoFar(db, { id: first, now: NOW })).value).toEqual({
      id: strike,
      slug: 'harbour-strike',
      name: 'Harbour strike',
      path: '/timelines/harbour-strike',
      stories: 3,
    })
    const since = await staleSince(db, 0)
    await withdraw(db, { id: second, by: BY, now: NOW, reason: '' })
    expect((await staleSince(db, since.seq)).tags).toContain(tags.timelineList(strike))
    const shown = await storySoFar(db, { id: first, now: NOW })
    expect(shown.value).toBeNull()
    expect(shown.tags).toContain(tags.timelineList(strike))
  })

  test('may have no address of another one, and no story that is in another one or in another language', async () => {
    const other = await aStory(db, { headline: 'Der Streik', language: 'de' })
    const typed = { name: 'Harbour strike', slug: '', introduction: '', ...ACT }
    expect(await makeTimeline(db, { ...typed, storyIds: [other] })).toEqual({
      problems: [{ field: 'slug', message: 'Another timeline has the address “harbour-strike”.' }],
    })
    expect(await makeTimeline(db, { ...typed, slug: 'two', storyIds: stories })).toEqual({
      problems: [
        { field: 'stories', message: '“Strike, hour 9” is in the timeline “Harbour strike”. Take it out there first.' },
      ],
    })
    expect(await addStories(db, { id: strike, storyIds: [other], ...ACT })).toEqual({
      problems: [
        { field: 'stories', message: '“Der Streik” is in another language. A timeline has stories of one language.' },
      ],
    })
    expect(await addStories(db, { id: strike, storyIds: [999], ...ACT })).toMatchObject({
      problems: [{ field: 'stories' }],
    })
    expect(await addStories(db, { id: 99, storyIds: [other], ...ACT })).toBeNull()
  })

  test('takes a story whose language is spelled in capitals, as the finder does', async () => {
    const story = await aStory(db, { headline: 'Strike over', language: 'EN' })
    expect(await addStories(db, { id: strike, storyIds: [story], ...ACT })).not.toHaveProperty('problems')
    expect(await storyIdsOf(db, strike)).toContain(story)
  })

  test('that is renamed redirects from its old address, with pages and feeds [timelines]', async () => {
    await changeTimeline(db, { id: strike, changes: { name: 'Quay strike', slug: '' }, now: NOW })
    expect(await answerAt('/timelines/harbour-strike')).toEqual({
      kind: 'redirect',
      location: '/timelines/quay-strike',
    })
    expect(await answerAt('/timelines/harbour-strike/atom.xml')).toEqual({
      kind: 'redirect',
      location: '/timelines/quay-strike/atom.xml',
    })
    expect((await timelineBySlug(db, 'quay-strike')).value?.name).toBe('Quay strike')
  })

  test('has a first story of its own alone, until that is taken out', async () => {
    const other = await aStory(db, { headline: 'Bread' })
    const [first = 0] = stories
    expect(await changeTimeline(db, { id: strike, changes: { leadId: other }, now: NOW })).toMatchObject({
      problems: [{ field: 'lead' }],
    })
    await changeTimeline(db, { id: strike, changes: { leadId: first }, now: NOW })
    expect((await timelineBySlug(db, 'harbour-strike')).value?.leadId).toBe(first)
    await removeStories(db, { id: strike, storyIds: [first], ...ACT })
    expect((await timelineBySlug(db, 'harbour-strike')).value?.leadId).toBeNull()
  })
})

test('what an editor takes out is not proposed for it again, until an editor puts it in', async () => {
  const [one = 0, two = 0, three = 0] = stories
  await db.insert(eventPairs).values([
    { oneId: one, otherId: three, likeness: 0.9 },
    { oneId: two, otherId: three, likeness: 0.9 },
  ])
  await db.run(sql`delete from timeline_stories where article_id = ${three}`)
  expect(await fittingStories(db)).toEqual([{ storyId: three, timelineId: strike, likeness: 0.9 }])
  await removeStories(db, { id: strike, storyIds: [three], ...ACT })
  expect(await fittingStories(db, { timelineId: strike })).toEqual([])
  await addStories(db, { id: strike, storyIds: [three], ...ACT })
  expect(await listed(strike)).toHaveLength(3)
  expect(await removed(strike)).toEqual([])
})

test('a story like one of many alone is not proposed for a timeline', async () => {
  const [one = 0] = stories
  const other = await aStory(db, { headline: 'Kestrel opens a museum' })
  await db.insert(eventPairs).values({ oneId: one, otherId: other, likeness: 0.9 })
  expect(await fittingStories(db, { storyId: other })).toEqual([])
})

test('a timeline that loses a page redirects from it to itself', async () => {
  const more = []
  for (let story = 0; story < PER_PAGE - 2; story++) more.push(await aStory(db, { headline: `Strike ${story}` }))
  await addStories(db, { id: strike, storyIds: more, ...ACT })
  expect(await answerAt('/timelines/harbour-strike/page/2')).toEqual({ kind: 'page' })
  await removeStories(db, { id: strike, storyIds: more.slice(0, 3), ...ACT })
  expect(await answerAt('/timelines/harbour-strike/page/2')).toEqual({
    kind: 'redirect',
    location: '/timelines/harbour-strike',
  })
})

test('a split makes a second timeline, and the site puts no story of one into the other', async () => {
  const [one = 0, two = 0, three = 0] = stories
  expect(await splitTimeline(db, { id: strike, storyIds: [], name: 'Talks', ...ACT })).toMatchObject({
    problems: [{ field: 'stories' }],
  })
  expect(await splitTimeline(db, { id: strike, storyIds: stories, name: 'Talks', ...ACT })).toMatchObject({
    problems: [{ field: 'stories' }],
  })
  expect(await splitTimeline(db, { id: strike, storyIds: [three], name: 'Harbour strike', ...ACT })).toMatchObject({
    problems: [{ field: 'slug' }],
  })
  expect(await storyIdsOf(db, strike)).toEqual(stories)
  const answer = await splitTimeline(db, { id: strike, storyIds: [three], name: 'Talks', ...ACT })
  const talks = answer && 'id' in answer ? answer.id : 0
  expect([await listed(strike), await listed(talks)]).toEqual([[two, one], [three]])
  expect([await removed(strike), await removed(talks)]).toEqual([[three], [one, two]])
})

test('a merger moves the stories and the address, and forgets nothing that was taken out [timelines]', async () => {
  const [one = 0, two = 0, three = 0] = stories
  const bread = await aStory(db, { headline: 'Bread' })
  await splitTimeline(db, { id: strike, storyIds: [three], name: 'Talks', ...ACT })
  await removeStories(db, { id: strike, storyIds: [bread], ...ACT })
  expect(await mergeTimelines(db, { id: strike, into: strike, ...ACT })).toMatchObject({
    problems: [{ field: 'into' }],
  })
  expect(await mergeTimelines(db, { id: strike, into: strike + 1, ...ACT })).toEqual({ stories: 2 })
  expect(await listed(strike + 1)).toEqual([three, two, one])
  expect(await removed(strike + 1)).toEqual([bread])
  expect(await answerAt('/timelines/harbour-strike')).toEqual({ kind: 'redirect', location: '/timelines/talks' })
  expect(await answerAt('/timelines/harbour-strike/feed.json')).toEqual({
    kind: 'redirect',
    location: '/timelines/talks/feed.json',
  })
})

test('a refused timeline is gone for readers, and its stories are free again once the refusal is taken back', async () => {
  const refusal = await refuseTimeline(db, { id: strike, ...ACT })
  expect(await answerAt('/timelines/harbour-strike')).toEqual({ kind: 'missing' })
  expect((await storySoFar(db, { id: stories[0] ?? 0, now: NOW })).value).toBeNull()
  expect(db.all(sql`select * from listed_stories where kind = 'timeline'`)).toEqual([])
  expect(await latestRefusals(db, { limit: 5 })).toMatchObject([{ name: 'Harbour strike', refusedBy: 'Nadia Reyes' }])
  expect(await takeRefusalBack(db, { id: refusal?.id ?? 0, now: NOW })).toEqual({})
  expect(await takeRefusalBack(db, { id: refusal?.id ?? 0, now: NOW })).toBeNull()
  await made('Harbour strike', stories)
  expect(await answerAt('/timelines/harbour-strike')).toEqual({ kind: 'page' })
  expect(await db.select().from(timelines)).toHaveLength(1)
})
