import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { takeBackBatch } from '@/db/back-links/batches'
import { listedBatches, listedProposals } from '@/db/back-links/listed-links'
import { acceptProposals, fillBackLinks } from '@/db/back-links/place-links'
import { refuseProposals } from '@/db/back-links/refuse-proposals'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { changeBackLinkRule } from '@/db/linking/back-link-rule'
import { pairChoices } from '@/db/linking/link-pairs'
import { addProposals, proposalCount } from '@/db/linking/link-proposals'
import { publish, withdraw } from '@/db/publishing/publishing'
import { linkBatches, linkBatchStories } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, CITY, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { linkPlace } from '@/lib/linking/back-links/placed-link'
import { references } from '@/lib/linking/references'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { propertyRuns } from '@/lib/testing/property-runs'

const BY = withoutAccount('Mara Quill')
const LONG = 'The ferry to Dunlin sails at six from the old quay, and comes back before the tide turns again. '.repeat(
  3,
)

let db: MemoryStore
let target: number
let other: number
let older: number[]

beforeEach(printed)

async function printed(): Promise<void> {
  db = await aPaper(openMemoryStore())
  older = []
  for (const place of [1, 2, 3]) older.push(await published(`Old story ${place}`, fiveParagraphs(), 100 + place))
  target = await published('The ferry is back', [paragraph('p1', LONG)], 2)
  other = await published('The quay is mended', [paragraph('p1', LONG)], 1)
}

function fiveParagraphs(): Body {
  return [1, 2, 3, 4, 5].map((place) => paragraph(`p${place}`, `${place}. ${LONG}`))
}

async function published(headline: string, body: Body, hours: number): Promise<number> {
  const draft = {
    headline,
    standfirst: 'Said on Monday.',
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
    body,
  }
  const bylines = [{ authorId: MARA, name: null }]
  const id = await writeArticle(db, { draft: { ...draft, bylines }, by: BY, now: hoursAgo(hours + 1) })
  await publish(db, { id, by: BY, now: hoursAgo(hours) })
  return id
}

async function propose(sources: readonly number[], targetId = target): Promise<void> {
  const found = sources.map((sourceId) => ({ sourceId, reason: 'Both tell of the ferry' }))
  await addProposals(db, { targetId, found, now: NOW })
}

/** Every proposal that waits, with the version that the desk shows. */
async function waiting() {
  const { stories } = await listedProposals(db, { page: 1 })
  return stories.flatMap(({ proposals }) => proposals.map(({ id, source }) => ({ id, version: source.version })))
}

async function rawBody(id: number): Promise<string | undefined> {
  const [row] = await db
    .select({ body: sql<string>`${articles.body}` })
    .from(articles)
    .where(eq(articles.id, id))
  return row?.body
}

const accept = async () => acceptProposals(db, { accepted: await waiting(), by: BY, now: NOW })
const lastBatch = async () => (await listedBatches(db, { page: 1 })).batches[0]?.id ?? 0
const takeBack = async (id: number, now = hoursAhead(1)) => takeBackBatch(db, { id, by: BY, now })
const bodyOf = async (id: number) => (await storedArticle(db, id, NOW)).snapshot.body
const linksOf = async (id: number) => references(await bodyOf(id)).map(({ article }) => article)

