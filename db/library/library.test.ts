import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { addEdition } from '@/db/front/editions'
import { recoverPicture, throwAwayPicture } from '@/db/library/bin'
import { libraryPictures, pictureRecord } from '@/db/library/library'
import { replacePicture } from '@/db/library/replace'
import { placesFor } from '@/db/library/uses'
import { describePicture } from '@/db/pictures/media'
import { addLease } from '@/db/pictures/use-rights'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule, withdraw } from '@/db/publishing/publishing'
import { liveEdition } from '@/db/reading/fronts'
import { openConflicts } from '@/db/revisions/conflicts'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { pictureUses } from '@/db/store/picture-schema'
import { authors, media } from '@/db/store/schema'
import { aPaper, aStory, BRIDGE, CITY, DREDGER, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { WHOLE_LIBRARY } from '@/lib/desk/pictures/library-query'
import { newCard } from '@/lib/front/arrangement'
import { paragraph } from '@/lib/testing/body-fixtures'

const MARA_QUILL = { id: null, name: 'Mara Quill' }
const EDITOR = { id: 'mara', name: 'Mara Quill', email: 'mara@observer.example', role: 'editor' as const }
const QUAY = 3

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const [{ id: _, ...bridge } = { id: 0 }] = await db.select().from(media).where(eq(media.id, BRIDGE))
  await db
    .insert(media)
    .values({ ...(bridge as typeof media.$inferInsert), id: QUAY, alt: 'The quay', original: 'quay.svg' })
})

const shot = (picture: number): Body => [
  paragraph('e1', 'The bridge is up.'),
  { type: 'image', id: 'e2', media: picture },
]

async function aDraft(body: Body, leadMediaId: number | null = null, now = hoursAgo(5)): Promise<number> {
  const draft = {
    headline: 'The bridge is up',
    body,
    leadMediaId,
    sectionId: CITY,
    kind: 'news',
    language: 'en',
  } as const
  return writeArticle(db, { draft, by: MARA_QUILL, now })
}

async function save(id: number, change: { body?: Body; leadMediaId?: number | null }, now: Date): Promise<void> {
  const { manuscript, version } = await storedArticle(db, id, now)
  const saved = { ...manuscript, ...change }
  await saveManuscript(db, {
    id,
    key: `save-${now.getTime()}`,
    basedOn: version,
    manuscript: saved,
    by: MARA_QUILL,
    now,
  })
}

async function history(id: number) {
  const record = await pictureRecord(db, { id, editor: EDITOR, now: NOW })
  return record?.history.map(({ kind }) => kind).reverse()
}

async function states(id: number) {
  return (await placesFor(db, { id, editor: EDITOR, now: NOW })).map(({ kind, state }) => `${kind} ${state}`)
}

describe('the uses of a picture', () => {
  it('are planned in a draft, published with it and removed by its withdrawal', async () => {
    const id = await aDraft(shot(QUAY), BRIDGE)
    expect(await states(QUAY)).toEqual(['story planned'])
    await publish(db, { id, by: MARA_QUILL, now: hoursAgo(3) })
    expect(await states(BRIDGE)).toEqual(['story published'])
    await withdraw(db, { id, by: MARA_QUILL, now: hoursAgo(2), reason: '' })
    expect(await states(QUAY)).toEqual(['story withdrawn'])
    expect(await history(QUAY)).toEqual(['planned', 'published', 'removed'])
    expect(await history(BRIDGE)).toEqual(['planned', 'published', 'removed'])
  })

  it('are published by the schedule, at the instant of the story', async () => {
    const id = await aDraft(shot(QUAY), null, hoursAgo(9))
    await schedule(db, { id, by: MARA_QUILL, now: hoursAgo(8), at: hoursAgo(2) })
    await applyDue(db, { now: NOW })
    const record = await pictureRecord(db, { id: QUAY, editor: EDITOR, now: NOW })
    expect(record?.history[0]).toMatchObject({
      kind: 'published',
      by: 'The schedule',
      happenedAt: hoursAgo(2).getTime(),
    })
  })

  it('in unpublished changes are planned, while readers have the former picture', async () => {
    const id = await aDraft(shot(QUAY))
    await publish(db, { id, by: MARA_QUILL, now: hoursAgo(3) })
    await save(id, { body: shot(BRIDGE) }, hoursAgo(2))
    expect([await states(QUAY), await states(BRIDGE)]).toEqual([['story published'], ['story planned']])
  })

  it('that were only tried leave no history; later ones do', async () => {
    const id = await aDraft([paragraph('e1', 'The bridge is up.')])
    const minutes = (count: number) => new Date(hoursAgo(4).getTime() + count * 60_000)
    await save(id, { body: shot(QUAY) }, minutes(0))
    await save(id, { body: [paragraph('e1', 'The bridge is up.')] }, minutes(5))
    expect(await history(QUAY)).toEqual([])
    await save(id, { body: shot(QUAY) }, minutes(6))
    await save(id, { body: [paragraph('e1', 'The bridge is up.')] }, minutes(30))
    expect(await history(QUAY)).toEqual(['planned', 'removed'])
  })

  it('are on fronts and beside authors, too', async () => {
    const id = await aDraft(shot(QUAY))
    await publish(db, { id, by: MARA_QUILL, now: hoursAgo(3) })
    const lead = { ...newCard(id), pictureId: BRIDGE }
    const arrangement = { lead, seconds: [], bands: [] }
    await addEdition(db, { sectionId: null, arrangement, at: null, by: MARA_QUILL, now: hoursAgo(1) })
    expect(await states(BRIDGE)).toEqual(['front published'])
    expect(await history(BRIDGE)).toEqual(['published'])
    expect(await states(DREDGER)).toEqual(['author published'])
  })
})

