import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveManuscript, startArticle } from '@/db/editing/manuscripts'
import { articleAsPublished, articlePreview } from '@/db/editing/preview'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { publish, schedule } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { users } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import {
  aPaper,
  aStory,
  BRIDGE,
  CITY,
  HARBOUR,
  hoursAgo,
  hoursAhead,
  MARA,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
} from '@/db/testing/fixtures'
import type { Manuscript } from '@/lib/article/manuscript'
import { withoutAccount } from '@/lib/revisions/saver'

let db: MemoryStore
let tram: number
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  tram = await aStory(db, { headline: 'Night tram returns' })
  id = await writeArticle(db, {
    draft: {
      headline: 'Ferry stops',
      standfirst: 'For good',
      body: [
        { type: 'paragraph', id: 'a', text: [{ text: 'The last one left.' }] },
        { type: 'also-read', id: 'b', target: { kind: 'article', article: tram } },
      ],
      sectionId: CITY,
      kind: 'news',
      language: 'en',
      leadMediaId: BRIDGE,
      topicIds: [HARBOUR],
      bylines: [
        { authorId: null, name: 'Iris Vale' },
        { authorId: MARA, name: null },
      ],
    },
    by: withoutAccount('Mara Quill'),
    now: hoursAgo(9),
  })
})

async function save(change: Partial<Manuscript>) {
  const { version, manuscript } = await storedArticle(db, id, NOW)
  const key = `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`
  await saveManuscript(db, {
    id,
    key,
    basedOn: version,
    manuscript: { ...manuscript, ...change },
    by: withoutAccount('Mara Quill'),
    now: NOW,
  })
}

const preview = () => articlePreview(db, { id, now: NOW })

describe('the preview', () => {
  test('of a public story without changes is the page that readers have', async () => {
    await publish(db, { id, by: withoutAccount('Mara Quill'), now: hoursAgo(2) })
    const { value: answer } = await articlePage(db, { id, now: NOW })
    expect(await preview()).toEqual({ page: answer, state: 'published', hasUnpublishedChanges: false })
  })

  test('shows the unpublished changes of a public story, which readers do not see', async () => {
    await publish(db, { id, by: withoutAccount('Mara Quill'), now: hoursAgo(2) })
    await save({ headline: 'Ferry stops for good', topicIds: [], bylines: [], leadMediaId: null, sectionId: null })
    const found = await preview()
    expect(found).toMatchObject({ state: 'published', hasUnpublishedChanges: true })
    expect(found?.page.article).toMatchObject({
      headline: 'Ferry stops for good',
      topics: [],
      bylines: [],
      leadPicture: null,
      publishedAt: hoursAgo(2),
    })
    expect((await articlePage(db, { id, now: NOW })).value).toMatchObject({ article: { headline: 'Ferry stops' } })
  })

  test('of a draft is the page as if it were published now, of a scheduled story as of its time', async () => {
    expect((await preview())?.page.article).toMatchObject({
      publishedAt: NOW,
      bylines: [
        { name: 'Iris Vale', authorSlug: null },
        { name: 'Mara Quill', authorSlug: 'mara-quill' },
      ],
    })
    await schedule(db, { id, at: hoursAhead(3), by: withoutAccount('Mara Quill'), now: NOW })
    expect(await preview()).toMatchObject({ state: 'scheduled', page: { article: { publishedAt: hoursAhead(3) } } })
  })

  test.each(NOT_PUBLIC)('does not name %s', async (_name, story) => {
    const target = await aStory(db, { headline: 'Target', ...story })
    await save({ body: [{ type: 'related-news', id: 'r', articles: [target, tram] }] })
    expect([...((await preview())?.page.referenced.articles.keys() ?? [])]).toEqual([tram])
  })

  test.each(PUBLIC)('names %s', async (_name, story) => {
    const target = await aStory(db, { headline: 'Target', ...story })
    await save({ body: [{ type: 'also-read', id: 'r', target: { kind: 'article', article: target } }] })
    expect([...((await preview())?.page.referenced.articles.keys() ?? [])]).toEqual([target])
  })

  test('of an empty story is an empty page', async () => {
    const mara = { name: 'Mara Quill', email: 'mara@observer.example', role: 'editor' as const }
    await db.insert(users).values({ id: 'mara', emailVerified: true, createdAt: NOW, updatedAt: NOW, ...mara })
    id = await startArticle(db, { owner: { id: 'mara', name: mara.name }, now: NOW })
    expect((await preview())?.page.article).toMatchObject({ headline: '', sections: [], body: [], publishedAt: NOW })
  })

  test('writes nothing', async () => {
    const before = db.$client.serialize()
    await preview()
    expect(db.$client.serialize().equals(before)).toBe(true)
  })

  test('is null for an article that does not exist or is deleted', async () => {
    await db.update(articles).set({ deletedAt: NOW }).where(eq(articles.id, id))
    expect(await preview()).toBeNull()
    expect(await articlePreview(db, { id: 4711, now: NOW })).toBeNull()
  })
})

describe('a story as if it were published', () => {
  const asPublished = async (at: Date) => (await articleAsPublished(db, { id, at })).value

  test('has the given instant, also when it is scheduled for another', async () => {
    expect(await asPublished(NOW)).toMatchObject({ visibility: 'public', article: { publishedAt: NOW } })
    await schedule(db, { id, at: hoursAhead(3), by: withoutAccount('Mara Quill'), now: NOW })
    expect(await asPublished(hoursAhead(1))).toMatchObject({ article: { publishedAt: hoursAhead(1) } })
  })

  test('keeps its published instant and shows its unpublished changes', async () => {
    await publish(db, { id, by: withoutAccount('Mara Quill'), now: hoursAgo(2) })
    await save({ headline: 'Ferry stops for good' })
    expect(await asPublished(NOW)).toMatchObject({
      article: { headline: 'Ferry stops for good', publishedAt: hoursAgo(2) },
    })
  })

  test('names what is public at that instant', async () => {
    const later = await aStory(db, { headline: 'Buses begin' })
    await db
      .update(articles)
      .set({ publishedAt: hoursAhead(2) })
      .where(eq(articles.id, later))
    await save({
      body: [{ type: 'also-read', id: 'b', target: { kind: 'article', article: later } }],
    })
    expect(await asPublished(NOW)).toMatchObject({ referenced: { articles: new Map() } })
    expect(await asPublished(hoursAhead(3))).toMatchObject({
      referenced: { articles: new Map([[later, expect.objectContaining({ headline: 'Buses begin' })]]) },
    })
  })
})
