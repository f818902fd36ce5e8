import { beforeEach, expect, test } from 'vitest'
import { addEdition } from '@/db/front/editions'
import { isShownToReaders } from '@/db/library/showing'
import { startPage } from '@/db/paper/pages'
import { savePictureUses } from '@/db/pictures/picture-uses'
import { publishPage } from '@/db/publishing/page-verbs'
import { workingCopies } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory as aStoryAlone,
  BRIDGE,
  DREDGER,
  hoursAgo,
  hoursAhead,
  NOW,
  type StoryFixture,
} from '@/db/testing/fixtures'
import { emptyManuscript } from '@/lib/article/manuscript'
import { newCard } from '@/lib/front/arrangement'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const by = { id: null, name: 'Mara Quill' }

async function aStory(story: StoryFixture): Promise<number> {
  const articleId = await aStoryAlone(db, story)
  const { state = 'published', headline } = story
  await savePictureUses(db, { articleId, story: { state, headline }, by, now: NOW })
  return articleId
}

const shown = (id: number) => isShownToReaders(db, { id, now: NOW })

test('a picture that no story shows is not seen by readers', async () => {
  expect(await shown(BRIDGE)).toBe(false)
})

test.each([
  ['over it', { leadMediaId: BRIDGE }],
  ['in its text', { body: [{ type: 'image' as const, id: 'e1', media: BRIDGE }] }],
  ['in a gallery', { body: [{ type: 'gallery' as const, id: 'e1', items: [{ media: BRIDGE }, { media: BRIDGE }] }] }],
])('a picture of a public story is seen by readers: %s', async (_, words) => {
  await aStory({ headline: 'The bridge opens', ...words })
  expect(await shown(BRIDGE)).toBe(true)
})

test('a picture of a draft, or of a story that is not due, is not seen by readers', async () => {
  await aStory({ headline: 'The bridge opens', leadMediaId: BRIDGE, state: 'draft', publishedAt: null })
  await aStory({ headline: 'It will', leadMediaId: BRIDGE, state: 'scheduled', publishedAt: hoursAhead(1) })
  expect(await shown(BRIDGE)).toBe(false)
})

test('a portrait is seen by readers', async () => {
  expect(await shown(DREDGER)).toBe(true)
})

test('a picture on a card of the front that readers have is seen by them, one of a planned edition is not', async () => {
  const story = await aStory({ headline: 'The bridge opens' })
  const arrangement = { lead: { ...newCard(story), pictureId: BRIDGE }, seconds: [], bands: [] }
  const edition = { sectionId: null, arrangement, by, now: hoursAgo(1) }
  await addEdition(db, { ...edition, at: hoursAhead(1) })
  expect(await shown(BRIDGE)).toBe(false)
  await addEdition(db, { ...edition, at: null })
  expect(await shown(BRIDGE)).toBe(true)
})

test('a picture of a published standing page is seen by readers, one of its draft is not', async () => {
  const body = [{ type: 'image' as const, id: 'e1', media: BRIDGE }]
  const content = { headline: 'About us', description: '', body }
  const id = await startPage(db, { slug: 'about', content, by, now: hoursAgo(2) })
  expect(await shown(BRIDGE)).toBe(false)
  await publishPage(db, { id, version: 1, by, now: hoursAgo(1) })
  expect(await shown(BRIDGE)).toBe(true)
})

test('a picture in the unpublished changes of a public story is not seen by readers', async () => {
  const id = await aStory({ headline: 'The bridge opens' })
  const manuscript = { ...emptyManuscript('en'), headline: 'The bridge opens', leadMediaId: BRIDGE }
  await db.insert(workingCopies).values({ articleId: id, manuscript, savedAt: NOW, savedBy: by.name })
  await savePictureUses(db, {
    articleId: id,
    story: { state: 'published', headline: 'The bridge opens' },
    by,
    now: NOW,
  })
  expect(await shown(BRIDGE)).toBe(false)
})
