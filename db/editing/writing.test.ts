import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { type NewArticle, readdress, rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { publish } from '@/db/publishing/publishing'
import { revisionOf, revisionsOf } from '@/db/revisions/revisions'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { aPaper, CITY, HARBOUR, hoursAgo, hoursAhead, NOW, TOMAS, TRANSPORT, WORLD } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Tomas Reed')
const BODY: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'The line reopens on Monday.' }] }]
const DRAFT = {
  headline: 'Tram line reopens',
  body: BODY,
  sectionId: CITY,
  kind: 'news',
  language: 'en',
} satisfies NewArticle['draft']

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function written(draft: Partial<Manuscript> = {}) {
  return writeArticle(db, { draft: { ...DRAFT, ...draft }, by: BY, now: hoursAgo(5) })
}

async function row(id: number) {
  const [found] = await db.select().from(articles).where(eq(articles.id, id))
  if (!found) throw new Error('the story is gone')
  return found
}

describe('writeArticle', () => {
  it('adds a draft whose slug comes from its headline', async () => {
    expect(await row(await written())).toMatchObject({ state: 'draft', slug: 'tram-line-reopens', version: 1 })
  })

  it('takes the slug that the draft names', async () => {
    expect(await row(await written({ slug: 'line-4' }))).toMatchObject({ slug: 'line-4' })
  })

  it('adds nothing that readers see', async () => {
    await written()
    expect((await staleSince(db, 0)).tags).toEqual([])
  })

  it('adds an article with the instants it had elsewhere', async () => {
    const id = await writeArticle(db, {
      draft: DRAFT,
      imported: {
        state: 'published',
        createdAt: hoursAgo(900),
        publishedAt: hoursAgo(800).getTime(),
        updatedAt: hoursAgo(700).getTime(),
        withdrawnAt: null,
        withdrawalReason: '',
      },
      by: withoutAccount('Import'),
      now: NOW,
    })
    expect(await row(id)).toMatchObject({ createdAt: hoursAgo(900), publishedAt: hoursAgo(800), savedAt: NOW })
    expect(await revisionsOf(db, { articleId: id, limit: 5 })).toMatchObject([{ version: 1, reason: 'imported' }])
    expect((await staleSince(db, 0)).tags).toContain('list:latest')
  })

  it('throws when the body names an article that does not exist, and adds nothing', async () => {
    const body: Body = [...BODY, { type: 'also-read', id: 'e2', target: { kind: 'article', article: 99 } }]
    await expect(written({ body })).rejects.toThrow('story 99, which does not exist')
    expect(await db.select().from(articles)).toEqual([])
  })
})

