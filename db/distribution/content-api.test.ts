import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { type StoryQuery, storiesFor } from '@/db/distribution/content-api'
import { indexArticle } from '@/db/search/index-article'
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
import type { Cursor } from '@/lib/content-api/cursor'
import { readPageTags, tags } from '@/lib/pages/tags'

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
  expect(story).not.toHaveProperty('body')
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
    { numRuns: 15 },
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
