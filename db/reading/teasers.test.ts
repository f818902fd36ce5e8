import { beforeEach, describe, expect, test } from 'vitest'
import {
  authorTeasers,
  earlierInSection,
  latestTeasers,
  sectionTeasers,
  teasersByIds,
  topicTeasers,
} from '@/db/reading/teasers'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
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
import type { Teaser } from '@/lib/article/article'
import { readPageTags, tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const first = { now: NOW, page: 1, perPage: 10 }
const idsOf = (teasers: Teaser[]) => teasers.map(({ id }) => id)

/** Every list of the paper that holds a story of this section, topic and author. */
const everyList: [string, () => Promise<{ ids: number[]; pageTags: string[] }>][] = [
  [
    'the latest',
    async () => {
      const { value: answer, tags: pageTags } = await latestTeasers(db, { now: NOW, limit: 10 })
      return { ids: idsOf(answer), pageTags }
    },
  ],
  ...(
    [
      ['a section', () => sectionTeasers(db, { ...first, section: { id: CITY } })],
      ['a topic', () => topicTeasers(db, { ...first, topic: { id: HARBOUR } })],
      ['an author', () => authorTeasers(db, { ...first, author: { id: MARA } })],
    ] as const
  ).map(([name, read]): (typeof everyList)[number] => [
    name,
    async () => {
      const { value: answer, tags: pageTags } = await read()
      expect(answer.total).toBe(answer.teasers.length)
      return { ids: idsOf(answer.teasers), pageTags }
    },
  ]),
]
const inEvery = { topics: [HARBOUR], by: [MARA] }

describe.each(everyList)('%s', (_, read) => {
  test.each(NOT_PUBLIC)('leaves out %s', async (_name, state) => {
    await aStory(db, { headline: 'Bridge closed', ...inEvery, ...state })
    expect((await read()).ids).toEqual([])
  })

  test.each(PUBLIC)('holds %s', async (_name, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...inEvery, ...state })
    expect((await read()).ids).toEqual([id])
  })

  test('is ordered newest first, ties by id', async () => {
    const old = await aStory(db, { headline: 'Old', ...inEvery, publishedAt: hoursAgo(9) })
    const one = await aStory(db, { headline: 'One', ...inEvery, publishedAt: hoursAgo(2) })
    const two = await aStory(db, { headline: 'Two', ...inEvery, publishedAt: hoursAgo(2) })
    expect((await read()).ids).toEqual([two, one, old])
  })

  test('changes by time when the next story of it is due, or one ends', async () => {
    await aStory(db, { headline: 'Later', ...inEvery, state: 'scheduled', publishedAt: hoursAhead(5) })
    await aStory(db, { headline: 'Next', ...inEvery, state: 'scheduled', publishedAt: hoursAhead(4) })
    expect(readPageTags((await read()).pageTags).changesAt).toBe(hoursAhead(4).getTime())
    await aStory(db, { headline: 'Offer', ...inEvery, withdrawnAt: hoursAhead(3) })
    expect(readPageTags((await read()).pageTags).changesAt).toBe(hoursAhead(3).getTime())
  })

  test('does not change by time with a draft or a story that was withdrawn', async () => {
    await aStory(db, { headline: 'Draft', ...inEvery, state: 'draft', publishedAt: hoursAhead(4) })
    await aStory(db, { headline: 'Gone', ...inEvery, state: 'withdrawn', withdrawnAt: hoursAhead(4) })
    expect(readPageTags((await read()).pageTags).changesAt).toBeNull()
  })
})

test('a list does not change by time with a story that is not in it', async () => {
  await aStory(db, { headline: 'Elsewhere', sectionId: WORLD, state: 'scheduled', publishedAt: hoursAhead(4) })
  for (const [name, read] of everyList.slice(1)) {
    expect(readPageTags((await read()).pageTags).changesAt, name).toBeNull()
  }
})

