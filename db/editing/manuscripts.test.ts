import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openedArticle, saveManuscript, startArticle } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { type NewArticle, rename, writeArticle } from '@/db/editing/writing'
import { correct } from '@/db/publishing/changes'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule, unschedule, withdraw, withdrawAt } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { revisionsOf } from '@/db/revisions/revisions'
import { users } from '@/db/store/account-schema'
import { conflicts, workingCopies } from '@/db/store/desk-schema'
import { staleSince } from '@/db/store/invalidation'
import { closeStore, inTransaction, type MemoryStore, openMemoryStore, openStore, type Reader } from '@/db/store/open'
import { articles, revisions } from '@/db/store/schema'
import { aPaper, BRIDGE, CITY, HARBOUR, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import type { BodyElement } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

const BY = withoutAccount('Mara Quill')
const OTHER = withoutAccount('Tomas Reed')

const A = paragraph('a', 'The line reopens on Monday.')
const B = paragraph('b', 'The depot gets a roof.')
const DRAFT = {
  headline: 'Tram line reopens',
  body: [A, B],
  sectionId: CITY,
  kind: 'news',
  language: 'en',
} satisfies NewArticle['draft']

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await writeArticle(db, { draft: DRAFT, by: BY, now: hoursAgo(9) })
})

let keys = 0

