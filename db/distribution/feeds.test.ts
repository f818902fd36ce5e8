import { beforeEach, describe, expect, test } from 'vitest'
import { feedStories } from '@/db/distribution/feeds'
import { rename, reviseArticle } from '@/db/editing/writing'
import { publish, withdraw } from '@/db/publishing/publishing'
import type { StoryList } from '@/db/reading/story-list'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
  DREDGER,
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
  WITHDRAWN,
  WORLD,
} from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { readPageTags, tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'
import { alsoRead } from '@/lib/testing/body-fixtures'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const LISTS: [string, StoryList][] = [
  ['the paper', { kind: 'paper' }],
  ['a section', { kind: 'section', id: TRANSPORT }],
  ['a topic', { kind: 'topic', id: HARBOUR }],
  ['an author', { kind: 'author', id: MARA }],
]
const inEvery = { sectionId: FERRIES, topics: [HARBOUR], by: [MARA] }
/** What the checklist requires of a story before it is published. */
const ready = { standfirst: 'From Monday.', body: words('It is so.') }
const elsewhere = { sectionId: WORLD, topics: [ELECTIONS], by: [TOMAS] }

/** Everything that is neither withdrawn, nor withdrawn after it was public. */
const NOT_WITHDRAWN: typeof NOT_PUBLIC = [
  ...PUBLIC,
  ...NOT_PUBLIC.filter((one) => !WITHDRAWN.includes(one)),
  [
    'a story that was taken back before its first publication',
    { state: 'withdrawn', publishedAt: hoursAhead(2), withdrawnAt: hoursAgo(1) },
  ],
]

const read = (list: StoryList = { kind: 'paper' }, limit = 50) => feedStories(db, { list, now: NOW, limit })
function words(text: string): Body {
  return [{ type: 'paragraph', id: 'e0', text: [{ text }] }]
}

describe.each(LISTS)('the feed of %s', (_, list) => {
  test.each(NOT_PUBLIC)('leaves out %s', async (_name, state) => {
    await aStory(db, { headline: 'Bridge closed', ...inEvery, ...state })
    expect((await read(list)).value.stories).toEqual([])
  })

  test.each(PUBLIC)('includes %s', async (_name, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...inEvery, ...state })
    expect((await read(list)).value.stories).toMatchObject([{ id }])
  })

  test('has the newest stories, in order, at most `limit`', async () => {
    const one = await aStory(db, { headline: 'One', ...inEvery, publishedAt: hoursAgo(2) })
    const two = await aStory(db, { headline: 'Two', ...inEvery, publishedAt: hoursAgo(2) })
    await aStory(db, { headline: 'Old', ...inEvery, publishedAt: hoursAgo(9) })
    expect((await read(list, 2)).value.stories.map(({ id }) => id)).toEqual([two, one])
  })

  test('has no stories of other lists', async () => {
    await aStory(db, { headline: 'Elsewhere', ...elsewhere })
    expect((await read(list)).value.stories).toHaveLength(list.kind === 'paper' ? 1 : 0)
  })

  test.each(WITHDRAWN)('remembers %s', async (_name, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...inEvery, ...state })
    const { value, tags: own } = await read(list)
    expect(value.withdrawn).toEqual([{ id, createdAt: expect.any(Date), withdrawnAt: state.withdrawnAt, reason: '' }])
    expect(own).toContain(tags.article(id))
    expect(readPageTags(own).asOf).toBe(state.withdrawnAt?.getTime())
  })

  test.each(NOT_WITHDRAWN)('does not remember %s', async (_name, state) => {
    await aStory(db, { headline: 'Bridge closed', ...inEvery, ...state })
    expect((await read(list)).value.withdrawn).toEqual([])
  })

  test('remembers the 20 stories that were withdrawn last, and none of other lists', async () => {
    for (let hour = 1; hour <= 25; hour++) {
      const ended = { state: 'withdrawn' as const, publishedAt: hoursAgo(40), withdrawnAt: hoursAgo(hour) }
      await aStory(db, { headline: `Story ${hour}`, ...(hour === 3 ? elsewhere : inEvery), ...ended })
    }
    const ids = (await read(list)).value.withdrawn.map(({ id }) => id)
    const all = Array.from({ length: 25 }, (_, place) => place + 1)
    expect(ids).toEqual(all.filter((hour) => list.kind === 'paper' || hour !== 3).slice(0, 20))
  })

  test('changes by itself when the next story is due', async () => {
    await aStory(db, { headline: 'Due', ...inEvery, state: 'scheduled', publishedAt: hoursAhead(2) })
    await aStory(db, { headline: 'Ending', ...inEvery, withdrawnAt: hoursAhead(1) })
    expect(readPageTags((await read(list)).tags).changesAt).toBe(hoursAhead(1).getTime())
  })

  test.each(['published', 'renamed', 'revised', 'withdrawn'])('is stale once a story of it is %s', async (verb) => {
    const kept = { ...inEvery, state: 'draft', publishedAt: null } as const
    const shown = { headline: 'Bridge closed', ...inEvery, ...ready, leadMediaId: BRIDGE }
    const id = await aStory(db, verb === 'published' ? { ...shown, ...kept } : shown)
    const before = await read(list)
    const act = { id, by: withoutAccount('The desk'), now: NOW }
    const { seq } = await staleSince(db, 0)
    if (verb === 'published') await publish(db, act)
    if (verb === 'renamed') await rename(db, { ...act, headline: 'Bridge open', slug: 'bridge-open' })
    if (verb === 'revised')
      await reviseArticle(db, { ...act, change: { body: words('It was so.') }, reason: 'written' })
    if (verb === 'withdrawn') await withdraw(db, { ...act, reason: '' })
    const { tags: stale } = await staleSince(db, seq)
    expect(before.tags.filter((tag) => stale.includes(tag))).not.toEqual([])
  })
})