describe('accepted proposals', () => {
  it('become links in new versions, without a new time of update for readers', async () => {
    await propose(older)
    expect(await accept()).toEqual({ links: 3, left: [] })
    for (const id of older) {
      const { snapshot, version } = await storedArticle(db, id, NOW)
      expect(references(snapshot.body).map(({ article }) => article)).toEqual([target])
      expect([snapshot.updatedAt, version]).toEqual([null, 3])
    }
    expect(await proposalCount(db)).toBe(0)
    const { batches } = await listedBatches(db, { page: 1 })
    expect(batches).toMatchObject([{ kind: 'accepted', links: 3, madeBy: 'Mara Quill', undoneAt: null }])
  })

  it('leave a story alone that was saved since, is withdrawn, or has no room; and say so', async () => {
    await propose(older)
    const seen = await waiting()
    const [first = 0, second = 0, third = 0] = older
    await reviseArticle(db, { id: first, change: { headline: 'Other words' }, by: BY, now: NOW, reason: 'fixed' })
    await withdraw(db, { id: second, by: BY, now: NOW, reason: 'It was about last year.' })
    const body = (await bodyOf(third)).slice(0, 1)
    await reviseArticle(db, { id: third, change: { body }, by: BY, now: NOW, reason: 'fixed' })
    const placed = await acceptProposals(db, { accepted: seen, by: BY, now: NOW })
    expect(placed.links).toBe(0)
    expect(placed.left).toEqual([{ id: first, headline: 'Other words', why: expect.stringContaining('saved since') }])
    expect(await proposalCount(db)).toBe(1)
    expect(await db.$count(linkBatches)).toBe(0)
  })

  it('carry the unpublished changes of others along', async () => {
    const [id = 0] = older
    const { manuscript, version } = await storedArticle(db, id, NOW)
    const typed = { ...manuscript, standfirst: 'Somebody is writing.' }
    const by = withoutAccount('Omar')
    await saveManuscript(db, { id, basedOn: version, manuscript: typed, key: 'one', by, now: NOW })
    await propose([id])
    expect(await accept()).toMatchObject({ links: 1 })
    const after = await storedArticle(db, id, NOW)
    expect(after.snapshot.standfirst).toBe('Said on Monday.')
    expect(after.manuscript.standfirst).toBe('Somebody is writing.')
    expect(references(after.manuscript.body).map(({ article }) => article)).toEqual([target])
    await takeBack(await lastBatch())
    const back = await storedArticle(db, id, NOW)
    expect([back.manuscript.standfirst, references(back.manuscript.body)]).toEqual(['Somebody is writing.', []])
  })
})

describe('a batch that is taken back', () => {
  it('leaves every untouched story as it was, to the byte, and lets the proposals wait again', async () => {
    const [odd = 0] = older
    // As another version of Broadsheet may have spelled it.
    await db
      .update(articles)
      .set({ body: sql`json_insert(body, '$[#]', json('{ "id": "x9", "type": "divider" }'))` })
      .where(eq(articles.id, odd))
    await db.update(articles).set({ body: sql`replace(body, '{', '{ ')` }).where(eq(articles.id, odd))
    const before = await Promise.all(older.map(rawBody))
    await propose(older)
    await accept()
    expect(await Promise.all(older.map(rawBody))).not.toEqual(before)
    expect(await takeBack(await lastBatch())).toEqual({ restored: 3, takenOut: [], gone: [] })
    expect(await Promise.all(older.map(rawBody))).toEqual(before)
    expect(await proposalCount(db)).toBe(3)
    expect((await storedArticle(db, odd, NOW)).snapshot.updatedAt).toBeNull()
  })

  it('takes the links alone from a story that was changed since, and nothing where they are gone', async () => {
    await propose(older)
    await accept()
    const [first = 0, second = 0] = older
    const changed = (await bodyOf(first)).map((one) => (one.id === 'p1' ? paragraph('p1', 'New words.') : one))
    await reviseArticle(db, { id: first, change: { body: changed }, by: BY, now: NOW, reason: 'fixed' })
    await reviseArticle(db, { id: second, change: { body: fiveParagraphs() }, by: BY, now: NOW, reason: 'fixed' })
    const taken = await takeBack(await lastBatch())
    expect(taken).toEqual({
      restored: 1,
      takenOut: [{ id: first, headline: 'Old story 1' }],
      gone: [{ id: second, headline: 'Old story 2' }],
    })
    expect(await bodyOf(first)).toEqual([paragraph('p1', 'New words.'), ...fiveParagraphs().slice(1)])
  })

  it('cannot be taken back twice, and a batch that does not exist is none', async () => {
    await propose(older)
    await accept()
    const id = await lastBatch()
    await takeBack(id)
    expect(await takeBack(id)).toHaveProperty('problems')
    expect(await takeBack(999)).toBeNull()
  })
})

