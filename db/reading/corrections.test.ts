import { beforeEach, expect, test } from 'vitest'
import { correctionsList } from '@/db/reading/corrections'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOT_PUBLIC, NOW, PUBLIC, WORLD } from '@/db/testing/fixtures'
import { readPageTags, tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const list = async (page = 1, perPage = 10) => correctionsList(db, { now: NOW, page, perPage })
const wrong = (note: string, hours: number) => ({ note, correctedAt: hoursAgo(hours) })

test('corrections are newest first, ties by id, each with a link to its article', async () => {
  const tram = await aStory(db, {
    headline: 'Le tram',
    language: 'fr',
    sectionId: WORLD,
    corrections: [wrong('first', 9), wrong('third', 2)],
  })
  const bridge = await aStory(db, { headline: 'Bridge', corrections: [wrong('second', 5), wrong('fourth', 2)] })
  const { value: answer, tags: pageTags } = await list()
  expect(answer.total).toBe(4)
  expect(answer.items.map(({ correction }) => correction.note)).toEqual(['fourth', 'third', 'second', 'first'])
  expect(answer.items[1]).toMatchObject({
    correction: { correctedAt: hoursAgo(2) },
    article: { headline: 'Le tram', path: `/world/le-tram-${tram}`, language: 'fr' },
  })
  expect(readPageTags(pageTags)).toMatchObject({ changesAt: null, asOf: hoursAgo(2).getTime() })
  expect(pageTags).toEqual(
    expect.arrayContaining([tags.correctionsList, tags.link(tram), tags.link(bridge), tags.section(WORLD)]),
  )
})

test('the pages of the list are consecutive', async () => {
  await aStory(db, { headline: 'Bridge', corrections: [wrong('c', 3), wrong('b', 2), wrong('a', 1)] })
  const { value: answer } = await list(2, 2)
  expect(answer).toMatchObject({ items: [{ correction: { note: 'c' } }], total: 3 })
})

test.each(NOT_PUBLIC)('the correction of %s is absent', async (_, state) => {
  await aStory(db, { headline: 'Bridge', corrections: [wrong('a', 1)], ...state })
  expect((await list()).value).toEqual({ items: [], total: 0 })
})

test.each(PUBLIC)('the correction of %s is listed', async (_, state) => {
  await aStory(db, { headline: 'Bridge', corrections: [wrong('a', 1)], ...state })
  expect((await list()).value.total).toBe(1)
})

test('the list changes by time with corrected articles only', async () => {
  await aStory(db, { headline: 'Never corrected', withdrawnAt: hoursAhead(1) })
  expect(readPageTags((await list()).tags).changesAt).toBeNull()
  await aStory(db, { headline: 'Corrected', corrections: [wrong('a', 1)], withdrawnAt: hoursAhead(2) })
  expect(readPageTags((await list()).tags).changesAt).toBe(hoursAhead(2).getTime())
})
