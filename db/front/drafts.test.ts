import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addUser } from '@/db/accounts/users'
import { clipboard, removeFromClipboard } from '@/db/front/clipboard'
import { changeFront, discardFrontChanges, frontDraft } from '@/db/front/drafts'
import { publishFront } from '@/db/front/editions'
import { isPlaced, placedOn } from '@/db/front/placed'
import { raiseStrip, type StripText, takeDownStrip } from '@/db/front/strips'
import { breakingStrip } from '@/db/reading/fronts'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { aPaper, aStory, BRIDGE, CITY, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { newCard } from '@/lib/front/arrangement'
import type { ArrangementChange, Zone } from '@/lib/front/arrangement-change'
import { type Saver, withoutAccount } from '@/lib/revisions/saver'

const TOMAS = withoutAccount('Tomas Reed')
const FRONT = { sectionId: null, now: NOW }

let db: MemoryStore
let mara: Saver
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const account = { email: 'mara@observer.example', role: 'editor' as const, passwordHash: 'x', now: NOW }
  const made = await addUser(db, { ...account, name: 'Mara Quill' })
  if ('problems' in made) throw new Error('the account was not added')
  mara = { id: made.id, name: 'Mara Quill' }
})

const change = (one: ArrangementChange, by = mara) => changeFront(db, { ...FRONT, by, change: one })
const place = (story: number, zone: Zone, by = mara) => change({ kind: 'place', story, zone, before: null }, by)

test('changes of two people at once are both made', async () => {
  const [ferry, tram] = [await aStory(db, { headline: 'Ferry' }), await aStory(db, { headline: 'Tram' })]
  await Promise.all([place(ferry, 'lead'), place(tram, 'seconds', TOMAS)])
  const { arrangement, version } = await frontDraft(db, FRONT)
  expect([arrangement.lead?.articleId, arrangement.seconds[0]?.articleId, version]).toEqual([ferry, tram, 2])
})

test('a story that loses its place is kept on the clipboard of the person', async () => {
  const stories: number[] = []
  for (let number = 1; number <= 7; number++) stories.push(await aStory(db, { headline: `Story ${number}` }))
  for (const story of stories) await place(story, 'lead')
  expect(await clipboard(db, mara.id ?? '')).toEqual([stories[0]])
  await removeFromClipboard(db, { userId: mara.id ?? '', articleId: stories[0] ?? 0 })
  expect(await clipboard(db, mara.id ?? '')).toEqual([])
})

test('a card takes no picture that may not be used or was thrown away, and one that it has stays', async () => {
  const ferry = await aStory(db, { headline: 'Ferry' })
  await place(ferry, 'lead')
  const withPicture = (headline: string) =>
    change({ kind: 'edit', card: { ...newCard(ferry), headline, pictureId: BRIDGE } })
  await db.update(media).set({ deletedAt: NOW }).where(eq(media.id, BRIDGE))
  expect(await withPicture('')).toMatchObject({ problems: [{ message: expect.stringMatching(/in the bin/) }] })
  await db.update(media).set({ deletedAt: null, rightsCategory: 'forbidden' }).where(eq(media.id, BRIDGE))
  expect(await withPicture('')).toMatchObject({ problems: [{ message: expect.stringMatching(/not to be used/) }] })
  await db.update(media).set({ rightsCategory: null }).where(eq(media.id, BRIDGE))
  expect(await withPicture('')).toHaveProperty('version')
  await db.update(media).set({ rightsCategory: 'forbidden' }).where(eq(media.id, BRIDGE))
  expect(await withPicture('The ferry')).toHaveProperty('version')
})

test('changes that are discarded leave what readers have', async () => {
  const ferry = await aStory(db, { headline: 'Ferry' })
  await place(ferry, 'lead')
  await publishFront(db, { ...FRONT, basedOn: 1, along: [], at: null, by: mara })
  await change({ kind: 'remove', story: ferry })
  await discardFrontChanges(db, { ...FRONT, by: mara })
  const draft = await frontDraft(db, FRONT)
  expect([draft.arrangement.lead?.articleId, draft.unpublishedSince]).toEqual([ferry, null])
})