describe('replacing a picture', () => {
  it('puts the other one in every place at once, in unpublished changes too', async () => {
    const id = await aDraft(shot(QUAY), QUAY)
    await publish(db, { id, by: MARA_QUILL, now: hoursAgo(4) })
    const changed: Body = [paragraph('e1', 'The bridge is down again.'), { type: 'image', id: 'e2', media: QUAY }]
    await save(id, { body: changed }, hoursAgo(3))
    const arrangement = { lead: { ...newCard(id), pictureId: QUAY }, seconds: [], bands: [] }
    await addEdition(db, { sectionId: null, arrangement, at: null, by: MARA_QUILL, now: hoursAgo(2) })
    await db.update(authors).set({ portraitId: QUAY }).where(eq(authors.id, MARA))
    expect(await replacePicture(db, { from: QUAY, to: BRIDGE, by: MARA_QUILL, now: hoursAgo(1) })).toEqual({
      places: 3,
    })
    const { snapshot, manuscript, hasUnpublishedChanges } = await storedArticle(db, id, NOW)
    expect([snapshot.leadMediaId, snapshot.body[1]]).toEqual([BRIDGE, { type: 'image', id: 'e2', media: BRIDGE }])
    expect([manuscript.leadMediaId, hasUnpublishedChanges]).toEqual([BRIDGE, true])
    expect(manuscript.body).toEqual([changed[0], { type: 'image', id: 'e2', media: BRIDGE }])
    expect((await liveEdition(db, { sectionId: null, now: NOW })).arrangement.lead?.pictureId).toBe(BRIDGE)
    expect(await states(QUAY)).toEqual([])
    const { history: told } = (await pictureRecord(db, { id: QUAY, editor: EDITOR, now: NOW })) ?? { history: [] }
    expect(
      told.filter(({ kind }) => kind === 'replaced').map(({ replacedById, place }) => [replacedById, place]),
    ).toEqual(
      expect.arrayContaining([
        [BRIDGE, 'The bridge is up'],
        [BRIDGE, 'The front page'],
      ]),
    )
  })

  it('reaches every story, however many there are', async () => {
    const oldest = await aDraft([paragraph('e1', 'The bridge is up.')], QUAY)
    for (let count = 0; count < 200; count += 1) {
      const articleId = await aStory(db, { headline: `The bridge, day ${count}` })
      await db.insert(pictureUses).values({ mediaId: QUAY, articleId, state: 'published', since: NOW })
    }
    expect(await replacePicture(db, { from: QUAY, to: BRIDGE, by: MARA_QUILL, now: NOW })).toEqual({ places: 201 })
    expect((await storedArticle(db, oldest, NOW)).snapshot.leadMediaId).toBe(BRIDGE)
  })

  it('leaves the text that editors work on as the last version, so that the next saves start from it', async () => {
    const id = await aDraft(shot(QUAY), null)
    await publish(db, { id, by: MARA_QUILL, now: hoursAgo(4) })
    const changed: Body = [paragraph('e1', 'The bridge is down again.'), { type: 'image', id: 'e2', media: QUAY }]
    await save(id, { body: changed }, hoursAgo(3))
    await replacePicture(db, { from: QUAY, to: BRIDGE, by: MARA_QUILL, now: hoursAgo(2) })
    const opened = await storedArticle(db, id, NOW)
    const two = { id, basedOn: opened.version, by: MARA_QUILL }
    const headline = { ...opened.manuscript, headline: 'The bridge is down' }
    await saveManuscript(db, { ...two, key: 'one', manuscript: headline, now: hoursAgo(1) })
    const longer = [paragraph('e1', 'The bridge is down again, until Friday.'), ...opened.manuscript.body.slice(1)]
    await saveManuscript(db, { ...two, key: 'two', manuscript: { ...opened.manuscript, body: longer }, now: NOW })
    const { manuscript } = await storedArticle(db, id, NOW)
    expect([manuscript.headline, manuscript.body]).toEqual(['The bridge is down', longer])
    expect(await openConflicts(db, id)).toEqual([])
    expect((await history(QUAY))?.filter((kind) => kind !== 'planned')).toEqual(['published', 'replaced'])
  })

  it('is refused with a picture without alt text, in the bin, or that may not be used', async () => {
    const refusal = async () => replacePicture(db, { from: QUAY, to: BRIDGE, by: MARA_QUILL, now: NOW })
    await describePicture(db, { id: BRIDGE, words: { rightsCategory: 'forbidden' }, now: NOW })
    expect(await refusal()).toMatchObject({ problems: [{ message: expect.stringMatching(/not to be used/) }] })
    await db.update(media).set({ alt: ' ' }).where(eq(media.id, BRIDGE))
    expect(await refusal()).toMatchObject({ problems: [{ message: expect.stringMatching(/no alt text/) }] })
    await db.update(media).set({ deletedAt: NOW }).where(eq(media.id, BRIDGE))
    expect(await refusal()).toMatchObject({ problems: [{ message: expect.stringMatching(/in the bin/) }] })
    expect(await replacePicture(db, { from: QUAY, to: QUAY, by: MARA_QUILL, now: NOW })).toHaveProperty('problems')
    expect(await replacePicture(db, { from: QUAY, to: 4711, by: MARA_QUILL, now: NOW })).toBeNull()
  })
})