test('a story has everything that a feed contains', async () => {
  const target = await aStory(db, {
    headline: 'The new ferry',
    ...elsewhere,
    leadMediaId: DREDGER,
    publishedAt: hoursAgo(9),
  })
  const id = await aStory(db, {
    headline: 'The last ferry',
    standfirst: 'Later boats end in December.',
    dateline: 'Port Linnet',
    language: 'hi',
    sectionId: FERRIES,
    leadMediaId: BRIDGE,
    body: [alsoRead(target), { type: 'image', id: 'e2', media: DREDGER }],
    topics: [ELECTIONS, HARBOUR],
    by: [MARA, 'Ida Voss'],
    updatedAt: hoursAgo(0.5),
    corrections: [
      { note: 'The pier is the north pier.', correctedAt: hoursAgo(0.5) },
      { note: 'The boat is the Linnet.', correctedAt: hoursAgo(0.7) },
    ],
  })
  const { value: answer, tags: pageTags } = await read({ kind: 'section', id: CITY })
  expect(answer.stories).toMatchObject([
    {
      id,
      headline: 'The last ferry',
      standfirst: 'Later boats end in December.',
      dateline: 'Port Linnet',
      path: `/ferries/the-last-ferry-${id}`,
      language: 'hi',
      section: { name: 'Ferries' },
      topics: [{ name: 'Elections' }, { name: 'Harbour' }],
      bylines: [
        { name: 'Mara Quill', authorSlug: 'mara-quill' },
        { name: 'Ida Voss', authorSlug: null },
      ],
      leadPicture: { id: BRIDGE },
      corrections: [{ note: 'The boat is the Linnet.' }, { note: 'The pier is the north pier.' }],
      createdAt: hoursAgo(2000),
      publishedAt: hoursAgo(1),
      updatedAt: hoursAgo(0.5),
    },
  ])
  expect([...answer.referenced.articles.keys()]).toEqual([target])
  expect([...answer.referenced.pictures.keys()].sort()).toEqual([BRIDGE, DREDGER])
  expect(readPageTags(pageTags)).toEqual({
    subjects: expect.arrayContaining([
      ...[tags.sectionList(CITY), tags.article(id), tags.section(FERRIES), tags.topic(HARBOUR), tags.topic(ELECTIONS)],
      ...[tags.author(MARA), tags.media(BRIDGE), tags.media(DREDGER), tags.link(target), tags.section(WORLD)],
    ]),
    changesAt: null,
    asOf: hoursAgo(0.5).getTime(),
  })
})

test('what a story refers to makes the feed stale when it is renamed, withdrawn or becomes public', async () => {
  const target = await aStory(db, { headline: 'The new ferry', ...elsewhere, publishedAt: hoursAgo(900) })
  const draft = await aStory(db, { headline: 'Not yet', ...elsewhere, ...ready, state: 'draft', publishedAt: null })
  const body: Body = [{ type: 'related-news', id: 'e1', articles: [target, draft] }]
  await aStory(db, { headline: 'The last ferry', ...inEvery, body })
  const { tags: pageTags, value: answer } = await read({ kind: 'topic', id: HARBOUR })
  expect([...answer.referenced.articles.keys()]).toEqual([target])
  const staleBy = async (work: () => Promise<unknown>) => {
    const { seq } = await staleSince(db, 0)
    await work()
    return (await staleSince(db, seq)).tags.filter((tag) => pageTags.includes(tag))
  }
  const act = { by: withoutAccount('The desk'), now: NOW }
  expect(await staleBy(() => rename(db, { id: target, headline: 'A boat', slug: 'a-boat', ...act }))).toContain(
    tags.link(target),
  )
  expect(await staleBy(() => publish(db, { id: draft, ...act }))).toContain(tags.link(draft))
  expect(await staleBy(() => withdraw(db, { id: target, reason: '', ...act }))).toContain(tags.link(target))
})

test('a target that is in the feed itself is tagged once', async () => {
  const target = await aStory(db, { headline: 'The new ferry', ...inEvery })
  await aStory(db, { headline: 'The last ferry', ...inEvery, body: [alsoRead(target)] })
  const { tags: pageTags } = await read()
  expect(pageTags).toContain(tags.article(target))
  expect(pageTags).not.toContain(tags.link(target))
})

test('an empty list is a feed without stories', async () => {
  expect(await read()).toEqual({
    value: { stories: [], withdrawn: [], referenced: { articles: new Map(), pictures: new Map() } },
    tags: [tags.latest],
  })
})
