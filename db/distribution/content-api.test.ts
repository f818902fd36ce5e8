import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { type StoryQuery, storiesFor } from '@/db/distribution/content-api'
import { indexArticle } from '@/db/search/index-article'
import { staleSince } from '@/db/store/invalidation'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
  ELECTIONS,
  FERRIES,
  HARBOUR,
  hoursAgo,
  hoursAhead,
  MARA,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
  TOMAS,
  TRANSPORT,
  WORLD,
} from '@/db/testing/fixtures'
import { removeStories } from '@/db/timelines/story-changes'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import type { Cursor } from '@/lib/content-api/cursor'
import { readPageTags, tags } from '@/lib/pages/tags'
import { propertyRuns } from '@/lib/testing/property-runs'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function page(query: Partial<StoryQuery> = {}) {
  const { value: answer, tags: pageTags } = await storiesFor(db, { query: { limit: 10, ...query }, now: NOW })
  if ('unknown' in answer) throw new Error(`there is no such ${answer.unknown}`)
  return { ...answer, ids: answer.stories.map(({ id }) => id), pageTags }
}

test.each(NOT_PUBLIC)('%s is in no list', async (_, state) => {
  await aStory(db, { headline: 'Harbour closes', ...state })
  expect((await page()).ids).toEqual([])
})

test.each(PUBLIC)('%s is in the list', async (_, state) => {
  const id = await aStory(db, { headline: 'Harbour closes', ...state })
  expect((await page()).ids).toEqual([id])
})

test('a story has everything but its text', async () => {
  await aStory(db, {
    headline: 'Ferry sails',
    standfirst: 'At six.',
    sectionId: FERRIES,
    topics: [ELECTIONS, HARBOUR],
    by: [TOMAS, 'Night desk'],
    leadMediaId: BRIDGE,
    updatedAt: hoursAgo(0.5),
  })
  const [story] = (await page()).stories
  expect(story).toMatchObject({ headline: 'Ferry sails', path: '/ferries/ferry-sails-1', updatedAt: hoursAgo(0.5) })
  expect(story?.sections.map(({ id }) => id)).toEqual([CITY, TRANSPORT, FERRIES])
  expect(story?.topics.map(({ id }) => id)).toEqual([ELECTIONS, HARBOUR])
  expect(story?.bylines).toEqual([
    { name: 'Tomas Reed', authorSlug: 'tomas-reed' },
    { name: 'Night desk', authorSlug: null },
  ])
  expect(story?.leadPicture?.id).toBe(BRIDGE)
  expect(story?.soFar).toBe(null)
  expect(story).not.toHaveProperty('body')
})

describe('the stories of a timeline', () => {
  const told: number[] = []
  beforeEach(async () => {
    told.length = 0
    for (const hours of [9, 5, 3]) {
      const kind = hours === 5 ? 'analysis' : 'news'
      told.push(await aStory(db, { headline: `Strike, hour ${hours}`, publishedAt: hoursAgo(hours), kind }))
    }
    await aStory(db, { headline: 'Elsewhere', publishedAt: hoursAgo(4) })
    const event = { name: 'Harbour strike', slug: '', introduction: '' }
    await makeTimeline(db, { ...event, storyIds: told, by: null, now: NOW })
  })

  test('are listed alone, in pages, and with other filters', async () => {
    const timeline = 'harbour-strike'
    expect((await page({ timeline })).ids).toEqual([...told].reverse())
    const first = await page({ timeline, limit: 2 })
    expect(first.ids).toEqual([told[2], told[1]])
    expect((await page({ timeline, limit: 2, ...(first.next && { cursor: first.next }) })).ids).toEqual([told[0]])
    expect((await page({ timeline, kind: 'analysis' })).ids).toEqual([told[1]])
    expect((await page({ timeline, language: 'en' })).ids).toEqual([...told].reverse())
    await expect(page({ timeline: 'nowhere' })).rejects.toThrow('no such timeline')
  })

  test('say which it is in every list, from three public ones on, and the list is stale when that changes', async () => {
    const soFar = {
      id: 1,
      slug: 'harbour-strike',
      name: 'Harbour strike',
      path: '/timelines/harbour-strike',
      stories: 3,
    }
    const shown = async () => (await page()).stories.map((story) => story.soFar)
    expect(await shown()).toEqual([soFar, null, soFar, soFar])
    const { pageTags } = await page()
    expect(pageTags).toEqual(expect.arrayContaining([tags.timelineOf(told[0] ?? 0), tags.timelineList(1)]))
    const since = await staleSince(db, 0)
    await removeStories(db, { id: 1, storyIds: told.slice(0, 1), by: { name: 'Nadia Reyes' }, now: NOW })
    expect((await staleSince(db, since.seq)).tags.filter((tag) => pageTags.includes(tag))).not.toEqual([])
    expect(await shown()).toEqual([null, null, null, null])
  })
})