describe('the bin', () => {
  it('takes no picture that stands anywhere, and names the places', async () => {
    await aDraft(shot(QUAY))
    expect(await throwAwayPicture(db, { id: QUAY, editor: EDITOR, now: NOW })).toMatchObject({
      problems: [{ message: expect.stringMatching(/stands in “The bridge is up”\. Replace it there/) }],
    })
    expect(await throwAwayPicture(db, { id: DREDGER, editor: EDITOR, now: NOW })).toHaveProperty('problems')
    expect(await throwAwayPicture(db, { id: 4711, editor: EDITOR, now: NOW })).toBeNull()
  })

  it('keeps a picture, with its words, until it is recovered', async () => {
    await throwAwayPicture(db, { id: QUAY, editor: EDITOR, now: NOW })
    expect(await listed({})).toEqual([DREDGER, BRIDGE])
    expect(await listed({ state: 'bin' })).toEqual([QUAY])
    await recoverPicture(db, { id: QUAY, now: NOW })
    expect(await listed({})).toEqual([QUAY, DREDGER, BRIDGE])
  })
})

async function listed(query: Partial<typeof WHOLE_LIBRARY>): Promise<number[]> {
  const { pictures } = await libraryPictures(db, { query: { ...WHOLE_LIBRARY, ...query }, editor: EDITOR, now: NOW })
  return pictures.map(({ picture }) => picture.id)
}

describe('the library', () => {
  it('is searched by all words of a picture, and narrowed by what it lacks and where it stands', async () => {
    await aDraft(shot(QUAY))
    await describePicture(db, { id: QUAY, words: { keywords: ['Kräne'], place: 'Port Linnet' }, now: NOW })
    expect(await listed({ words: 'krane linnet' })).toEqual([QUAY])
    expect(await listed({ words: 'krane elsewhere' })).toEqual([])
    expect(await listed({ state: 'unused' })).toEqual([BRIDGE])
    expect(await listed({ state: 'used' })).toEqual([QUAY, DREDGER])
    await describePicture(db, { id: BRIDGE, words: { alt: '', credit: '', rightsCategory: 'own' }, now: NOW })
    expect(await listed({ state: 'no-alt' })).toEqual([BRIDGE])
    expect(await listed({ state: 'no-credit' })).toEqual([BRIDGE])
    expect(await listed({ rights: 'own' })).toEqual([BRIDGE])
    expect(await listed({ rights: 'none' })).toEqual([QUAY, DREDGER])
    expect(await listed({ credit: 'ARCHIVE' })).toEqual([QUAY, DREDGER])
    await describePicture(db, { id: QUAY, words: { credit: 'Émile Durand' }, now: NOW })
    for (const credit of ['Émile Durand', 'ÉMILE', 'emile']) expect(await listed({ credit })).toEqual([QUAY])
    expect(await listed({ from: '2026-11-23' })).toEqual([])
    expect(await listed({ to: '2026-11-23' })).toEqual([QUAY, DREDGER, BRIDGE])
  })

  it('finds what may soon not be used any more', async () => {
    const span = { kind: 'allow', fromDay: null, note: '' } as const
    const lease = (id: number, untilDay: string) =>
      addLease(db, { id, lease: { ...span, untilDay }, by: MARA_QUILL, now: NOW })
    await lease(QUAY, '2026-12-01')
    await lease(BRIDGE, '2027-12-01')
    expect(await listed({ rights: 'ending' })).toEqual([QUAY])
    await lease(QUAY, '2027-12-01')
    expect(await listed({ rights: 'ending' })).toEqual([])
    const denied = { kind: 'deny', fromDay: '2026-11-30', untilDay: null, note: '' } as const
    await addLease(db, { id: DREDGER, lease: denied, by: MARA_QUILL, now: hoursAhead(0) })
    expect(await listed({ rights: 'ending' })).toEqual([DREDGER])
    expect(await listed({ rights: 'ending', state: 'bin' })).toEqual([])
    expect(await listed({ rights: 'ending', words: 'bridge' })).toEqual([])
  })
})
