import { expect, test } from 'vitest'
import { storiesFor } from '@/db/distribution/content-api'
import { feedStories } from '@/db/distribution/feeds'
import { SitemapQueries } from '@/db/distribution/sitemap-queries'
import { openMemoryStore } from '@/db/store/open'
import { withheldPictures } from '@/db/store/picture-schema'
import { aPaper, aStory, BRIDGE, DREDGER, hoursAgo, NOW } from '@/db/testing/fixtures'
import { readerBody } from '@/lib/linking/reader-body'

test('feeds, the API and sitemaps have no picture that is withheld from a story, and keep it in any other', async () => {
  const db = await aPaper(openMemoryStore())
  const body = [
    { type: 'image' as const, id: 'e1', media: BRIDGE },
    { type: 'image' as const, id: 'e2', media: DREDGER },
  ]
  const closed = await aStory(db, { headline: 'Harbour closed', leadMediaId: BRIDGE, body })
  const open = await aStory(db, { headline: 'Harbour open', leadMediaId: BRIDGE, body, publishedAt: hoursAgo(2) })
  await db.insert(withheldPictures).values({ articleId: closed, mediaId: BRIDGE })
  const { value: feed } = await feedStories(db, { list: { kind: 'paper' }, now: NOW, limit: 10 })
  const inFeed = feed.stories.map((story) => [
    story.leadPicture?.id ?? null,
    ...readerBody(story.body, story.id, feed.referenced).flatMap((element) =>
      element.type === 'image' ? [element.figure.picture.id] : [],
    ),
  ])
  expect(inFeed).toEqual([
    [null, DREDGER],
    [BRIDGE, BRIDGE, DREDGER],
  ])
  const { value: api } = await storiesFor(db, { query: { limit: 10 }, now: NOW })
  expect('stories' in api && api.stories.map(({ id, leadPicture }) => [id, leadPicture?.id ?? null])).toEqual([
    [closed, null],
    [open, BRIDGE],
  ])
  const span = { from: hoursAgo(24), to: NOW }
  const sitemap = await new SitemapQueries(db, { now: NOW }).stories(span, { after: null, limit: 10 })
  expect(sitemap.map(({ id, picturePath }) => [id, picturePath !== null])).toEqual([
    [open, true],
    [closed, false],
  ])
})