describe('a filter matches', () => {
  let wanted: number
  beforeEach(async () => {
    wanted = await aStory(db, {
      headline: 'Ferry sails',
      sectionId: FERRIES,
      topics: [HARBOUR],
      by: [MARA],
      language: 'pt-BR',
      kind: 'review',
      publishedAt: hoursAgo(1),
    })
    await aStory(db, { headline: 'Elsewhere', sectionId: WORLD, by: [TOMAS], publishedAt: hoursAgo(3) })
    await inTransaction(db, (tx) =>
      indexArticle(tx, { id: wanted, headline: 'Ferry sails', standfirst: '', body: '', names: '' }),
    )
  })

  it.each<[string, Partial<StoryQuery>]>([
    ['the stories of a section', { section: 'ferries' }],
    ['those of the sections below it', { section: 'city' }],
    ['the stories about a topic', { topic: 'harbour' }],
    ['the stories of an author', { author: 'mara-quill' }],
    ['a language in its regional form', { language: 'pt-br' }],
    ['the regional forms of a language', { language: 'pt' }],
    ['what was published since', { since: hoursAgo(1) }],
    ['a kind', { kind: 'review' }],
    ['a kind before an instant', { kind: 'review', until: hoursAhead(1) }],
    ['what holds the words', { q: 'sails ferr' }],
    ['what passes all of them', { section: 'transport', topic: 'harbour', author: 'mara-quill', q: 'ferry' }],
  ])('%s', async (_, query) => {
    expect((await page(query)).ids).toEqual([wanted])
  })

  it.each<[string, Partial<StoryQuery>]>([
    ['another topic', { topic: 'elections' }],
    ['the beginning of a language’s tag', { language: 'p' }],
    ['an instant that is still to come', { since: hoursAhead(1) }],
    ['an end that is before all of it', { kind: 'review', until: hoursAgo(500) }],
    ['a kind that it has not', { kind: 'live' }],
    ['a search without a word', { q: '?!' }],
    ['two filters that share no story', { section: 'world', author: 'mara-quill' }],
  ])('nothing for %s', async (_, query) => {
    expect((await page(query)).ids).toEqual([])
  })

  it.each(['section', 'topic', 'author'] as const)(
    'nothing for a %s that does not exist, and names the filter',
    async (name) => {
      const { value: answer } = await storiesFor(db, { query: { limit: 10, [name]: 'nowhere' }, now: NOW })
      expect(answer).toEqual({ unknown: name })
    },
  )
})

describe('a page of the list is stale', () => {
  it('when something that its stories show changes', async () => {
    const id = await aStory(db, {
      headline: 'Ferry',
      sectionId: FERRIES,
      topics: [HARBOUR],
      by: [MARA],
      leadMediaId: 1,
    })
    const { subjects } = readPageTags((await page()).pageTags)
    expect(subjects.sort()).toEqual(
      [
        tags.latest,
        tags.timelineOf(1),
        tags.article(id),
        ...[CITY, TRANSPORT, FERRIES].map(tags.section),
        tags.topic(HARBOUR),
        tags.author(MARA),
        tags.media(1),
      ].sort(),
    )
  })

  it('when a list of one of its filters changes', async () => {
    const { subjects } = readPageTags(
      (await page({ section: 'city', topic: 'harbour', author: 'mara-quill' })).pageTags,
    )
    for (const tag of [tags.sectionList(CITY), tags.topicList(HARBOUR), tags.authorList(MARA)]) {
      expect(subjects).toContain(tag)
    }
    expect(subjects).not.toContain(tags.latest)
  })

  it('when a story appears or disappears by time alone', async () => {
    await aStory(db, { headline: 'Later', state: 'scheduled', sectionId: WORLD, publishedAt: hoursAhead(2) })
    expect(readPageTags((await page()).pageTags).changesAt).toBe(hoursAhead(2).getTime())
    expect(readPageTags((await page({ section: 'city' })).pageTags).changesAt).toBeNull()
    await aStory(db, { headline: 'Until', withdrawnAt: hoursAhead(1) })
    expect(readPageTags((await page()).pageTags).changesAt).toBe(hoursAhead(1).getTime())
  })
})

test('reading page by page visits each story once, also while others are published', async () => {
  const hours = fc.integer({ min: 1, max: 4 }) // few instants, so that many stories share one
  await fc.assert(
    fc.asyncProperty(
      fc.array(hours, { maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (instants, publishing, limit) => {
        db = await aPaper(openMemoryStore())
        const there: number[] = []
        for (const hour of instants) there.push(await aStory(db, { headline: 'Ferry', publishedAt: hoursAgo(hour) }))
        const visited: number[] = []
        let cursor: Cursor | null | undefined
        for (const isPublishing of [...publishing, ...Array(20).fill(false)]) {
          const found = await page({ limit, ...(cursor && { cursor }) })
          visited.push(...found.ids)
          cursor = found.next
          if (!cursor) break
          if (isPublishing) await aStory(db, { headline: 'Newer', publishedAt: NOW })
        }
        expect([...visited].sort((a, b) => a - b)).toEqual(there)
        const order = await db.select({ id: articles.id, at: articles.publishedAt }).from(articles)
        const at = new Map(order.map((row) => [row.id, row.at?.getTime() ?? 0]))
        const sorted = [...visited].sort((a, b) => (at.get(b) ?? 0) - (at.get(a) ?? 0) || b - a)
        expect(visited).toEqual(sorted)
      },
    ),
    { numRuns: propertyRuns(15) },
  )
})

test('stories in a rare language are found page by page, also when they are far apart', async () => {
  const first = await aStory(db, { headline: 'Porto', language: 'pt', publishedAt: hoursAgo(1) })
  const story = await db.select().from(articles).where(eq(articles.id, first))
  const { id: _, ...like } = story[0] ?? ({} as never)
  const between = Array.from({ length: 1500 }, () => ({ ...like, language: 'en', publishedAt: hoursAgo(2) }))
  await db.insert(articles).values(between.slice(0, 750))
  await db.insert(articles).values(between.slice(750))
  const last = await aStory(db, { headline: 'Lisboa', language: 'pt-BR', publishedAt: hoursAgo(3) })
  const newest = await page({ language: 'pt' })
  expect(newest.ids).toEqual([first])
  const rest = await page({ language: 'pt', ...(newest.next && { cursor: newest.next }) })
  expect([rest.ids, rest.next]).toEqual([[last], null])
})
