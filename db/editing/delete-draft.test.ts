import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { deleteDraft, purgeDeletedDrafts, recoverDraft } from '@/db/editing/delete-draft'
import { storiesLinkingTo } from '@/db/editing/links'
import { writeArticle } from '@/db/editing/writing'
import { revisionOf, revisionsOf } from '@/db/revisions/revisions'
import { notes, previewLinks } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, CITY, hoursAgo, hoursAhead, NOW, type StoryFixture } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Nadia Reyes')
const KEPT_HOURS = DELETED_KEPT_DAYS * 24

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

function aDraft(headline: string, body: Body = []) {
  const draft = { headline, body, sectionId: CITY, kind: 'news' as const, language: 'en' }
  return writeArticle(db, { draft, by: BY, now: hoursAgo(5) })
}

async function row(id: number) {
  const [found] = await db.select().from(articles).where(eq(articles.id, id))
  return found
}

describe('a draft that was never published', () => {
  test('can be deleted and recovered as it was', async () => {
    const id = await aDraft('Fog on the sound')
    const before = await row(id)
    expect(await deleteDraft(db, { id, by: BY, now: NOW })).toEqual({ version: 2 })
    expect((await row(id))?.deletedAt).toEqual(NOW)
    expect(await recoverDraft(db, { id, by: BY, now: hoursAhead(1) })).toEqual({ version: 3 })
    expect(await row(id)).toEqual({ ...before, version: 3, savedAt: hoursAhead(1) })
    const history = await revisionsOf(db, { articleId: id, limit: 10 })
    expect(history.map(({ reason, savedBy }) => [reason, savedBy])).toEqual([
      ['recovered', BY.name],
      ['deleted', BY.name],
      ['written', BY.name],
    ])
    const [first, last] = [1, 3].map((version) => revisionOf(db, { articleId: id, version }))
    expect((await last)?.snapshot).toEqual((await first)?.snapshot)
  })

  test('does not change when it is deleted or recovered twice', async () => {
    const id = await aDraft('Fog on the sound')
    await deleteDraft(db, { id, by: BY, now: hoursAgo(2) })
    expect(await deleteDraft(db, { id, by: BY, now: NOW })).toEqual({ version: 2 })
    expect((await row(id))?.deletedAt).toEqual(hoursAgo(2))
    await recoverDraft(db, { id, by: BY, now: NOW })
    expect(await recoverDraft(db, { id, by: BY, now: NOW })).toEqual({ version: 3 })
  })

  test('may be in review', async () => {
    const id = await aStory(db, { headline: 'Fog', state: 'in-review', publishedAt: null })
    expect(await deleteDraft(db, { id, by: BY, now: NOW })).toEqual({ version: 2 })
  })
})

test.each<[string, Partial<StoryFixture>]>([
  ['a published story', {}],
  ['a scheduled story', { state: 'scheduled', publishedAt: hoursAhead(1) }],
  ['a withdrawn story', { state: 'withdrawn', withdrawnAt: hoursAgo(1), publishedAt: hoursAgo(5) }],
  ['a draft of an earlier publication', { state: 'draft', publishedAt: hoursAgo(5) }],
])('%s cannot be deleted', async (_name, story) => {
  const id = await aStory(db, { headline: 'Fog', ...story })
  const before = await row(id)
  expect(await deleteDraft(db, { id, by: BY, now: NOW })).toMatchObject({ problems: [{ field: '' }] })
  expect(await row(id)).toEqual(before)
})

describe('a deleted draft', () => {
  test('is deleted for good after its days, with its relations, and nothing else is', async () => {
    const old = await aDraft('Fog')
    const recent = await aDraft('Frost')
    const naming = await aDraft('Wind', [{ id: 'e1', type: 'also-read', target: { kind: 'article', article: old } }])
    await db
      .insert(notes)
      .values({ articleId: old, kind: 'comment', words: 'Spike it', writtenBy: BY.name, writtenAt: NOW })
    const shared = { articleId: old, createdBy: BY.name, createdAt: NOW, expiresAt: NOW }
    await db.insert(previewLinks).values({ ...shared, secretHash: '0' })
    await deleteDraft(db, { id: old, by: BY, now: hoursAgo(KEPT_HOURS) })
    await deleteDraft(db, { id: recent, by: BY, now: hoursAgo(KEPT_HOURS - 1) })

    expect(await purgeDeletedDrafts(db, { now: new Date(NOW.getTime() - 1) })).toBe(0)
    expect(await purgeDeletedDrafts(db, { now: NOW })).toBe(1)
    expect(await row(old)).toBeUndefined()
    expect(await row(recent)).toBeDefined()
    expect((await row(naming))?.body).toHaveLength(1)
    expect(await storiesLinkingTo(db, old)).toEqual([])
    expect(await revisionsOf(db, { articleId: old, limit: 1 })).toEqual([])
    expect(await db.select().from(notes)).toEqual([])
    expect(await purgeDeletedDrafts(db, { now: NOW })).toBe(0)
  })

  test('that is recovered in time is never deleted for good', async () => {
    const id = await aDraft('Fog')
    await deleteDraft(db, { id, by: BY, now: hoursAgo(KEPT_HOURS) })
    await recoverDraft(db, { id, by: BY, now: hoursAgo(1) })
    expect(await purgeDeletedDrafts(db, { now: NOW })).toBe(0)
    expect(await row(id)).toBeDefined()
  })
})
