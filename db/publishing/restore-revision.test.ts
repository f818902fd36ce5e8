import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { type NewArticle, writeArticle } from '@/db/editing/writing'
import { publish, withdraw } from '@/db/publishing/publishing'
import { restoreRevision } from '@/db/publishing/restore-revision'
import { articlePage } from '@/db/reading/articles'
import { revisionOf, revisionsOf } from '@/db/revisions/revisions'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import {
  aPaper,
  BRIDGE,
  CITY,
  DREDGER,
  ELECTIONS,
  HARBOUR,
  hoursAgo,
  MARA,
  NOW,
  TOMAS,
  WORLD,
} from '@/db/testing/fixtures'
import { slugFrom } from '@/lib/addresses/paths'
import { ARTICLE_KINDS } from '@/lib/article/article'
import { MANUSCRIPT_FIELDS, type Manuscript } from '@/lib/article/manuscript'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { propertyRuns } from '@/lib/testing/property-runs'

const BY = withoutAccount('Mara Quill')

const DRAFT: NewArticle['draft'] = {
  headline: 'Tram line reopens',
  body: [paragraph('a', 'The line reopens on Monday.')],
  sectionId: CITY,
  kind: 'news',
  language: 'en',
}

let db: MemoryStore
let id: number
let keys = 0

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await writeArticle(db, { draft: DRAFT, by: BY, now: hoursAgo(9) })
})

const text = () => storedArticle(db, id, NOW)

async function save(change: Partial<Manuscript>): Promise<number> {
  const { version, manuscript } = await text()
  keys += 1
  const key = `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`
  const saved = await saveManuscript(db, {
    id,
    key,
    basedOn: version,
    manuscript: { ...manuscript, ...change },
    by: BY,
    now: NOW,
  })
  if ('problems' in saved) throw new Error(saved.problems[0]?.message)
  return saved.version
}

async function restore(version: number) {
  const { version: basedOn } = await text()
  return restoreRevision(db, { id, version, basedOn, by: withoutAccount('Tomas Reed'), now: NOW })
}

const line = fc.constantFrom('', 'Ferry', 'The last tram', 'आखिरी नौका', '末班渡轮')
const anyManuscript: fc.Arbitrary<Manuscript> = fc.record({
  headline: line,
  kicker: line,
  standfirst: line,
  body: fc.uniqueArray(
    fc
      .record({ id: fc.constantFrom('a', 'b', 'c'), words: line })
      .map(({ id: element, words }) => paragraph(element, words || '–')),
    { selector: (element) => element.id },
  ),
  slug: line.map(slugFrom),
  sectionId: fc.constantFrom(CITY, WORLD, null),
  topicIds: fc.uniqueArray(fc.constantFrom(HARBOUR, ELECTIONS)),
  bylines: fc.array(
    fc.constantFrom(
      { authorId: MARA, name: null },
      { authorId: TOMAS, name: null },
      { authorId: null, name: 'Iris Vale' },
    ),
    { maxLength: 3 },
  ),
  kind: fc.constantFrom(...ARTICLE_KINDS),
  language: fc.constantFrom('en', 'hi', 'ar'),
  dateline: line,
  leadMediaId: fc.constantFrom(BRIDGE, DREDGER, null),
  seoTitle: fc.option(line),
  translationOfId: fc.constant(null),
  isUnlisted: fc.boolean(),
  seoDescription: fc.option(line),
})

describe('a version that is restored', () => {
  test('is the text that editors work on, in every field', async () => {
    await fc.assert(
      fc.asyncProperty(anyManuscript, anyManuscript, async (then, since) => {
        const version = await save(then)
        const kept = await revisionOf(db, { articleId: id, version })
        await save(since)
        await restore(version)
        const { manuscript } = await text()
        for (const field of [...MANUSCRIPT_FIELDS, 'body'] as const) {
          expect(manuscript[field], field).toEqual(kept?.snapshot[field])
        }
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  test('makes a new version that names the restored one', async () => {
    await save({ headline: 'Tram line stays shut' })
    await restore(1)
    const [last] = await revisionsOf(db, { articleId: id, limit: 1 })
    expect(last).toMatchObject({
      version: 3,
      reason: 'restored',
      remark: 'version 1',
      savedBy: 'Tomas Reed',
      aside: false,
    })
  })

  test('changes nothing when the text is the same', async () => {
    expect(await restore(1)).toEqual({ version: 1 })
  })

  test('is an unpublished change of a public story, whose address stays', async () => {
    await save({ headline: 'Tram line opens early' })
    await publish(db, { id, by: BY, now: NOW })
    await restore(1)
    const { snapshot, manuscript, hasUnpublishedChanges } = await text()
    expect(manuscript.headline).toBe('Tram line reopens')
    expect(hasUnpublishedChanges).toBe(true)
    expect(manuscript.slug).toBe(snapshot.slug)
    const { value: answer } = await articlePage(db, { id, now: NOW })
    expect(answer).toMatchObject({ article: { headline: 'Tram line opens early', slug: 'tram-line-opens-early' } })
    expect((await revisionsOf(db, { articleId: id, limit: 1 }))[0]).toMatchObject({ reason: 'restored', aside: true })
  })

  test('becomes the own text of a withdrawn story, which keeps a section', async () => {
    const without = await save({ sectionId: null })
    await save({ sectionId: CITY, headline: 'Tram line opens early' })
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    await withdraw(db, { id, reason: '', by: BY, now: NOW })
    await restore(without)
    const { snapshot } = await text()
    expect(snapshot).toMatchObject({ state: 'withdrawn', headline: 'Tram line reopens', sectionId: CITY })
  })

  test('leaves out a topic that was deleted', async () => {
    await save({ topicIds: [HARBOUR, ELECTIONS] })
    await save({ topicIds: [] })
    await db.delete(topics)
    await restore(2)
    expect((await text()).manuscript.topicIds).toEqual([])
  })
})

test('nothing is restored when somebody has saved meanwhile', async () => {
  await save({ headline: 'Tram line stays shut' })
  const answer = await restoreRevision(db, { id, version: 1, basedOn: 1, by: BY, now: NOW })
  expect(answer).toEqual({ conflict: { version: 2, savedBy: BY.name, savedAt: NOW } })
  expect((await text()).manuscript.headline).toBe('Tram line stays shut')
})

test('a version that does not exist cannot be restored', async () => {
  expect(await restore(4711)).toBeNull()
})

test('a version is a translation of its original again, or of none when that was deleted', async () => {
  const draft = { ...DRAFT, headline: 'Straßenbahn fährt wieder', language: 'de' }
  const original = await writeArticle(db, { draft, by: BY, now: hoursAgo(9) })
  const translated = await save({ translationOfId: original, isUnlisted: true })
  await save({ translationOfId: null, isUnlisted: false })
  await restore(translated)
  expect((await text()).manuscript).toMatchObject({ translationOfId: original, isUnlisted: true })
  await save({ translationOfId: null, isUnlisted: false })
  await inTransaction(db, (tx) => hardDeleteArticle(tx, original, NOW))
  await restore(translated)
  expect((await text()).manuscript).toMatchObject({ translationOfId: null, isUnlisted: true })
})
