import { beforeEach, expect, test } from 'vitest'
import { isShownToReaders } from '@/db/reading/picture-showing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, BRIDGE, DREDGER, hoursAhead, NOW } from '@/db/testing/fixtures'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const shown = (id: number) => isShownToReaders(db, { id, now: NOW })

test('a picture that no story shows is not seen by readers', async () => {
  expect(await shown(BRIDGE)).toBe(false)
})

test.each([
  ['over it', { leadMediaId: BRIDGE }],
  ['in its text', { body: [{ type: 'image' as const, id: 'e1', media: BRIDGE }] }],
  ['in a gallery', { body: [{ type: 'gallery' as const, id: 'e1', items: [{ media: BRIDGE }, { media: BRIDGE }] }] }],
])('a picture of a public story is seen by readers: %s', async (_, words) => {
  await aStory(db, { headline: 'The bridge opens', ...words })
  expect(await shown(BRIDGE)).toBe(true)
})

test('a picture of a draft, or of a story that is not due, is not seen by readers', async () => {
  await aStory(db, { headline: 'The bridge opens', leadMediaId: BRIDGE, state: 'draft', publishedAt: null })
  await aStory(db, { headline: 'It will', leadMediaId: BRIDGE, state: 'scheduled', publishedAt: hoursAhead(1) })
  expect(await shown(BRIDGE)).toBe(false)
})

test('a portrait is seen by readers', async () => {
  expect(await shown(DREDGER)).toBe(true)
})