function newKey(): string {
  keys += 1
  return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`
}

/** The save that a writing room sends after `change` in the text at `from`, or in the present text. */
async function typing(change: Partial<Manuscript>, from?: { version: number; manuscript: Manuscript }) {
  const text = from ?? (await opened())
  return { id, key: newKey(), basedOn: text.version, manuscript: { ...text.manuscript, ...change }, by: BY, now: NOW }
}

async function save(change: Partial<Manuscript>, from?: { version: number; manuscript: Manuscript }, by = BY) {
  return kept(await saveManuscript(db, { ...(await typing(change, from)), by }))
}

function kept(answer: Awaited<ReturnType<typeof saveManuscript>>) {
  if ('problems' in answer) throw new Error(answer.problems[0]?.message)
  return answer
}

async function opened(now = NOW, store: Reader = db) {
  const article = await openedArticle(store, { id, now })
  if (!article) throw new Error('the story is gone')
  return article
}

async function row() {
  const [found] = await db.select().from(articles).where(eq(articles.id, id))
  if (!found) throw new Error('the story is gone')
  return found
}

async function reasons() {
  return (await revisionsOf(db, { articleId: id, limit: 50 })).map(({ reason }) => reason).reverse()
}

/** What readers have; null when the story is not public. */
async function read(now = NOW) {
  const { value: answer } = await articlePage(db, { id, now })
  return answer?.visibility === 'public' ? answer.article : null
}

describe('startArticle', () => {
  it('begins an empty draft in the language of the paper, which belongs to its creator', async () => {
    await db.insert(users).values({
      id: 'mara',
      name: BY.name,
      email: 'mara@observer.example',
      emailVerified: true,
      role: 'contributor',
      createdAt: NOW,
      updatedAt: NOW,
    })
    id = await startArticle(db, { owner: { id: 'mara', name: BY.name }, now: NOW })
    expect(await opened()).toMatchObject({
      state: 'draft',
      version: 1,
      savedBy: BY.name,
      savedAt: NOW.getTime(),
      ownerName: BY.name,
      path: null,
      late: null,
      manuscript: { headline: '', body: [], language: 'en', slug: '' },
      conflicts: [],
    })
  })
})

describe('openedArticle', () => {
  it('is null when the article does not exist', async () => {
    expect(await openedArticle(db, { id: 99, now: NOW })).toBeNull()
  })

  it('writes nothing', async () => {
    const before = await row()
    await opened()
    expect(await row()).toEqual(before)
    expect(await reasons()).toEqual(['written'])
  })
})

describe('an edit', () => {
  const STATES: [string, () => Promise<unknown>, 'row' | 'aside'][] = [
    ['a draft', async () => {}, 'row'],
    ['a story in review', () => db.update(articles).set({ state: 'in-review' }), 'row'],
    ['a scheduled story', () => schedule(db, { id, at: hoursAhead(1), by: BY, now: hoursAgo(2) }), 'aside'],
    ['a scheduled story that is due', () => schedule(db, { id, at: hoursAgo(1), by: BY, now: hoursAgo(2) }), 'aside'],
    ['a public story', () => publish(db, { id, by: BY, now: hoursAgo(2) }), 'aside'],
    [
      'a public story that ended by itself',
      async () => {
        await publish(db, { id, by: BY, now: hoursAgo(3) })
        await withdrawAt(db, { id, at: hoursAgo(1), reason: '', by: BY, now: hoursAgo(2) })
      },
      'row',
    ],
    [
      'a withdrawn story',
      async () => {
        await publish(db, { id, by: BY, now: hoursAgo(3) })
        await withdraw(db, { id, reason: '', by: BY, now: hoursAgo(2) })
      },
      'row',
    ],
  ]
  const EDITS: [string, Partial<Manuscript>][] = [
    ['of the headline', { headline: 'Tram line closes' }],
    ['of the text', { body: [A, paragraph('b', 'It has no roof.'), paragraph('c', 'It rains.')] }],
    [
      'of topics, names and picture',
      { topicIds: [HARBOUR], bylines: [{ authorId: MARA, name: null }], leadMediaId: BRIDGE },
    ],
    ['that leaves half a thought', { body: [A, { type: 'list', id: 'l', ordered: false, items: [] }] }],
  ]
  const CASES = STATES.flatMap(([state, bring, where]) =>
    EDITS.map(([edit, change]) => ({ state, bring, where, edit, change })),
  )

  it.each(CASES)('$edit of $state is saved, and readers see no change', async ({ bring, where, change }) => {
    await bring()
    const before = await row()
    const text = await storedArticle(db, id, NOW)
    const readBefore = await read()
    const { seq } = await staleSince(db, 0)
    const saved = await save(change)
    // Before the row changes, due transitions are applied, each as a version of its own.
    const transitions = where === 'row' ? text.pendingTransitions.length : 0
    expect(saved.version).toBe(before.version + transitions + 1)
    expect(saved.manuscript).toMatchObject(change)
    expect(await opened()).toMatchObject({ ...saved, hasUnpublishedChanges: where === 'aside' })
    expect(await read()).toEqual(readBefore)
    expect(await row()).toMatchObject({ version: saved.version, savedAt: NOW })
    const after = await storedArticle(db, id, NOW)
    if (where === 'aside') {
      expect(await row()).toMatchObject({ headline: before.headline, body: before.body })
      expect((await staleSince(db, seq)).tags).toEqual([])
    } else expect(after.snapshot).toMatchObject(change)
    const [last] = await db.select().from(revisions).where(eq(revisions.version, saved.version))
    expect(last).toMatchObject({ reason: 'saved', savedBy: BY.name, aside: where === 'aside', snapshot: change })
  })

  it('undone in a public story leaves nothing unpublished', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await save({ headline: 'Tram line closes' })
    await save({ headline: DRAFT.headline })
    expect(await opened()).toMatchObject({ hasUnpublishedChanges: false, version: 4 })
    expect(await db.select().from(workingCopies)).toEqual([])
  })

  it('without a change is no version', async () => {
    expect((await save({})).version).toBe(1)
    expect(await reasons()).toEqual(['written'])
  })

  it('of a deleted draft is refused in words', async () => {
    await db.update(articles).set({ deletedAt: NOW })
    const answer = await saveManuscript(db, await typing({ headline: 'Too late' }))
    expect(answer).toEqual({
      problems: [{ field: 'state', message: 'This draft was deleted. Recover it to go on writing.' }],
    })
    expect((await row()).headline).toBe(DRAFT.headline)
  })

  it('leaves out choices that are not in the store and keeps links to stories that are not', async () => {
    const body: BodyElement[] = [A, { type: 'also-read', id: 'r', target: { kind: 'article', article: 99 } }]
    const { manuscript } = await save({
      sectionId: 77,
      topicIds: [HARBOUR, 88, HARBOUR],
      leadMediaId: 99,
      body,
      bylines: [
        { authorId: 66, name: null },
        { authorId: null, name: 'Wanda Pirrie' },
      ],
    })
    expect(manuscript).toMatchObject({
      sectionId: CITY,
      topicIds: [HARBOUR],
      leadMediaId: null,
      body,
      bylines: [{ authorId: null, name: 'Wanda Pirrie' }],
    })
  })

  it('cannot take the section from a withdrawn story', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(3) })
    await withdraw(db, { id, reason: '', by: BY, now: hoursAgo(2) })
    expect((await save({ sectionId: null, kicker: 'Trams' })).manuscript).toMatchObject({
      sectionId: CITY,
      kicker: 'Trams',
    })
  })
})

describe('the slug', () => {
  it('follows the headline of a draft until an editor chooses one', async () => {
    expect((await save({ headline: 'Tram line closes' })).manuscript.slug).toBe('tram-line-closes')
    expect((await save({ slug: 'Line 4' })).manuscript.slug).toBe('line-4')
    expect((await save({ headline: 'Tram line reopens after all' })).manuscript.slug).toBe('line-4')
    expect((await save({ slug: '' })).manuscript.slug).toBe('tram-line-reopens-after-all')
  })

  it('of a public story stays', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    const { manuscript } = await save({ headline: 'Tram line closes', slug: 'line-4' })
    expect(manuscript).toMatchObject({ headline: 'Tram line closes', slug: 'tram-line-reopens' })
  })
})

describe('two writers', () => {
  it('at different places both have their words in the text', async () => {
    const start = await opened()
    await save({ body: [A, paragraph('b', 'It has no roof.')] }, start)
    const saved = await save({ body: [paragraph('a', 'The line is open.'), B], kicker: 'Trams' }, start, OTHER)
    expect(saved).toMatchObject({
      version: 3,
      savedBy: OTHER.name,
      conflicts: [],
      manuscript: { kicker: 'Trams', body: [paragraph('a', 'The line is open.'), paragraph('b', 'It has no roof.')] },
    })
  })

  it('at one place have the first words in the text and the second ones set aside, for everybody to see', async () => {
    const start = await opened()
    await save({ body: [A, paragraph('b', 'It has no roof.')] }, start)
    const saved = await save({ body: [A, paragraph('b', 'It has half a roof.')] }, start, OTHER)
    expect(saved.manuscript.body).toEqual([A, paragraph('b', 'It has no roof.')])
    expect((await opened()).conflicts).toEqual([
      {
        id: 1,
        place: 'body:b',
        setAside: paragraph('b', 'It has half a roof.'),
        afterId: 'a',
        writtenBy: OTHER.name,
        writtenAt: NOW.getTime(),
      },
    ])
  })

  it('resolve a conflict once', async () => {
    const start = await opened()
    await save({ kicker: 'Trams' }, start)
    const [conflict] = (await save({ kicker: 'Rails' }, start, OTHER)).conflicts
    const settles = [conflict?.id ?? 0]
    await saveManuscript(db, { ...(await typing({ kicker: 'Rails' })), settles })
    expect(await opened()).toMatchObject({ conflicts: [], manuscript: { kicker: 'Rails' } })
    await saveManuscript(db, { ...(await typing({})), settles, by: OTHER })
    expect(await db.select().from(conflicts)).toMatchObject([{ settledBy: BY.name, settledAt: NOW }])
  })

  it('keep what a writing room has set aside itself', async () => {
    const setAside = [{ place: 'body:b', value: paragraph('b', 'It has half a roof.'), afterId: 'a' }]
    const sent = { ...(await typing({})), setAside }
    const saved = kept(await saveManuscript(db, sent))
    expect(saved).toMatchObject({ version: 2, conflicts: [{ place: 'body:b', writtenBy: BY.name }] })
    expect(kept(await saveManuscript(db, sent))).toEqual(saved)
  })
})

describe('a save that arrives', () => {
  it('twice counts once', async () => {
    const sent = await typing({ headline: 'Tram line closes' })
    const first = await saveManuscript(db, sent)
    expect(await saveManuscript(db, sent)).toEqual(first)
    expect(await reasons()).toEqual(['written', 'saved'])
  })

  it('again after a later save returns the present text', async () => {
    const sent = await typing({ headline: 'Tram line closes' })
    kept(await saveManuscript(db, sent))
    await save({ headline: 'Tram line closes for good' }, undefined, OTHER)
    const again = kept(await saveManuscript(db, sent))
    expect(again).toMatchObject({ version: 3, manuscript: { headline: 'Tram line closes for good' }, conflicts: [] })
  })

  it('again after another save had the same text has no effect', async () => {
    const start = await opened()
    const sent = await typing({ kicker: 'Trams' }, start)
    await save({ kicker: 'Trams' }, start, OTHER)
    kept(await saveManuscript(db, sent))
    await save({ kicker: 'Rails' }, undefined, OTHER)
    expect(kept(await saveManuscript(db, sent))).toMatchObject({ manuscript: { kicker: 'Rails' }, conflicts: [] })
  })

  it('late is merged with all that was saved since', async () => {
    const late = await typing({ body: [A, B, paragraph('c', 'It rains.')] })
    await save({ body: [paragraph('a', 'The line is open.'), B] })
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    await save({ kicker: 'Trams' })
    expect(kept(await saveManuscript(db, late))).toMatchObject({
      conflicts: [],
      manuscript: { kicker: 'Trams', body: [paragraph('a', 'The line is open.'), B, paragraph('c', 'It rains.')] },
    })
    expect((await read())?.body).toHaveLength(2)
  })

  it('from a version that is not stored starts from the newest older one', async () => {
    await save({ kicker: 'Trams' })
    const start = await opened()
    await save({ standfirst: 'From Monday.' })
    await db.delete(revisions).where(eq(revisions.version, 2))
    const saved = await save({ dateline: 'Port Linnet' }, start, OTHER)
    expect(saved).toMatchObject({
      conflicts: [],
      manuscript: { kicker: 'Trams', standfirst: 'From Monday.', dateline: 'Port Linnet' },
    })
  })

  it('from a version that the store has not reached overwrites nothing', async () => {
    const start = { ...(await opened()), version: 40 }
    const saved = await save({ headline: 'Tram line closes' }, start)
    expect(saved.manuscript.headline).toBe(DRAFT.headline)
    expect(saved.conflicts).toMatchObject([{ place: 'headline', setAside: 'Tram line closes' }])
  })

  it('again after a restart counts once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-manuscripts-'))
    const file = join(folder, 'store.sqlite')
    let store = openStore(file)
    await inTransaction(store, aPaper)
    id = await writeArticle(store, { draft: DRAFT, by: BY, now: hoursAgo(9) })
    const sent = await typing({ headline: 'Tram line closes' }, await opened(NOW, store))
    const first = await saveManuscript(store, sent)
    await closeStore(store)
    store = openStore(file)
    expect(await saveManuscript(store, sent)).toEqual(first)
    await closeStore(store)
    rmSync(folder, { recursive: true })
  })
})

describe('a working copy', () => {
  beforeEach(async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await save({ body: [A, paragraph('b', 'It has no roof.')], kicker: 'Trams' })
  })

  it('takes over a correction from the command line', async () => {
    await correct(db, {
      id,
      by: OTHER,
      now: NOW,
      note: 'The line opens on Tuesday.',
      change: { body: [paragraph('a', 'The line reopens on Tuesday.'), B] },
    })
    expect(await opened()).toMatchObject({
      hasUnpublishedChanges: true,
      conflicts: [],
      manuscript: {
        kicker: 'Trams',
        body: [paragraph('a', 'The line reopens on Tuesday.'), paragraph('b', 'It has no roof.')],
      },
    })
    expect((await read())?.kicker).toBe('')
    expect(await reasons()).toEqual(['written', 'published', 'saved', 'corrected', 'carried over'])
  })

  it('takes over a new headline and sets its own aside', async () => {
    await save({ headline: 'Tram line closes' })
    await rename(db, { id, headline: 'Line 4 is back', by: OTHER, now: NOW })
    expect(await opened()).toMatchObject({
      manuscript: { headline: 'Line 4 is back', kicker: 'Trams' },
      conflicts: [{ place: 'headline', setAside: 'Tram line closes', writtenBy: BY.name }],
    })
  })

  it('is the base of a save after a verb that did not change the text', async () => {
    const before = await opened()
    await withdrawAt(db, { id, at: hoursAhead(5), reason: '', by: OTHER, now: NOW })
    const change = { body: [A, paragraph('b', 'It has half a roof.')] }
    expect(await save(change, before)).toMatchObject({ manuscript: change, conflicts: [] })
    await withdrawAt(db, { id, at: hoursAhead(6), reason: '', by: OTHER, now: NOW })
    expect(await save({ body: [A, B] })).toMatchObject({ manuscript: { body: [A, B], kicker: 'Trams' }, conflicts: [] })
  })

  it('becomes the article’s own text when that is withdrawn', async () => {
    await withdraw(db, { id, reason: '', by: OTHER, now: NOW })
    expect(await row()).toMatchObject({ state: 'withdrawn', kicker: 'Trams' })
    expect(await opened()).toMatchObject({ hasUnpublishedChanges: false, manuscript: { kicker: 'Trams' } })
  })

  it('becomes the article’s own text at a save after its end', async () => {
    await withdrawAt(db, { id, at: new Date(NOW.getTime() + 1), reason: '', by: OTHER, now: NOW })
    const later = hoursAhead(1)
    const text = await opened(later)
    const sent = { ...(await typing({ standfirst: 'Over.' }, text)), now: later }
    expect(kept(await saveManuscript(db, sent))).toMatchObject({
      manuscript: { kicker: 'Trams', standfirst: 'Over.' },
      conflicts: [],
    })
    expect(await row()).toMatchObject({ state: 'withdrawn', kicker: 'Trams', standfirst: 'Over.' })
    expect(await db.select().from(workingCopies)).toEqual([])
  })
})

it('two writers in the working copy of a story that went public meanwhile start from that copy', async () => {
  await schedule(db, { id, at: hoursAgo(1), by: BY, now: hoursAgo(2) })
  const early = {
    ...(await typing({ kicker: 'Trams', body: [A, paragraph('b', 'It has no roof.')] })),
    now: hoursAgo(2),
  }
  kept(await saveManuscript(db, early))
  await applyDue(db, { now: NOW })
  const start = await opened()
  expect(start).toMatchObject({ state: 'published', hasUnpublishedChanges: true, manuscript: { kicker: 'Trams' } })
  await save({ standfirst: 'From Monday.' }, start, OTHER)
  const saved = await save({ body: [A, paragraph('b', 'It has half a roof.')] }, start)
  expect(saved).toMatchObject({
    conflicts: [],
    manuscript: { kicker: 'Trams', standfirst: 'From Monday.', body: [A, paragraph('b', 'It has half a roof.')] },
  })
})

it('the working copy of a scheduled story becomes its own text when it is a draft again', async () => {
  await schedule(db, { id, at: hoursAhead(1), by: BY, now: hoursAgo(2) })
  await save({ kicker: 'Trams', sectionId: null })
  await unschedule(db, { id, by: OTHER, now: NOW })
  expect(await row()).toMatchObject({ state: 'draft', kicker: 'Trams' })
  expect(await db.select().from(workingCopies)).toEqual([])
})