describe('proposals', () => {
  it('are gone with the story that came out, with a refusal, and with a pair that is never linked', async () => {
    await propose(older)
    await propose(older, other)
    await withdraw(db, { id: other, by: BY, now: NOW, reason: 'It was about last year.' })
    expect(await proposalCount(db)).toBe(3)
    const [first] = await waiting()
    await refuseProposals(db, { ids: [first?.id ?? 0], by: BY, now: NOW })
    expect(await proposalCount(db)).toBe(2)
    expect([...(await pairChoices(db, older[0] ?? 0)).barred]).toEqual([target])
  })
})

describe('the site fills', () => {
  const rule = (backLinks: 'off' | 'proposed' | 'filled', backLinksPerDay: number) =>
    changeBackLinkRule(db, { backLinks, backLinksPerDay, now: NOW })

  it('nothing unless the paper wants it, and no more in a day than the limit', async () => {
    await propose(older)
    expect(await fillBackLinks(db, { now: NOW })).toBe(0)
    await rule('filled', 2)
    expect(await fillBackLinks(db, { now: NOW })).toBe(2)
    expect(await fillBackLinks(db, { now: NOW })).toBe(0)
    expect(await fillBackLinks(db, { now: hoursAhead(24) })).toBe(1)
    const [id = 0] = older
    expect((await bodyOf(id)).filter((one) => one.type === 'also-read')).toMatchObject([{ automatic: true }])
  })

  it('one link in each story at once, and what an editor took back is not placed again', async () => {
    await rule('filled', 20)
    const body = [...fiveParagraphs(), ...fiveParagraphs().map((one) => ({ ...one, id: `q${one.id}` }))]
    const id = await published('A long story', body, 90)
    for (const newer of [target, other]) await propose([id], newer)
    expect(await fillBackLinks(db, { now: NOW })).toBe(1)
    expect(await linksOf(id)).toEqual([other])
    await takeBack(await lastBatch())
    expect(await linksOf(id)).toEqual([])
    await fillBackLinks(db, { now: hoursAhead(2) })
    await fillBackLinks(db, { now: hoursAhead(3) })
    expect(await linksOf(id)).toEqual([target])
  })
})

it('whatever happens between (seed 20261127), what waits fits, and each batch comes off without a trace where nobody wrote', async () => {
  const step = fc.record({
    act: fc.constantFrom('propose', 'accept', 'edit', 'back', 'refuse', 'withdraw'),
    at: fc.nat({ max: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await printed()
      const before = new Map<number, string | undefined>()
      for (const id of older) before.set(id, await rawBody(id))
      for (const [place, { act, at }] of steps.entries()) {
        const now = new Date(NOW.getTime() + place)
        const id = older[at] ?? 0
        if (act === 'propose') await propose([id], at === 1 ? other : target)
        else if (act === 'accept') await acceptProposals(db, { accepted: await waiting(), by: BY, now })
        else if (act === 'back') await takeBackBatch(db, { id: await lastBatch(), by: BY, now })
        else if (act === 'refuse') {
          const [first] = await waiting()
          if (first) await refuseProposals(db, { ids: [first.id], by: BY, now })
        } else if (act === 'edit') {
          const kicker = `Kicker ${place}`
          await reviseArticle(db, { id, change: { kicker }, by: BY, now, reason: 'fixed' })
        }
        for (const { id: newer, proposals } of (await listedProposals(db, { page: 1 })).stories) {
          expect((await storedArticle(db, newer, now)).snapshot.state).toBe('published')
          for (const { source } of proposals) {
            const { snapshot } = await storedArticle(db, source.id, now)
            expect(snapshot.state).toBe('published')
            expect(linkPlace(snapshot.body, snapshot.language)).not.toBeNull()
            expect(references(snapshot.body).map(({ article }) => article)).not.toContain(newer)
            expect((await pairChoices(db, source.id)).barred.has(newer)).toBe(false)
          }
        }
      }
      for (const { id } of await db.select({ id: linkBatches.id }).from(linkBatches)) {
        await takeBackBatch(db, { id, by: BY, now: hoursAhead(1) })
      }
      expect(await db.$count(linkBatchStories, sql`outcome is null`)).toBe(0)
      for (const id of older) expect(JSON.parse((await rawBody(id)) ?? '')).toEqual(JSON.parse(before.get(id) ?? ''))
    }),
    { seed: 20_261_127, numRuns: propertyRuns(25) },
  )
}, 60_000)
