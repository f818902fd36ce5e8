import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { notificationsOf } from '@/db/comments/notifications'
import { openedArticle, saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { changePaper } from '@/db/library/barred-pictures'
import { describePictureAs } from '@/db/library/description'
import { endLease, grantLease } from '@/db/library/leases'
import { placesFor } from '@/db/library/uses'
import { publishChanges } from '@/db/publishing/changes'
import { applyDue } from '@/db/publishing/due'
import { schedule, unschedule } from '@/db/publishing/publishing'
import { articlePage, linkTargets } from '@/db/reading/articles'
import { teasersByIds } from '@/db/reading/teasers'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { withheldPictures } from '@/db/store/picture-schema'
import { articles, media } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, BRIDGE, DREDGER, hoursAgo, hoursAhead, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { readerBody } from '@/lib/linking/reader-body'
import { tags } from '@/lib/pages/tags'

/** Wednesday afternoon in Port Linnet, two days after NOW. */
const PLANNED_FOR = hoursAhead(48)
const BARRED = { kind: 'deny' as const, fromDay: '2026-11-25', untilDay: null, note: '' }
const BODY: Body = [
  { type: 'paragraph', id: 'e1', text: [{ text: 'The harbour is closed from six.' }] },
  { type: 'image', id: 'e2', media: BRIDGE },
  { type: 'gallery', id: 'e3', items: [{ media: BRIDGE }, { media: DREDGER }] },
]

let db: MemoryStore
let ada: { id: string; name: string }
let mara: { id: string; name: string }
let story: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada' }
  mara = { id: await aUser(db, 'Mara'), name: 'Mara' }
  const draft = { headline: 'Harbour closed', sectionId: TRANSPORT, kind: 'news' as const, language: 'en' }
  const text = { ...draft, leadMediaId: BRIDGE, body: BODY }
  story = await writeArticle(db, { draft: text, by: ada, now: hoursAgo(5) })
  await schedule(db, { id: story, at: PLANNED_FOR, by: ada, now: hoursAgo(4) })
})

const bar = () => grantLease(db, { id: BRIDGE, lease: BARRED, by: mara, now: NOW })
const toldTo = async ({ id }: { id: string }) => (await notificationsOf(db, id)).map(({ kind }) => kind)

/** What readers have at `now`: the lead image, the elements with pictures, and whether a teaser and a link show one. */
async function shownAt(now: Date) {
  const { value } = await articlePage(db, { id: story, now })
  if (value?.visibility !== 'public') return value?.visibility ?? null
  const teasers = await teasersByIds(db, { ids: [story], now })
  const links = await linkTargets(db, { ids: [story], now })
  return {
    lead: value.article.leadPicture?.id ?? null,
    body: readerBody(value.article.body, story, value.referenced).flatMap((element) => {
      if (element.type === 'image') return [[element.figure.picture.id]]
      return element.type === 'gallery' ? [element.figures.map(({ picture }) => picture.id)] : []
    }),
    teaser: teasers.value[0]?.picture?.id ?? null,
    link: links.value.get(story)?.picture?.id ?? null,
  }
}

const WHOLE = { lead: BRIDGE, body: [[BRIDGE], [BRIDGE, DREDGER]], teaser: BRIDGE, link: BRIDGE }
const WITHOUT = { lead: null, body: [[DREDGER]], teaser: null, link: null }

test('a scheduled story goes out without a picture that is barred meanwhile, and whoever scheduled it is told', async () => {
  const { seq } = await staleSince(db, 0)
  await bar()
  expect(await shownAt(PLANNED_FOR)).toEqual(WITHOUT)
  expect(await notificationsOf(db, ada.id)).toMatchObject([
    { kind: 'story-picture', articleId: story, causedBy: 'Mara', sectionId: null },
  ])
  expect(await toldTo(mara)).toEqual([])
  expect((await staleSince(db, seq)).tags).toContain(tags.article(story))
  const opened = await openedArticle(db, { id: story, now: NOW })
  expect(opened?.withheld).toEqual([expect.stringMatching(/“The bridge at dusk”.* may not be used/)])
})

test('a picture whose alt text is a sentence is named with one full stop', async () => {
  await bar()
  await db.update(media).set({ alt: 'Two people wait on the bridge.' }).where(eq(media.id, BRIDGE))
  const opened = await openedArticle(db, { id: story, now: NOW })
  expect(opened?.withheld).toEqual([expect.stringMatching(/^“Two people wait on the bridge\.” [^.]/)])
})

