import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { addLease } from '@/db/pictures/use-rights'
import { checklistOf } from '@/db/publishing/checklist'
import { conflicts } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { aPaper, aStory, BRIDGE, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

let db: MemoryStore
let ferry: number
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ferry = await aStory(db, { headline: 'Ferry strike ends', state: 'scheduled', publishedAt: hoursAhead(2) })
  id = await aStory(db, {
    headline: 'Bridge closes',
    standfirst: 'For a week.',
    state: 'draft',
    publishedAt: null,
    leadMediaId: BRIDGE,
    by: ['Harbour News'],
    body: [
      { type: 'paragraph', id: 'e1', text: [{ text: 'From Monday.' }] },
      { type: 'image', id: 'e2', media: BRIDGE },
      { type: 'also-read', id: 'e3', target: { kind: 'article', article: ferry } },
    ],
  })
})

async function codes(at?: Date) {
  const { blockers, advice } = await checklistOf(db, { id, at, now: NOW })
  return [blockers.map(({ code }) => code), advice.map(({ code }) => code)]
}

it('a draft is checked as if it were published now, or at the given instant', async () => {
  expect(await codes()).toEqual([['target-missing'], []])
  expect(await codes(hoursAhead(1))).toEqual([['target-missing'], []])
  expect(await codes(hoursAhead(2))).toEqual([[], []])
})

it('a scheduled story is checked at its own instant', async () => {
  await db
    .update(articles)
    .set({ state: 'scheduled', publishedAt: hoursAhead(3) })
    .where(eq(articles.id, id))
  expect(await codes()).toEqual([[], []])
})

it('a deleted target is missing, also at its instant', async () => {
  await db
    .update(articles)
    .set({ state: 'draft', publishedAt: null, deletedAt: hoursAgo(1) })
    .where(eq(articles.id, ferry))
  expect(await codes(hoursAhead(2))).toEqual([['target-missing'], []])
})

it('pictures have their present alt text and width', async () => {
  await db.update(media).set({ alt: '', widthPx: 640 }).where(eq(media.id, BRIDGE))
  expect(await codes(hoursAhead(2))).toEqual([['no-alt', 'no-alt'], ['lead-small']])
})

it('rights are those of the day of publication, by the clocks of the paper', async () => {
  const by = { id: null, name: 'Mara Quill' }
  const lease = { kind: 'allow' as const, fromDay: null, untilDay: '2026-11-23', note: '' }
  await addLease(db, { id: BRIDGE, lease, by, now: NOW })
  expect((await codes(hoursAhead(2)))[1]).toContain('picture-rights')
  expect((await codes(hoursAhead(24)))[0]).toContain('picture-forbidden')
})

it('a conflict counts until it is resolved', async () => {
  await db.insert(conflicts).values({
    articleId: id,
    place: 'headline',
    setAside: 'Bridge to close',
    afterId: null,
    writtenBy: 'Tomas Reed',
    writtenAt: hoursAgo(1),
  })
  expect(await codes(hoursAhead(2))).toEqual([['conflict'], []])
  await db.update(conflicts).set({ settledAt: NOW, settledBy: 'Mara Quill' })
  expect(await codes(hoursAhead(2))).toEqual([[], []])
})

it('the versions of a story differ by language; deleted ones do not count', async () => {
  const original = await aStory(db, { headline: 'Die Brücke schließt', language: 'de' })
  await db.update(articles).set({ translationOfId: original }).where(eq(articles.id, id))
  expect(await codes(hoursAhead(2))).toEqual([[], []])
  const other = await aStory(db, { headline: 'Bridge shuts' })
  await db.update(articles).set({ translationOfId: original }).where(eq(articles.id, other))
  expect(await codes(hoursAhead(2))).toEqual([[], ['same-language']])
  await db
    .update(articles)
    .set({ state: 'draft', publishedAt: null, deletedAt: hoursAgo(1) })
    .where(eq(articles.id, other))
  expect(await codes(hoursAhead(2))).toEqual([[], []])
})

it('an original that is itself a translation is a blocker', async () => {
  const original = await aStory(db, { headline: 'Die Brücke schließt', language: 'de' })
  await db.update(articles).set({ translationOfId: ferry }).where(eq(articles.id, original))
  await db.update(articles).set({ translationOfId: original }).where(eq(articles.id, id))
  expect(await codes(hoursAhead(2))).toEqual([['wrong-original'], []])
})
