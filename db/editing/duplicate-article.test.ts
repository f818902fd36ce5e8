import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { duplicateArticle } from '@/db/editing/duplicate-article'
import { storedArticle } from '@/db/editing/stored-article'
import { users } from '@/db/store/account-schema'
import { workingCopies } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, BRIDGE, CITY, HARBOUR, hoursAgo, MARA, NOT_PUBLIC, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { manuscriptOf } from '@/lib/article/manuscript'

const OLE = { id: 'ole', name: 'Ole Brandt' }
const BODY: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'The crane lifted the last girder at noon.' }] }]

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const joined = { emailVerified: true, createdAt: hoursAgo(500), updatedAt: hoursAgo(500) }
  await db.insert(users).values({ ...OLE, email: 'ole@observer.example', role: 'editor', ...joined })
})

test('a duplicate has the text of the original and none of its instants', async () => {
  const id = await aStory(db, {
    headline: 'Crane lifts girder',
    kicker: 'Harbour',
    standfirst: 'At noon',
    body: BODY,
    leadMediaId: BRIDGE,
    topics: [HARBOUR],
    by: [MARA, 'Guest'],
    updatedAt: NOW,
    withdrawnAt: NOW,
    withdrawalReason: 'Wrong crane',
    embargoUntil: hoursAgo(30),
    corrections: [{ note: 'It was a winch.', correctedAt: NOW }],
  })
  const copy = await duplicateArticle(db, { id, owner: OLE, now: NOW })
  const original = await storedArticle(db, id, NOW)
  const { snapshot, embargoUntil } = await storedArticle(db, copy, NOW)
  expect(manuscriptOf(snapshot)).toEqual({
    ...manuscriptOf(original.snapshot),
    headline: 'Copy of Crane lifts girder',
    slug: 'copy-of-crane-lifts-girder',
  })
  expect(snapshot).toMatchObject({ state: 'draft', publishedAt: null, updatedAt: null, withdrawnAt: null })
  expect(snapshot.withdrawalReason).toBe('')
  expect(embargoUntil).toBeNull()
  const [row] = await db.select().from(articles).where(eq(articles.id, copy))
  expect(row).toMatchObject({ ownerId: OLE.id, version: 1, createdAt: NOW, savedAt: NOW, sectionId: CITY })
})

test('nothing of the original travels along unseen: what it is to search engines stays its own', async () => {
  const original = await aStory(db, { headline: 'Crane lifts girder' })
  const id = await aStory(db, {
    headline: 'गर्डर उठा',
    language: 'hi',
    seoTitle: 'Crane, girder, harbour',
    seoDescription: 'All about the crane.',
    translationOfId: original,
    isUnlisted: true,
  })
  const { manuscript } = await storedArticle(db, await duplicateArticle(db, { id, owner: OLE, now: NOW }), NOW)
  expect(manuscript).toMatchObject({
    language: 'hi',
    seoTitle: null,
    seoDescription: null,
    translationOfId: null,
    isUnlisted: false,
  })
})

test('a duplicate has the text that editors work on, not the published one', async () => {
  const id = await aStory(db, { headline: 'Crane lifts girder' })
  const { snapshot } = await storedArticle(db, id, NOW)
  const manuscript = { ...manuscriptOf(snapshot), headline: 'Crane drops girder', body: BODY }
  await db.insert(workingCopies).values({ articleId: id, manuscript, savedAt: NOW, savedBy: OLE.name })
  const copy = await storedArticle(db, await duplicateArticle(db, { id, owner: OLE, now: NOW }), NOW)
  expect(copy.snapshot).toMatchObject({ headline: 'Copy of Crane drops girder', body: BODY })
})

test.each(NOT_PUBLIC)('%s can be duplicated', async (_name, story) => {
  const id = await aStory(db, { headline: 'Crane', ...story })
  const copy = await duplicateArticle(db, { id, owner: OLE, now: NOW })
  expect((await storedArticle(db, copy, NOW)).snapshot.state).toBe('draft')
})

test('a draft without a headline yet is duplicated without one', async () => {
  const id = await aStory(db, { headline: ' ', state: 'draft', publishedAt: null, sectionId: null })
  const copy = await duplicateArticle(db, { id, owner: OLE, now: NOW })
  expect((await storedArticle(db, copy, NOW)).snapshot).toMatchObject({ headline: '', slug: '', sectionId: null })
})