test('a teaser shows what it needs of its story, its section, its names and its picture', async () => {
  const id = await aStory(db, {
    headline: 'Bridge closed',
    kicker: 'Traffic',
    standfirst: 'For a week.',
    kind: 'feature',
    sectionId: TRANSPORT,
    leadMediaId: BRIDGE,
    by: ['The agency', MARA],
  })
  const { value: answer, tags: pageTags } = await latestTeasers(db, { now: NOW, limit: 1 })
  expect(answer).toMatchObject([
    {
      id,
      headline: 'Bridge closed',
      kicker: 'Traffic',
      standfirst: 'For a week.',
      kind: 'feature',
      language: 'en',
      path: `/transport/bridge-closed-${id}`,
      section: { name: 'Transport', slug: 'transport' },
      picture: { id: BRIDGE, alt: 'The bridge at dusk' },
      bylines: [
        { name: 'The agency', authorSlug: null },
        { name: 'Mara Quill', authorSlug: 'mara-quill' },
      ],
      publishedAt: hoursAgo(1),
    },
  ])
  expect(readPageTags(pageTags)).toEqual({
    subjects: [tags.latest, tags.teaser(id), tags.section(TRANSPORT), tags.media(BRIDGE), tags.author(MARA)],
    changesAt: null,
    asOf: hoursAgo(1).getTime(),
  })
})

test('the latest are at most `limit`', async () => {
  for (const hour of [1, 2, 3]) await aStory(db, { headline: `At ${hour}`, publishedAt: hoursAgo(hour) })
  expect((await latestTeasers(db, { now: NOW, limit: 2 })).value.map(({ headline }) => headline)).toEqual([
    'At 1',
    'At 2',
  ])
})

test('a section has its own stories and those of every section below it, and no others', async () => {
  const ferry = await aStory(db, { headline: 'Ferry', sectionId: FERRIES, publishedAt: hoursAgo(1) })
  const tram = await aStory(db, { headline: 'Tram', sectionId: TRANSPORT, publishedAt: hoursAgo(2) })
  const council = await aStory(db, { headline: 'Council', sectionId: CITY, publishedAt: hoursAgo(3) })
  await aStory(db, { headline: 'Summit', sectionId: WORLD })
  const of = async (id: number) => idsOf((await sectionTeasers(db, { ...first, section: { id } })).value.teasers)
  expect(await of(CITY)).toEqual([ferry, tram, council])
  expect(await of(TRANSPORT)).toEqual([ferry, tram])
  expect(await of(FERRIES)).toEqual([ferry])
})

test('a topic and an author have their own stories only', async () => {
  const id = await aStory(db, { headline: 'Harbour vote', topics: [HARBOUR], by: [TOMAS, MARA] })
  await aStory(db, { headline: 'Tram', by: [TOMAS] })
  expect(idsOf((await topicTeasers(db, { ...first, topic: { id: HARBOUR } })).value.teasers)).toEqual([id])
  expect(idsOf((await authorTeasers(db, { ...first, author: { id: MARA } })).value.teasers)).toEqual([id])
})

test('each list is tagged with its own name', async () => {
  expect((await sectionTeasers(db, { ...first, section: { id: CITY } })).tags).toEqual([tags.sectionList(CITY)])
  expect((await topicTeasers(db, { ...first, topic: { id: HARBOUR } })).tags).toEqual([tags.topicList(HARBOUR)])
  expect((await authorTeasers(db, { ...first, author: { id: MARA } })).tags).toEqual([tags.authorList(MARA)])
})

test('the pages of a list are consecutive and have the total', async () => {
  for (const hour of [1, 2, 3, 4, 5]) await aStory(db, { headline: `At ${hour}`, publishedAt: hoursAgo(hour) })
  await aStory(db, { headline: 'Draft', state: 'draft', publishedAt: null })
  const page = async (number: number) => {
    const read = await sectionTeasers(db, { now: NOW, page: number, perPage: 2, section: { id: CITY } })
    return { headlines: read.value.teasers.map(({ headline }) => headline), total: read.value.total }
  }
  expect(await page(1)).toEqual({ headlines: ['At 1', 'At 2'], total: 5 })
  expect(await page(3)).toEqual({ headlines: ['At 5'], total: 5 })
  expect(await page(4)).toEqual({ headlines: [], total: 5 })
})