describe('reviseArticle', () => {
  const revise = (id: number, change: Partial<Manuscript>, basedOn?: number) =>
    reviseArticle(db, { id, change, basedOn, by: withoutAccount('Mara Quill'), now: NOW, reason: 'revised' })

  it('stores every version whole, with who, when and why', async () => {
    const id = await written()
    expect(await revise(id, { topicIds: [HARBOUR], bylines: [{ authorId: TOMAS, name: null }] }, 1)).toEqual({
      version: 2,
    })
    expect(await revisionOf(db, { articleId: id, version: 1 })).toMatchObject({
      savedBy: BY.name,
      savedAt: hoursAgo(5),
      snapshot: { topicIds: [], bylines: [] },
    })
    expect(await revisionOf(db, { articleId: id, version: 2 })).toMatchObject({
      savedBy: 'Mara Quill',
      reason: 'revised',
      snapshot: { topicIds: [HARBOUR], bylines: [{ authorId: TOMAS, name: null }], headline: DRAFT.headline },
    })
    expect(await revisionOf(db, { articleId: id, version: 3 })).toBeNull()
  })

  it('saves nothing when nothing differs', async () => {
    const id = await written()
    expect(await revise(id, { headline: DRAFT.headline })).toEqual({ version: 1 })
  })

  it('never overwrites what somebody else saved meanwhile', async () => {
    const id = await written()
    await revise(id, { kicker: 'Trams' }, 1)
    expect(await revise(id, { kicker: 'Rails' }, 1)).toEqual({
      conflict: { version: 2, savedBy: 'Mara Quill', savedAt: NOW },
    })
    expect((await row(id)).kicker).toBe('Trams')
  })

  it('lets the slug of a draft follow its headline until an editor chooses one', async () => {
    const id = await written()
    await revise(id, { headline: 'Tram line closes' })
    expect((await row(id)).slug).toBe('tram-line-closes')
    await revise(id, { slug: 'line-4' })
    await revise(id, { headline: 'Tram line reopens after all' })
    expect((await row(id)).slug).toBe('line-4')
  })

  it('leaves the address of a public story alone when its headline changes, and refuses another slug', async () => {
    const id = await written()
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    await revise(id, { headline: 'Tram line open again' })
    expect(await row(id)).toMatchObject({ headline: 'Tram line open again', slug: 'tram-line-reopens' })
    expect(await revise(id, { slug: 'open-again' })).toMatchObject({ problems: [{ field: 'slug' }] })
  })

  it('moves a public story to another section', async () => {
    const id = await written()
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    const { seq } = await staleSince(db, 0)
    await revise(id, { sectionId: WORLD })
    expect((await staleSince(db, seq)).tags).toEqual(
      expect.arrayContaining(['list:section:1', 'list:section:4', 'link:1', 'list:latest']),
    )
  })

  it('refuses, in an editor’s words, a text that is not valid or names what does not exist', async () => {
    const id = await written()
    const body: Body = [
      { type: 'related-news', id: 'e1', articles: [id, 44] },
      { type: 'image', id: 'e2', media: 55 },
    ]
    expect(await revise(id, { body })).toEqual({
      problems: [
        { field: 'body', message: 'The text links to story 44, which does not exist.' },
        { field: 'body', message: 'The text shows picture 55, which does not exist.' },
      ],
    })
    expect(await revise(id, { body: [...BODY, ...BODY] })).toMatchObject({ problems: [{ field: 'body' }] })
    expect((await row(id)).version).toBe(1)
  })

  it('refuses an embargo that ends after the story was published', async () => {
    const id = await written()
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    const act = { id, by: BY, now: NOW, reason: 'revised' }
    expect(await reviseArticle(db, { ...act, embargoUntil: hoursAhead(1) })).toMatchObject({
      problems: [{ field: 'embargoUntil' }],
    })
  })

  it('refuses to empty a public story', async () => {
    const id = await written()
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    expect(await revise(id, { headline: '' })).toMatchObject({ problems: [{ field: 'headline' }] })
  })

  it('derives the link graph from the text in the same save', async () => {
    const target = await written({ headline: 'Depot gets a roof' })
    const id = await written({ sectionId: TRANSPORT })
    await revise(id, {
      body: [
        { type: 'paragraph', id: 'e1', text: [{ text: 'the roof', link: { to: 'article', article: target } }] },
        { type: 'also-read', id: 'e2', target: { kind: 'article', article: target } },
      ],
    })
    expect(await db.select().from(links)).toEqual([
      { sourceId: id, position: 0, targetId: target, place: 'text', elementId: 'e1' },
      { sourceId: id, position: 1, targetId: target, place: 'also-read', elementId: 'e2' },
    ])
    await revise(id, { body: BODY })
    expect(await db.select().from(links)).toEqual([])
  })
})

describe('rename and readdress', () => {
  it('give a public story another headline and, on purpose, another address', async () => {
    const id = await written()
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await rename(db, { id, headline: 'Line 4 is back', by: BY, now: hoursAgo(1) })
    expect(await row(id)).toMatchObject({ headline: 'Line 4 is back', slug: 'tram-line-reopens', updatedAt: null })
    await rename(db, { id, headline: 'Line 4 is back', slug: 'line-4-is-back', by: BY, now: NOW })
    expect((await row(id)).slug).toBe('line-4-is-back')
    await readdress(db, { id, slug: 'line-4', by: BY, now: NOW })
    expect(await row(id)).toMatchObject({ headline: 'Line 4 is back', slug: 'line-4' })
  })

  it('refuse an empty headline and a slug that is not valid', async () => {
    const id = await written()
    expect(await rename(db, { id, headline: ' ', by: BY, now: NOW })).toMatchObject({
      problems: [{ field: 'headline' }],
    })
    expect(await readdress(db, { id, slug: 'Line 4!', by: BY, now: NOW })).toMatchObject({
      problems: [{ field: 'slug' }],
    })
  })
})
