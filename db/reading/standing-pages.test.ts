import { beforeEach, expect, test } from 'vitest'
import { publicPages, standingPage, standingPageStateAt } from '@/db/reading/standing-pages'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { pages, pageVersions } from '@/db/store/pages-schema'
import { aPaper, aStory, BRIDGE, hoursAgo, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { asOfTag, tags } from '@/lib/pages/tags'

const body: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'We correct what is wrong.' }] }]

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function aPage(page: Partial<typeof pages.$inferInsert>, text: Body = body): Promise<void> {
  const [row] = await db
    .insert(pages)
    .values({
      slug: 'ethics',
      version: 2,
      publishedVersion: 2,
      publishedAt: hoursAgo(9),
      changedAt: hoursAgo(1),
      ...page,
    })
    .returning({ id: pages.id })
  if (!row) throw new Error('the page was not stored')
  const made = { pageId: row.id, savedAt: hoursAgo(9), savedBy: 'Mara Quill', reason: 'saved' }
  await db.insert(pageVersions).values([
    { ...made, version: 1, headline: 'Rules', body: [] },
    { ...made, version: 2, headline: 'Our rules', body: text },
  ])
}

const shown = (slug = 'ethics') => standingPage(db, { slug, now: NOW })

test('readers have the published version, and the page carries its tag', async () => {
  await aPage({})
  expect(await shown()).toMatchObject({
    value: { state: 'public', content: { headline: 'Our rules', description: '', body } },
    tags: [tags.standingPage('ethics'), asOfTag(hoursAgo(1))],
  })
  expect(await standingPageStateAt(db, '/ethics')).toBe('public')
  expect(await publicPages(db)).toEqual([{ slug: 'ethics', headline: 'Our rules', changedAt: hoursAgo(1) }])
})

test('a page that nobody published is no page', async () => {
  expect(await shown()).toEqual({ value: null, tags: [tags.standingPage('ethics')] })
  await aPage({ slug: 'privacy', publishedVersion: null, publishedAt: null, changedAt: null })
  expect((await shown('privacy')).value).toBeNull()
  expect(await standingPageStateAt(db, '/privacy')).toBeNull()
  expect(await publicPages(db)).toEqual([])
})

test('a page that was taken down says so, at an address that stays', async () => {
  await aPage({ slug: 'privacy', publishedVersion: null, takenDownAt: hoursAgo(1) })
  expect(await shown('privacy')).toEqual({
    value: { state: 'taken-down', takenDownAt: hoursAgo(1) },
    tags: [tags.standingPage('privacy'), tags.gone, asOfTag(hoursAgo(1))],
  })
  expect(await standingPageStateAt(db, '/privacy')).toBe('taken-down')
  expect(await publicPages(db)).toEqual([])
})

test('a page shows pictures and links to public stories, and carries their tags', async () => {
  const story = await aStory(db, { headline: 'Crane falls' })
  await aPage({}, [
    { type: 'image', id: 'e1', media: BRIDGE },
    { type: 'also-read', id: 'e2', target: { kind: 'article', article: story } },
  ])
  const { value, tags: pageTags } = await shown()
  if (value?.state !== 'public') throw new Error('the page is public')
  expect(value.referenced.pictures.get(BRIDGE)?.alt).toBe('The bridge at dusk')
  expect(value.referenced.articles.get(story)?.headline).toBe('Crane falls')
  expect(pageTags).toEqual(expect.arrayContaining([tags.media(BRIDGE), tags.link(story)]))
})
