import { beforeEach, describe, expect, test } from 'vitest'
import { breakingStrip, curation } from '@/db/reading/fronts'
import { editions, strips } from '@/db/store/front-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
  hoursAgo,
  hoursAhead,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
  type StoryFixture,
} from '@/db/testing/fixtures'
import { type Arrangement, type Card, EMPTY_ARRANGEMENT, newCard } from '@/lib/front/arrangement'
import { readPageTags, tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function aCard(headline: string, card: Partial<Card> = {}, story: Partial<StoryFixture> = {}): Promise<Card> {
  return { ...newCard(await aStory(db, { headline, ...story })), ...card }
}

async function anEdition(arrangement: Partial<Arrangement>, startsAt = hoursAgo(1), sectionId: number | null = null) {
  await db.insert(editions).values({
    sectionId,
    startsAt,
    publishedAt: hoursAgo(1),
    publishedBy: 'Mara Quill',
    arrangement: { ...EMPTY_ARRANGEMENT, ...arrangement },
  })
}

async function front(now = NOW, sectionId: number | null = null) {
  const { value, tags: pageTags } = await curation(db, { sectionId, now })
  return {
    lead: value.lead?.headline ?? null,
    seconds: value.seconds.map(({ headline }) => headline),
    bands: value.bands.map(({ name, teasers }) => [name, ...teasers.map(({ headline }) => headline)]),
    pageTags: readPageTags(pageTags),
  }
}

test('a front that no editor arranged is empty', async () => {
  expect(await front()).toMatchObject({ lead: null, seconds: [], bands: [] })
})

test('each story stands where the edition has it', async () => {
  await anEdition({
    lead: await aCard('Council resigns'),
    seconds: [await aCard('Ferry'), await aCard('Tram')],
    bands: [
      { id: 'vote', name: 'The vote', cards: [await aCard('Polls open')] },
      { id: 'storm', name: 'The storm', cards: [await aCard('Before'), await aCard('After')] },
    ],
  })
  expect(await front()).toMatchObject({
    lead: 'Council resigns',
    seconds: ['Ferry', 'Tram'],
    bands: [
      ['The vote', 'Polls open'],
      ['The storm', 'Before', 'After'],
    ],
  })
})

describe('the edition in force', () => {
  test('is the last one that has started, and the page changes when the next one starts', async () => {
    await anEdition({ lead: await aCard('Morning') }, hoursAgo(3))
    await anEdition({ lead: await aCard('Noon') }, hoursAgo(1))
    await anEdition({ lead: await aCard('Evening') }, hoursAhead(2))
    const noon = await front()
    expect([noon.lead, noon.pageTags.changesAt]).toEqual(['Noon', hoursAhead(2).getTime()])
    expect((await front(hoursAhead(2))).lead).toBe('Evening')
  })

  test('of a section is not that of the front page', async () => {
    await anEdition({ lead: await aCard('In the city') }, hoursAgo(1), CITY)
    expect((await front()).lead).toBeNull()
    expect(await front(NOW, CITY)).toMatchObject({ lead: 'In the city' })
    expect((await front(NOW, CITY)).pageTags.subjects).toContain(tags.front(CITY))
  })
})

test('a card holds from its start until its end, and the page changes at both', async () => {
  const times = { from: hoursAhead(1).getTime(), until: hoursAhead(2).getTime() }
  await anEdition({ lead: await aCard('Lead', times) })
  const before = await front()
  expect([before.lead, before.pageTags.changesAt]).toEqual([null, times.from])
  const during = await front(hoursAhead(1))
  expect([during.lead, during.pageTags.changesAt]).toEqual(['Lead', times.until])
  const after = await front(hoursAhead(2))
  expect([after.lead, after.pageTags.changesAt]).toEqual([null, null])
})

test('a card may have another headline and picture than its story, and further stories below it', async () => {
  const below = await aStory(db, { headline: 'What it costs' })
  const card = await aCard('Bridge', { headline: 'The bridge opens', pictureId: BRIDGE, subLinks: [below] })
  await anEdition({ lead: card })
  const { value, tags: pageTags } = await curation(db, { sectionId: null, now: NOW })
  expect(value.lead).toMatchObject({ headline: 'The bridge opens', picture: { id: BRIDGE } })
  expect(value.lead?.subLinks?.map(({ headline }) => headline)).toEqual(['What it costs'])
  expect(pageTags).toEqual(expect.arrayContaining([tags.teaser(below), tags.media(BRIDGE)]))
})

test.each(NOT_PUBLIC)(
  '%s makes room, below another story too, and a band without stories is absent',
  async (_, story) => {
    const unseen = await aCard('Unseen', {}, story)
    const seen = await aCard('Seen', { subLinks: [unseen.articleId] })
    await anEdition({ lead: unseen, seconds: [seen], bands: [{ id: 'storm', name: 'Storm', cards: [unseen] }] })
    const { value } = await curation(db, { sectionId: null, now: NOW })
    expect(value).toMatchObject({ lead: null, bands: [] })
    expect(value.seconds.map(({ headline, subLinks }) => [headline, subLinks])).toEqual([['Seen', []]])
  },
)

test.each(PUBLIC)('%s is shown at its place', async (_, story) => {
  await anEdition({ lead: await aCard('Seen', {}, story) })
  expect((await front()).lead).toBe('Seen')
})

test('a placed story that is due later changes the page when it is', async () => {
  await anEdition({ lead: await aCard('Due', {}, { state: 'scheduled', publishedAt: hoursAhead(3) }) })
  expect((await front()).pageTags.changesAt).toBe(hoursAhead(3).getTime())
})

describe('the line of breaking news', () => {
  const strip = async (now = NOW) => {
    const { value, tags: pageTags } = await breakingStrip(db, { language: 'en', now })
    return { text: value?.text ?? null, path: value?.path ?? null, changesAt: readPageTags(pageTags).changesAt }
  }
  const raise = (row: Partial<typeof strips.$inferInsert>) =>
    db.insert(strips).values({ label: 'Breaking', text: '', startsAt: hoursAgo(1), raisedBy: 'Mara Quill', ...row })

  test('is that which was raised last, until it ends; an earlier one does not come back', async () => {
    await raise({ text: 'Bridge closed', startsAt: hoursAgo(2) })
    await raise({ text: 'Bridge open', endsAt: hoursAhead(1), link: '/city' })
    expect(await strip()).toEqual({ text: 'Bridge open', path: '/city', changesAt: hoursAhead(1).getTime() })
    expect((await strip(hoursAhead(1))).text).toBeNull()
  })

  test('takes the headline and the address of its story', async () => {
    const articleId = await aStory(db, { headline: 'Ferry aground' })
    await raise({ articleId })
    expect(await strip()).toMatchObject({ text: 'Ferry aground', path: `/city/ferry-aground-${articleId}` })
  })

  test.each(NOT_PUBLIC)('is absent when its story is %s', async (_, story) => {
    await raise({ articleId: await aStory(db, { headline: 'Unseen', ...story }), text: 'It is said' })
    expect((await strip()).text).toBeNull()
  })
})
