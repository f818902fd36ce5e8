import { beforeEach, describe, expect, test } from 'vitest'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { changeFront, frontDraft } from '@/db/front/drafts'
import { cancelEdition, listEditions, publishFront, restoreEdition } from '@/db/front/editions'
import { describePicture } from '@/db/pictures/media'
import { addLease } from '@/db/pictures/use-rights'
import { curation } from '@/db/reading/fronts'
import { stateAt } from '@/db/reading/visibility'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, BRIDGE, CITY, hoursAhead, NOW } from '@/db/testing/fixtures'
import { newCard } from '@/lib/front/arrangement'
import { tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'

const MARA = withoutAccount('Mara Quill')
const TOMAS = withoutAccount('Tomas Reed')
const FRONT = { sectionId: null, now: NOW }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function led(story: number, now = NOW) {
  const outcome = await changeFront(db, {
    sectionId: null,
    by: MARA,
    now,
    change: { kind: 'place', story, zone: 'lead', before: null },
  })
  return 'version' in outcome ? outcome.version : Number.NaN
}

async function aDraft(headline: string, { body = 'The quay is dry.' } = {}) {
  const draft = {
    headline,
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
    body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: body }] }],
    bylines: [{ authorId: 1, name: null }],
  }
  return writeArticle(db, { draft, by: MARA, now: NOW })
}

const leadAt = async (now: Date) => (await curation(db, { sectionId: null, now })).value.lead?.headline ?? null
const state = async (id: number, now: Date) =>
  (await db.select({ id: articles.id, state: stateAt(now) }).from(articles)).find((row) => row.id === id)?.state

test('readers get a draft when it is published, and then nothing is unpublished', async () => {
  const basedOn = await led(await aStory(db, { headline: 'Ferry aground' }))
  expect(await leadAt(NOW)).toBeNull()
  expect((await frontDraft(db, FRONT)).unpublishedSince).toEqual(NOW)
  const { seq } = await staleSince(db, 0)
  await publishFront(db, { ...FRONT, basedOn, along: [], at: null, by: MARA })
  expect(await leadAt(NOW)).toBe('Ferry aground')
  expect((await frontDraft(db, FRONT)).unpublishedSince).toBeNull()
  expect((await staleSince(db, seq)).tags).toContain(tags.front(null))
})

test('a draft that somebody changed since is not published', async () => {
  const basedOn = await led(await aStory(db, { headline: 'Ferry aground' }))
  const other = await aStory(db, { headline: 'Tram late' })
  const change = { kind: 'place' as const, story: other, zone: 'seconds' as const, before: null }
  await changeFront(db, { ...FRONT, by: TOMAS, change })
  const outcome = await publishFront(db, { ...FRONT, basedOn, along: [], at: null, by: MARA })
  expect(outcome).toEqual({ problems: [{ field: 'version', message: expect.stringContaining('Tomas Reed') }] })
  expect(await leadAt(NOW)).toBeNull()
})

describe('stories that go out with an edition', () => {
  test('are public at once with it', async () => {
    const id = await aDraft('Result declared')
    const basedOn = await led(id)
    await publishFront(db, { ...FRONT, basedOn, along: [{ id, version: 1 }], at: null, by: MARA })
    expect([await leadAt(NOW), await state(id, NOW)]).toEqual(['Result declared', 'published'])
  })

  test('are public at one instant with an edition that is planned', async () => {
    const [one, two] = [await aDraft('Result declared'), await aDraft('Who won where')]
    const basedOn = await led(one)
    const along = [one, two].map((id) => ({ id, version: 1 }))
    await publishFront(db, { ...FRONT, basedOn, along, at: hoursAhead(3), by: MARA })
    const before = new Date(hoursAhead(3).getTime() - 1)
    expect([await leadAt(before), await state(one, before), await state(two, before)]).toEqual([
      ...[null, 'scheduled', 'scheduled'],
    ])
    const then = hoursAhead(3)
    expect([await leadAt(then), await state(one, then), await state(two, then)]).toEqual([
      ...['Result declared', 'published', 'published'],
    ])
  })

  test('none goes out, nor the edition, when one of them cannot', async () => {
    const [good, empty] = [await aDraft('Result declared'), await aDraft('Who won where', { body: ' ' })]
    const basedOn = await led(good)
    const along = [good, empty].map((id) => ({ id, version: 1 }))
    const outcome = await publishFront(db, { ...FRONT, basedOn, along, at: null, by: MARA })
    expect(outcome).toEqual({ problems: [{ field: `story:${empty}`, message: 'The story has no text yet.' }] })
    expect([await state(good, NOW), await leadAt(NOW)]).toEqual(['draft', null])
    expect(await listEditions(db, { ...FRONT, limit: 5 })).toEqual([])
  })

  test('none goes out when somebody saved one of them since', async () => {
    const id = await aDraft('Result declared')
    const basedOn = await led(id)
    await reviseArticle(db, { id, change: { kicker: 'Vote' }, by: TOMAS, now: NOW, reason: 'revised' })
    const outcome = await publishFront(db, { ...FRONT, basedOn, along: [{ id, version: 1 }], at: null, by: MARA })
    expect(outcome).toEqual({ problems: [{ field: `story:${id}`, message: expect.stringContaining('Tomas Reed') }] })
    expect(await state(id, NOW)).toBe('draft')
  })
})

