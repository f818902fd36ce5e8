import { beforeEach, describe, expect, test } from 'vitest'
import { type ArticlePage, articlePage, linkTargets } from '@/db/reading/articles'
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
  TRANSPORT,
  WORLD,
} from '@/db/testing/fixtures'
import { readPageTags, tags } from '@/lib/pages/tags'
import { alsoRead } from '@/lib/testing/body-fixtures'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const page = async (id: number, now = NOW) => articlePage(db, { id, now })

function shown(answer: ArticlePage | null) {
  if (answer?.visibility !== 'public') throw new Error('the article is not public')
  return answer
}

describe('the page of an article', () => {
  test('shows everything of the article', async () => {
    const id = await aStory(db, {
      headline: 'The last ferry leaves at nine',
      kicker: 'Timetable',
      standfirst: 'Later boats end in December.',
      kind: 'analysis',
      dateline: 'Port Linnet',
      sectionId: FERRIES,
      leadMediaId: BRIDGE,
      topics: [ELECTIONS, HARBOUR],
      by: [MARA, 'Our reader Ida Voss'],
      publishedAt: hoursAgo(3),
      updatedAt: hoursAgo(1),
      seoTitle: 'Last ferry',
      corrections: [
        { note: 'The pier is the north pier.', correctedAt: hoursAgo(1) },
        { note: 'The boat is the Linnet.', correctedAt: hoursAgo(2) },
      ],
    })
    const { article } = shown((await page(id)).value)
    expect(article).toMatchObject({
      id,
      headline: 'The last ferry leaves at nine',
      kicker: 'Timetable',
      standfirst: 'Later boats end in December.',
      kind: 'analysis',
      language: 'en',
      dateline: 'Port Linnet',
      path: `/ferries/the-last-ferry-leaves-at-nine-${id}`,
      bylines: [
        { name: 'Mara Quill', authorSlug: 'mara-quill' },
        { name: 'Our reader Ida Voss', authorSlug: null },
      ],
      publishedAt: hoursAgo(3),
      updatedAt: hoursAgo(1),
      seoTitle: 'Last ferry',
      seoDescription: null,
    })
    expect(article.sections.map(({ slug }) => slug)).toEqual(['city', 'transport', 'ferries'])
    expect(article.topics.map(({ slug }) => slug)).toEqual(['elections', 'harbour'])
    expect(article.corrections.map(({ note }) => note)).toEqual([
      'The boat is the Linnet.',
      'The pier is the north pier.',
    ])
  })

  test('offers the files of a picture by format, then by width', async () => {
    const id = await aStory(db, { headline: 'Bridge closed', leadMediaId: BRIDGE })
    expect(shown((await page(id)).value).article.leadPicture?.files.map(({ path }) => path)).toEqual([
      '/media/bridge-800.avif',
      '/media/bridge-1600.avif',
      '/media/bridge-800.webp',
      '/media/bridge-800.jpeg',
    ])
  })

  test('is tagged with all that it shows', async () => {
    const target = await aStory(db, { headline: 'Storm in the strait', sectionId: WORLD, leadMediaId: DREDGER })
    const id = await aStory(db, {
      headline: 'The last ferry leaves at nine',
      sectionId: FERRIES,
      leadMediaId: BRIDGE,
      topics: [HARBOUR],
      by: [MARA, 'A guest'],
      body: [alsoRead(target), { type: 'image', id: 'e2', media: 99 }],
    })
    expect(readPageTags((await page(id)).tags).subjects.sort()).toEqual(
      [
        tags.article(id),
        tags.section(CITY),
        tags.section(TRANSPORT),
        tags.section(FERRIES),
        tags.topic(HARBOUR),
        tags.author(MARA),
        tags.media(BRIDGE),
        tags.media(99),
        tags.link(target),
        tags.translations(id),
        tags.section(WORLD),
        tags.media(DREDGER),
      ].sort(),
    )
  })

  test('is as new as its last update or correction', async () => {
    const id = await aStory(db, {
      headline: 'Bridge closed',
      publishedAt: hoursAgo(9),
      updatedAt: hoursAgo(5),
      corrections: [{ note: 'It is the east bridge.', correctedAt: hoursAgo(4) }],
    })
    expect(readPageTags((await page(id)).tags).asOf).toBe(hoursAgo(4).getTime())
  })

  test.each(PUBLIC)('%s is public', async (_, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...state })
    expect((await page(id)).value).toMatchObject({ visibility: 'public' })
  })

  test.each(NOT_PUBLIC)('%s is not public', async (_, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...state })
    expect((await page(id)).value?.visibility).not.toBe('public')
  })

  test('is absent, and not gone, for an article that was never public', async () => {
    const draft = await aStory(db, { headline: 'Draft', state: 'draft', publishedAt: null })
    const due = await aStory(db, {
      headline: 'Due tomorrow',
      state: 'scheduled',
      publishedAt: hoursAhead(24),
      withdrawnAt: hoursAhead(48),
    })
    for (const id of [draft, due, 4711]) {
      const { value: answer, tags: pageTags } = await page(id)
      expect(answer).toBeNull()
      expect(pageTags).not.toContain(tags.gone)
    }
    expect(readPageTags((await page(due)).tags).changesAt).toBe(hoursAhead(24).getTime())
  })

  test('says when and why a withdrawn article was withdrawn', async () => {
    const reason = 'The council took its statement back.'
    const withdrawn = await aStory(db, {
      headline: 'Council resigns',
      state: 'withdrawn',
      withdrawnAt: hoursAgo(2),
      withdrawalReason: reason,
    })
    const reading = await page(withdrawn)
    expect(reading.value).toEqual({
      visibility: 'withdrawn',
      withdrawal: { id: withdrawn, withdrawnAt: hoursAgo(2), reason },
    })
    expect(readPageTags(reading.tags)).toEqual({
      subjects: [tags.article(withdrawn), tags.gone],
      changesAt: null,
      asOf: hoursAgo(2).getTime(),
    })
    const ended = await aStory(db, { headline: 'Ticket offer', publishedAt: hoursAgo(9), withdrawnAt: NOW })
    expect((await page(ended)).value).toMatchObject({ visibility: 'withdrawn', withdrawal: { withdrawnAt: NOW } })
  })

  test('changes at its own end', async () => {
    const id = await aStory(db, { headline: 'Ticket offer', withdrawnAt: hoursAhead(2) })
    expect(readPageTags((await page(id)).tags).changesAt).toBe(hoursAhead(2).getTime())
  })

  test('changes when an article that it refers to appears or disappears', async () => {
    const coming = await aStory(db, { headline: 'Coming', state: 'scheduled', publishedAt: hoursAhead(3) })
    const going = await aStory(db, { headline: 'Going', withdrawnAt: hoursAhead(2) })
    const first = await aStory(db, { headline: 'First', body: [alsoRead(coming)] })
    const second = await aStory(db, { headline: 'Second', body: [alsoRead(going)] })
    expect(readPageTags((await page(first)).tags).changesAt).toBe(hoursAhead(3).getTime())
    expect(readPageTags((await page(second)).tags).changesAt).toBe(hoursAhead(2).getTime())
  })

  test('does not change with a story that it does not refer to', async () => {
    await aStory(db, { headline: 'Coming', state: 'scheduled', publishedAt: hoursAhead(3) })
    const id = await aStory(db, { headline: 'Bridge closed' })
    expect(readPageTags((await page(id)).tags).changesAt).toBeNull()
  })

  test('includes the pictures of its body', async () => {
    const id = await aStory(db, {
      headline: 'Bridge closed',
      body: [{ type: 'gallery', id: 'e1', items: [{ media: DREDGER }, { media: BRIDGE }] }],
    })
    expect([...shown((await page(id)).value).referenced.pictures.keys()].sort()).toEqual([BRIDGE, DREDGER])
  })
})

describe('what a link shows', () => {
  test('is the headline, address, language and picture of its target', async () => {
    const id = await aStory(db, { headline: 'बंदरगाह बंद', language: 'hi', leadMediaId: BRIDGE, sectionId: WORLD })
    const { value: answer } = await linkTargets(db, { ids: [id, id], now: NOW })
    expect(answer.size).toBe(1)
    expect(answer.get(id)).toMatchObject({
      headline: 'बंदरगाह बंद',
      language: 'hi',
      path: `/world/${encodeURIComponent('बंदरगाह-बंद')}-${id}`,
      picture: { id: BRIDGE },
    })
  })

  test.each(NOT_PUBLIC)('%s is not a target, and the page is tagged with it', async (_, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...state })
    const { value: answer, tags: pageTags } = await linkTargets(db, { ids: [id], now: NOW })
    expect(answer.size).toBe(0)
    expect(pageTags).toContain(tags.link(id))
  })

  test.each(PUBLIC)('%s is a target', async (_, state) => {
    const id = await aStory(db, { headline: 'Bridge closed', ...state })
    expect((await linkTargets(db, { ids: [id], now: NOW })).value.has(id)).toBe(true)
  })
})