test('it stays so once the story is out, and the library does not count the picture as published', async () => {
  await bar()
  await applyDue(db, { now: PLANNED_FOR })
  expect(await shownAt(PLANNED_FOR)).toEqual(WITHOUT)
  const places = await placesFor(db, { id: BRIDGE, editor: { id: ada.id, role: 'editor' }, now: PLANNED_FOR })
  expect(places.filter(({ kind }) => kind === 'story').map(({ state }) => state)).toEqual(['planned'])
})

test('a picture that may be used again is back, before the story goes out and after', async () => {
  const granted = await bar()
  const lease = granted && 'lease' in granted ? granted.lease : 0
  await endLease(db, { id: BRIDGE, lease, by: mara, now: NOW })
  expect([await shownAt(PLANNED_FOR), await toldTo(ada)]).toEqual([WHOLE, ['story-picture']])
  const again = await bar()
  await applyDue(db, { now: PLANNED_FOR })
  const { seq } = await staleSince(db, 0)
  const second = again && 'lease' in again ? again.lease : 0
  await endLease(db, { id: BRIDGE, lease: second, by: mara, now: hoursAhead(49) })
  expect(await shownAt(hoursAhead(49))).toEqual(WHOLE)
  expect((await staleSince(db, seq)).tags).toEqual(expect.arrayContaining([tags.article(story), tags.teaser(story)]))
})

test('whoever forbids the picture of a story that they scheduled themselves is told as well', async () => {
  const editor = { ...ada, role: 'editor' as const }
  await describePictureAs(db, { id: BRIDGE, words: { rightsCategory: 'forbidden' }, editor, now: NOW })
  expect([await toldTo(ada), await shownAt(PLANNED_FOR)]).toEqual([['story-picture'], WITHOUT])
})

test('the owner and whoever has the story assigned are told too, and without any of them whoever publishes', async () => {
  await db.update(articles).set({ ownerId: mara.id }).where(eq(articles.id, story))
  await bar()
  expect([await toldTo(ada), await toldTo(mara)]).toEqual([['story-picture'], ['story-picture']])
})

test('a bar that is over before the story goes out changes nothing, and so does one that comes after it is out', async () => {
  await grantLease(db, { id: BRIDGE, lease: { ...BARRED, fromDay: null, untilDay: '2026-11-24' }, by: mara, now: NOW })
  expect(await shownAt(PLANNED_FOR)).toEqual(WHOLE)
  await grantLease(db, { id: BRIDGE, lease: BARRED, by: mara, now: PLANNED_FOR })
  expect([await shownAt(PLANNED_FOR), await toldTo(ada)]).toEqual([WHOLE, []])
})

test('changes that go along take the picture out of the text, and nothing is withheld any more', async () => {
  await bar()
  const before = await storedArticle(db, story, NOW)
  const manuscript = { ...before.manuscript, leadMediaId: DREDGER, body: BODY.slice(0, 1) }
  const save = { id: story, key: 'another-picture', basedOn: before.version, manuscript, by: ada, now: NOW }
  await saveManuscript(db, save)
  const { version } = await storedArticle(db, story, NOW)
  const change = { id: story, basedOn: version, as: 'fix' as const, note: '' }
  await publishChanges(db, { ...change, by: ada, now: NOW })
  expect(await shownAt(PLANNED_FOR)).toEqual({ lead: DREDGER, body: [], teaser: DREDGER, link: DREDGER })
  expect(await db.select().from(withheldPictures)).toEqual([])
})

test('another instant at which the picture may be used brings it back, and so does taking the story off the schedule', async () => {
  await bar()
  await schedule(db, { id: story, at: hoursAhead(3), by: ada, now: NOW })
  expect(await shownAt(hoursAhead(3))).toEqual(WHOLE)
  await schedule(db, { id: story, at: PLANNED_FOR, by: ada, now: NOW })
  await bar()
  expect(await shownAt(PLANNED_FOR)).toEqual(WITHOUT)
  await unschedule(db, { id: story, by: ada, now: NOW })
  expect(await db.select().from(withheldPictures)).toEqual([])
})

test('in another time zone the day of the story may be another, and its pictures are looked at again', async () => {
  await grantLease(db, { id: BRIDGE, lease: { ...BARRED, fromDay: '2026-11-26' }, by: mara, now: NOW })
  expect(await shownAt(PLANNED_FOR)).toEqual(WHOLE)
  await changePaper(db, { changes: { timeZone: 'Pacific/Kiritimati' }, by: mara, now: NOW })
  expect([await shownAt(PLANNED_FOR), await toldTo(ada)]).toEqual([WITHOUT, ['story-picture']])
  await changePaper(db, { changes: { timeZone: 'Europe/London' }, by: mara, now: NOW })
  expect(await shownAt(PLANNED_FOR)).toEqual(WHOLE)
})