describe('an earlier edition', () => {
  test('comes back as a new one, without stories that have left the store', async () => {
    const [ferry, tram] = [await aStory(db, { headline: 'Ferry' }), await aStory(db, { headline: 'Tram' })]
    const first = await led(ferry)
    await publishFront(db, { ...FRONT, basedOn: first, along: [], at: null, by: MARA })
    const later = hoursAhead(1)
    const second = await led(tram, later)
    await publishFront(db, { sectionId: null, now: later, basedOn: second, along: [], at: null, by: MARA })
    expect(await leadAt(later)).toBe('Tram')
    const [, earlier] = await listEditions(db, { sectionId: null, now: later, limit: 5 })
    await restoreEdition(db, { id: earlier?.id ?? 0, sectionId: null, by: TOMAS, now: hoursAhead(2) })
    expect(await leadAt(hoursAhead(2))).toBe('Ferry')
    const listed = await listEditions(db, { sectionId: null, now: hoursAhead(2), limit: 5 })
    expect(listed.map(({ publishedBy, isLive }) => [publishedBy, isLive])).toEqual([
      ['Tomas Reed', true],
      ['Mara Quill', false],
      ['Mara Quill', false],
    ])
  })

  test('of another front is not restored', async () => {
    const basedOn = await led(await aStory(db, { headline: 'Ferry' }))
    await publishFront(db, { ...FRONT, basedOn, along: [], at: null, by: MARA })
    const [{ id } = { id: 0 }] = await listEditions(db, { ...FRONT, limit: 1 })
    expect(await restoreEdition(db, { id, sectionId: CITY, by: MARA, now: NOW })).toBeNull()
  })
})

test('a planned edition can be taken back until it is out', async () => {
  const basedOn = await led(await aStory(db, { headline: 'Ferry' }))
  await publishFront(db, { ...FRONT, basedOn, along: [], at: hoursAhead(2), by: MARA })
  const [{ id } = { id: 0 }] = await listEditions(db, { ...FRONT, limit: 1 })
  expect(await cancelEdition(db, { id, sectionId: null, now: hoursAhead(2) })).toHaveProperty('problems')
  expect(await cancelEdition(db, { id, ...FRONT })).toEqual({ edition: id })
  expect(await leadAt(hoursAhead(3))).toBeNull()
})

test('an instant that has passed is refused', async () => {
  const basedOn = await led(await aStory(db, { headline: 'Ferry' }))
  const outcome = await publishFront(db, { ...FRONT, basedOn, along: [], at: NOW, by: MARA })
  expect(outcome).toEqual({ problems: [{ field: 'at', message: expect.stringContaining('still to come') }] })
})

describe('the picture of a card', () => {
  const withPicture = async () => {
    const story = await aStory(db, { headline: 'Ferry aground' })
    await led(story)
    const change = { kind: 'edit' as const, card: { ...newCard(story), pictureId: BRIDGE } }
    const outcome = await changeFront(db, { ...FRONT, by: MARA, change })
    return 'version' in outcome ? outcome.version : Number.NaN
  }
  const forbid = () => describePicture(db, { id: BRIDGE, words: { rightsCategory: 'forbidden' }, now: NOW })

  test('stops an edition when readers may not get it on that day, and nothing goes out', async () => {
    const basedOn = await withPicture()
    const ends = { kind: 'allow' as const, fromDay: null, untilDay: '2026-11-23', note: '' }
    await addLease(db, { id: BRIDGE, lease: ends, by: MARA, now: NOW })
    const front = { ...FRONT, basedOn, along: [], by: MARA }
    expect(await publishFront(db, { ...front, at: hoursAhead(24) })).toMatchObject({
      problems: [{ field: 'picture', message: expect.stringMatching(/“The bridge at dusk” of a card cannot go out/) }],
    })
    expect(await publishFront(db, { ...front, at: null })).toHaveProperty('edition')
  })

  test('gives way to that of the story in an earlier edition that is restored', async () => {
    const basedOn = await withPicture()
    const outcome = await publishFront(db, { ...FRONT, basedOn, along: [], at: null, by: MARA })
    await forbid()
    await restoreEdition(db, { ...FRONT, id: 'edition' in outcome ? outcome.edition : 0, by: MARA })
    expect((await frontDraft(db, FRONT)).arrangement.lead?.pictureId).toBeNull()
    expect(await leadAt(NOW)).toBe('Ferry aground')
  })
})