describe('earlier in the section', () => {
  const justBefore = (id: number, publishedAt: Date, without: number[] = [], limit = 2) =>
    earlierInSection(db, { article: { id, publishedAt, sectionId: TRANSPORT }, now: NOW, limit, without })

  test('are the stories just before this one, newest first, ties by id', async () => {
    const older = await aStory(db, { headline: 'Older', sectionId: TRANSPORT, publishedAt: hoursAgo(6) })
    const sameTime = await aStory(db, { headline: 'Same time', sectionId: TRANSPORT, publishedAt: hoursAgo(5) })
    const self = await aStory(db, { headline: 'Self', sectionId: TRANSPORT, publishedAt: hoursAgo(5) })
    await aStory(db, { headline: 'Same time, higher id', sectionId: TRANSPORT, publishedAt: hoursAgo(5) })
    await aStory(db, { headline: 'Newer', sectionId: TRANSPORT, publishedAt: hoursAgo(4) })
    expect(idsOf((await justBefore(self, hoursAgo(5))).value)).toEqual([sameTime, older])
    expect(idsOf((await justBefore(self, hoursAgo(5), [], 1)).value)).toEqual([sameTime])
    expect((await justBefore(older, hoursAgo(6))).value).toEqual([])
  })

  test('are of the section itself, not of those above or below it', async () => {
    await aStory(db, { headline: 'Above', sectionId: CITY, publishedAt: hoursAgo(6) })
    await aStory(db, { headline: 'Below', sectionId: FERRIES, publishedAt: hoursAgo(6) })
    expect((await justBefore(99, hoursAgo(5))).value).toEqual([])
  })

  test('continue with an older one for each story that is left out', async () => {
    const oldest = await aStory(db, { headline: 'Oldest', sectionId: TRANSPORT, publishedAt: hoursAgo(8) })
    const older = await aStory(db, { headline: 'Older', sectionId: TRANSPORT, publishedAt: hoursAgo(7) })
    const named = await aStory(db, { headline: 'Named', sectionId: TRANSPORT, publishedAt: hoursAgo(6) })
    expect(idsOf((await justBefore(99, hoursAgo(5), [named])).value)).toEqual([older, oldest])
  })

  test.each(NOT_PUBLIC)('%s is not among them', async (_, state) => {
    await aStory(db, { headline: 'Unseen', sectionId: TRANSPORT, ...state })
    expect((await justBefore(99, NOW)).value).toEqual([])
  })

  test('are tagged with earlierInSection and with each story, and change when one of them ends', async () => {
    const id = await aStory(db, {
      headline: 'Older',
      sectionId: TRANSPORT,
      publishedAt: hoursAgo(6),
      withdrawnAt: hoursAhead(1),
    })
    await aStory(db, { headline: 'Next', sectionId: TRANSPORT, state: 'scheduled', publishedAt: hoursAhead(0.5) })
    const pageTags = readPageTags((await justBefore(99, hoursAgo(5))).tags)
    expect(pageTags.subjects).toEqual([tags.earlierInSection(TRANSPORT), tags.teaser(id), tags.section(TRANSPORT)])
    expect(pageTags.changesAt).toBe(hoursAhead(1).getTime())
  })
})

describe('teasers by their ids', () => {
  test('are in the order of the ids, each once', async () => {
    const one = await aStory(db, { headline: 'One' })
    const two = await aStory(db, { headline: 'Two' })
    const three = await aStory(db, { headline: 'Three' })
    expect(idsOf((await teasersByIds(db, { ids: [three, one, three, two, 99], now: NOW })).value)).toEqual([
      three,
      one,
      two,
    ])
  })

  test.each(NOT_PUBLIC)('leave out %s, and are tagged with it', async (_, state) => {
    const id = await aStory(db, { headline: 'Unseen', ...state })
    const { value: answer, tags: pageTags } = await teasersByIds(db, { ids: [id], now: NOW })
    expect(answer).toEqual([])
    expect(pageTags).toContain(tags.teaser(id))
  })
})