describe('a change is refused with words', () => {
  test.each<[string, (story: number) => ArrangementChange, string]>([
    ['a story that does not exist', () => ({ kind: 'place', story: 999, zone: 'lead', before: null }), 'not exist'],
    [
      'a card with a story below itself',
      (story) => ({ kind: 'edit', card: { ...newCard(story), subLinks: [story] } }),
      'below itself',
    ],
    [
      'a card that ends before it begins',
      (story) => ({ kind: 'edit', card: { ...newCard(story), from: 2000, until: 1000 } }),
      'leave before it appears',
    ],
    [
      'a picture that does not exist',
      (story) => ({ kind: 'edit', card: { ...newCard(story), pictureId: 999 } }),
      'picture',
    ],
  ])('%s', async (_, one, words) => {
    const story = await aStory(db, { headline: 'Ferry' })
    expect(await change(one(story))).toEqual({ problems: [{ field: '', message: expect.stringContaining(words) }] })
  })

  test('a deleted draft', async () => {
    const story = await aStory(db, { headline: 'Ferry', state: 'draft', publishedAt: null, deletedAt: NOW })
    expect(await place(story, 'lead')).toHaveProperty('problems')
  })
})

test('a card keeps its picture and its end', async () => {
  const story = await aStory(db, { headline: 'Ferry' })
  await place(story, 'lead')
  const card = { ...newCard(story), headline: 'Ferry, again', pictureId: BRIDGE, until: hoursAhead(2).getTime() }
  await change({ kind: 'edit', card })
  expect((await frontDraft(db, FRONT)).arrangement.lead).toEqual(card)
})

test('a story stands where the edition in force has it, below another story too', async () => {
  const [ferry, below, old] = [
    await aStory(db, { headline: 'Ferry' }),
    await aStory(db, { headline: 'Below' }),
    await aStory(db, { headline: 'Old' }),
  ]
  await place(old, 'lead')
  await publishFront(db, { sectionId: null, now: hoursAgo(1), basedOn: 1, along: [], at: null, by: mara })
  await change({ kind: 'remove', story: old })
  await place(ferry, 'lead')
  await change({ kind: 'edit', card: { ...newCard(ferry), subLinks: [below] } })
  const { version } = await frontDraft(db, FRONT)
  await publishFront(db, { ...FRONT, basedOn: version, along: [], at: null, by: mara })
  expect(await placedOn(db, { ids: [ferry, below, old], now: NOW })).toEqual([
    { articleId: ferry, sectionId: null },
    { articleId: below, sectionId: null },
  ])
  expect(await isPlaced(db, { articleId: old, now: NOW })).toBe(false)
  expect(await placedOn(db, { ids: [ferry], now: NOW })).not.toContainEqual({ articleId: ferry, sectionId: CITY })
})

describe('the line of breaking news', () => {
  const LINE: StripText = { label: 'Breaking', text: 'Bridge closed', articleId: null, link: null, endsAt: null }
  const shown = async () => (await breakingStrip(db, { language: 'en', now: NOW })).value?.text ?? null

  test('is up from when it is raised until it is taken down, and no earlier one comes back', async () => {
    await raiseStrip(db, { strip: { ...LINE, text: 'Quay closed' }, by: mara, now: hoursAgo(1) })
    await raiseStrip(db, { strip: LINE, by: mara, now: NOW })
    expect(await shown()).toBe('Bridge closed')
    await takeDownStrip(db, { now: NOW })
    expect(await shown()).toBeNull()
  })

  test.each<[string, Partial<StripText>, string]>([
    ['without a label', { label: ' ' }, 'label'],
    ['without words', { text: ' ' }, 'text'],
    ['that has ended', { endsAt: NOW }, 'endsAt'],
    ['that leads to another site without its scheme', { link: '//elsewhere.example' }, 'link'],
    ['that leads to a script', { link: 'javascript:alert(1)' }, 'link'],
    ['with a backslash for a slash', { link: '/\\elsewhere.example' }, 'link'],
    ['of a story that does not exist', { articleId: 999 }, 'articleId'],
  ])('is refused %s', async (_, strip, field) => {
    const outcome = await raiseStrip(db, { strip: { ...LINE, ...strip }, by: mara, now: NOW })
    expect(outcome).toMatchObject({ problems: [{ field }] })
    expect(await shown()).toBeNull()
  })
})
