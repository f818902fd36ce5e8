import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { notesOf } from '@/db/comments/notes'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import type { VerbInput } from '@/db/editing/version-check'
import { readdress, writeArticle } from '@/db/editing/writing'
import { discardChanges, publishChanges } from '@/db/publishing/changes'
import { type Checked, deskChecks } from '@/db/publishing/checks'
import { publish, republish, schedule, setEmbargo, unschedule, withdraw, withdrawAt } from '@/db/publishing/publishing'
import { returnToWriter, submit } from '@/db/publishing/review'
import { conflicts, outbox, workingCopies } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, corrections, media, revisions } from '@/db/store/schema'
import { aPaper, BRIDGE, HARBOUR, hoursAgo, hoursAhead, MARA, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Mara Quill')
const BODY: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'The crane lifted the last girder at noon.' }] }]
const KEY = '7f1d7a0e-0000-4000-8000-00000000000'

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await writeArticle(db, {
    draft: {
      headline: 'New crane lifts its last girder',
      standfirst: 'The bridge is closed.',
      body: BODY,
      sectionId: TRANSPORT,
      kind: 'news',
      language: 'en',
      topicIds: [HARBOUR],
      bylines: [{ authorId: MARA, name: null }],
      leadMediaId: BRIDGE,
    },
    by: BY,
    now: hoursAgo(5),
  })
})

async function article(now = NOW) {
  return storedArticle(db, id, now)
}

async function act(now = NOW): Promise<VerbInput & Checked> {
  return { id, basedOn: (await article(now)).version, by: BY, now, checks: deskChecks() }
}

async function typed(change: Partial<Manuscript>, number = 1, now = hoursAgo(0.5)): Promise<number> {
  const { manuscript, version } = await storedArticle(db, id, now)
  const saved = await saveManuscript(db, {
    id,
    by: BY,
    now,
    key: `${KEY}${number}`,
    basedOn: version,
    manuscript: { ...manuscript, ...change },
  })
  if ('problems' in saved) throw new Error(saved.problems[0]?.message)
  return saved.version
}

async function lastRevision() {
  const all = await db.select().from(revisions).where(eq(revisions.articleId, id)).orderBy(asc(revisions.version))
  return all.at(-1)
}

async function copies() {
  return db.select().from(workingCopies)
}

const STATES = ['draft', 'in-review', 'scheduled', 'published', 'withdrawn', 'deleted'] as const
type State = (typeof STATES)[number]

async function inState(state: State): Promise<void> {
  const early = { id, by: BY, now: hoursAgo(4) }
  if (state === 'in-review') await submit(db, { ...early, basedOn: 1, words: '' })
  if (state === 'scheduled') await schedule(db, { ...early, at: hoursAhead(2) })
  if (state === 'published' || state === 'withdrawn') await publish(db, early)
  if (state === 'withdrawn') await withdraw(db, { ...early, reason: 'Checking.', now: hoursAgo(3) })
  if (state === 'deleted')
    await db
      .update(articles)
      .set({ deletedAt: hoursAgo(1) })
      .where(eq(articles.id, id))
}

type Verb = (deskAct: VerbInput & Checked) => Promise<object>

const VERBS = {
  submit: (does) => submit(db, { ...does, words: 'Ready.' }),
  return: (does) => returnToWriter(db, { ...does, words: 'Who said so?' }),
  publish: (does) => publish(db, does),
  schedule: (does) => schedule(db, { ...does, at: hoursAhead(1) }),
  unschedule: (does) => unschedule(db, does),
  embargo: (does) => setEmbargo(db, { ...does, until: hoursAhead(1) }),
  'publish changes': (does) => publishChanges(db, { ...does, as: 'fix', note: '' }),
  discard: (does) => discardChanges(db, does),
  readdress: (does) => readdress(db, { ...does, slug: 'crane' }),
  withdraw: (does) => withdraw(db, { ...does, reason: 'Wrong.' }),
  'withdraw at': (does) => withdrawAt(db, { ...does, at: hoursAhead(3), reason: '' }),
  republish: (does) => republish(db, does),
} satisfies Record<string, Verb>
type VerbName = keyof typeof VERBS

/** The state after the verb, 'no' where it is refused; in the order of STATES. */
const TABLE: [verb: VerbName, ...outcomes: (State | 'no')[]][] = [
  ['submit', 'in-review', 'in-review', 'no', 'no', 'no', 'no'],
  ['return', 'draft', 'draft', 'no', 'no', 'no', 'no'],
  ['publish', 'published', 'published', 'published', 'published', 'no', 'no'],
  ['schedule', 'scheduled', 'scheduled', 'scheduled', 'no', 'no', 'no'],
  ['unschedule', 'draft', 'in-review', 'draft', 'no', 'no', 'no'],
  ['embargo', 'draft', 'in-review', 'scheduled', 'no', 'no', 'no'],
  ['publish changes', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['discard', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['readdress', 'draft', 'in-review', 'scheduled', 'published', 'withdrawn', 'no'],
  ['withdraw', 'no', 'no', 'no', 'withdrawn', 'withdrawn', 'no'],
  ['withdraw at', 'no', 'no', 'scheduled', 'published', 'no', 'no'],
  ['republish', 'no', 'no', 'no', 'published', 'published', 'no'],
]

const CELLS = TABLE.flatMap(([verb, ...outcomes]) =>
  STATES.map((state, index) => ({ verb, state, outcome: outcomes[index] ?? 'no' })),
)

test('the table has a row for every verb', () => {
  expect(TABLE.map(([verb]) => verb)).toEqual(Object.keys(VERBS))
})

describe.each(CELLS)('$verb of a story that is $state: $outcome', ({ verb, state, outcome }) => {
  it('does that, and no more than once', async () => {
    await inState(state)
    const before = await article()
    const answer = await VERBS[verb](await act())
    const after = await article()
    if (outcome === 'no') {
      expect(answer).toHaveProperty('problems')
      expect(after).toEqual(before)
      return
    }
    expect(answer).toEqual({ version: after.version })
    expect(after.snapshot.state).toBe(outcome)
    expect(after.version - before.version).toBeLessThanOrEqual(1)
  })
})

describe.each(Object.keys(VERBS) as VerbName[])('%s', (verb) => {
  it('of a story that somebody has saved since does nothing and says who it was', async () => {
    await inState('published')
    const seen = (await article()).version
    await readdress(db, { id, basedOn: seen, slug: 'girder', by: withoutAccount('Tomas Reed'), now: hoursAgo(1) })
    const before = await article()
    const answer = await VERBS[verb]({ id, basedOn: seen, by: BY, now: NOW })
    expect(answer).toEqual({ conflict: { version: seen + 1, savedBy: 'Tomas Reed', savedAt: hoursAgo(1) } })
    expect(await article()).toEqual(before)
  })
})

describe('submit and return', () => {
  it('store the remark as a note and with the version', async () => {
    await submit(db, { ...(await act()), words: ' Two sources, both named. ' })
    await returnToWriter(db, { ...(await act()), words: 'Who said so?', by: withoutAccount('Tomas Reed') })
    expect(await notesOf(db, id)).toMatchObject([
      { kind: 'hand-over', words: 'Two sources, both named.', writtenBy: BY.name },
      { kind: 'hand-over', words: 'Who said so?', writtenBy: 'Tomas Reed' },
    ])
    expect(await lastRevision()).toMatchObject({ reason: 'returned', remark: 'Who said so?', savedBy: 'Tomas Reed' })
  })

  it('without words leave no note', async () => {
    await submit(db, { ...(await act()), words: ' ' })
    expect(await notesOf(db, id)).toEqual([])
  })
})

describe('publish', () => {
  it('is refused while the checklist has blockers', async () => {
    await typed({ bylines: [], body: [...BODY, { type: 'image', id: 'e2', media: BRIDGE }] })
    await db.update(media).set({ alt: '' }).where(eq(media.id, BRIDGE))
    expect(await publish(db, await act())).toEqual({
      problems: [
        { field: 'bylines', message: 'Nobody is named as the author. Add a byline.' },
        { field: 'leadMediaId', message: 'The lead image has no alt text. Describe what it shows.' },
        { field: 'body', message: 'A picture has no alt text. Describe what it shows.' },
      ],
    })
  })

  it('refuses a story with an open conflict', async () => {
    await db.insert(conflicts).values({
      articleId: id,
      place: 'headline',
      setAside: 'Crane',
      afterId: null,
      writtenBy: 'Tomas Reed',
      writtenAt: hoursAgo(1),
    })
    expect(await publish(db, await act())).toMatchObject({ problems: [{ field: 'headline' }] })
  })

  it('of a scheduled story publishes its unpublished changes', async () => {
    await inState('scheduled')
    await typed({ kicker: 'Harbour', slug: 'another-address' })
    await publish(db, await act())
    expect((await article()).snapshot).toMatchObject({
      state: 'published',
      kicker: 'Harbour',
      slug: 'new-crane-lifts-its-last-girder',
      publishedAt: NOW.getTime(),
    })
    expect(await copies()).toEqual([])
  })

  it('of a public story publishes nothing', async () => {
    await inState('published')
    await typed({ kicker: 'Harbour' })
    await publish(db, await act())
    expect((await article()).snapshot.kicker).toBe('')
    expect(await copies()).toHaveLength(1)
  })

  it('without the version that an editor saw leaves unpublished changes unpublished', async () => {
    await inState('scheduled')
    await typed({ kicker: 'Harbour' })
    await publish(db, { id, by: BY, now: NOW })
    expect((await article()).snapshot).toMatchObject({ state: 'published', kicker: '' })
    expect((await article()).manuscript.kicker).toBe('Harbour')
  })

  it('refuses a deleted draft also without the version that an editor saw', async () => {
    await inState('deleted')
    expect(await publish(db, { id, by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'state' }] })
    expect((await article()).snapshot.state).toBe('draft')
  })

  it('refuses a story under embargo', async () => {
    await setEmbargo(db, { ...(await act()), until: hoursAhead(1) })
    expect(await publish(db, await act())).toMatchObject({ problems: [{ field: 'embargoUntil' }] })
    const early = await schedule(db, { ...(await act()), at: new Date(hoursAhead(1).getTime() - 1) })
    expect(early).toMatchObject({ problems: [{ field: 'publishedAt' }] })
    expect(await schedule(db, { ...(await act()), at: hoursAhead(1) })).toHaveProperty('version')
  })
})

describe('schedule', () => {
  it('refuses a block whose target is due later, and takes the instant of the target', async () => {
    const target = await writeArticle(db, {
      draft: { headline: 'Ferry timetable', body: BODY, sectionId: TRANSPORT, kind: 'news', language: 'en' },
      by: BY,
      now: hoursAgo(5),
    })
    await schedule(db, { id: target, at: hoursAhead(2), by: BY, now: hoursAgo(4) })
    await typed({ body: [...BODY, { type: 'also-read', id: 'e2', target: { kind: 'article', article: target } }] })
    expect(await schedule(db, { ...(await act()), at: hoursAhead(1) })).toMatchObject({
      problems: [{ field: 'body', message: expect.stringContaining('“Ferry timetable” is scheduled for later') }],
    })
    expect(await schedule(db, { ...(await act()), at: hoursAhead(2) })).toHaveProperty('version')
  })

  it('to another instant leaves unpublished changes unpublished', async () => {
    await inState('scheduled')
    await typed({ kicker: 'Harbour' })
    await schedule(db, { ...(await act()), at: hoursAhead(1) })
    expect((await article()).snapshot).toMatchObject({ kicker: '', publishedAt: hoursAhead(1).getTime() })
    expect((await storedArticle(db, id, NOW)).manuscript.kicker).toBe('Harbour')
  })
})

it('unscheduling takes unpublished changes into the draft', async () => {
  await inState('scheduled')
  await typed({ kicker: 'Harbour' })
  await unschedule(db, await act())
  expect((await article()).snapshot).toMatchObject({ state: 'draft', kicker: 'Harbour', publishedAt: null })
  expect(await copies()).toEqual([])
})

describe('an embargo', () => {
  it('ends when it is removed', async () => {
    await setEmbargo(db, { ...(await act()), until: hoursAhead(1) })
    await setEmbargo(db, { ...(await act()), until: null })
    expect((await article()).embargoUntil).toBeNull()
    expect(await publish(db, await act())).toHaveProperty('version')
  })

  it('that has ended already is refused', async () => {
    expect(await setEmbargo(db, { ...(await act()), until: NOW })).toMatchObject({
      problems: [{ field: 'embargoUntil' }],
    })
  })

  it('that ends later than the story is due is refused', async () => {
    await inState('scheduled')
    const late = await setEmbargo(db, { ...(await act()), until: hoursAhead(3) })
    expect(late).toMatchObject({ problems: [{ field: 'embargoUntil' }] })
  })
})

describe('publishing changes', () => {
  beforeEach(async () => {
    await inState('published')
    await typed({ kicker: 'Harbour', headline: 'Crane lifts last girder' })
  })

  it('as a fix changes no instant and leaves the address', async () => {
    await publishChanges(db, { ...(await act()), as: 'fix', note: '' })
    expect((await article()).snapshot).toMatchObject({
      kicker: 'Harbour',
      headline: 'Crane lifts last girder',
      updatedAt: null,
      slug: 'new-crane-lifts-its-last-girder',
    })
    expect(await copies()).toEqual([])
    expect(await lastRevision()).toMatchObject({ reason: 'fixed', aside: false })
  })

  it('as an update sets a new time of update', async () => {
    await publishChanges(db, { ...(await act()), as: 'update', note: '' })
    expect((await article()).snapshot).toMatchObject({ kicker: 'Harbour', updatedAt: NOW.getTime() })
    expect(await copies()).toEqual([])
  })

  it('as a correction adds the note that readers see', async () => {
    await publishChanges(db, { ...(await act()), as: 'correction', note: ' It was the other quay. ' })
    expect((await article()).snapshot).toMatchObject({ kicker: 'Harbour', updatedAt: NOW.getTime() })
    expect(await db.select().from(corrections)).toMatchObject([{ note: 'It was the other quay.', correctedAt: NOW }])
    expect(await lastRevision()).toMatchObject({ reason: 'corrected', remark: 'It was the other quay.' })
  })

  it('as a correction without a note does nothing', async () => {
    const answer = await publishChanges(db, { ...(await act()), as: 'correction', note: ' ' })
    expect(answer).toMatchObject({ problems: [{ field: 'note' }] })
    expect(await copies()).toHaveLength(1)
  })

  it('as a correction with an existing note loses no change', async () => {
    await publishChanges(db, { ...(await act()), as: 'correction', note: 'It was the other quay.' })
    await typed({ kicker: 'Quays' }, 2)
    const again = await publishChanges(db, { ...(await act()), as: 'correction', note: 'It was the other quay.' })
    expect(again).toMatchObject({ problems: [{ field: 'note' }] })
    expect((await storedArticle(db, id, NOW)).manuscript.kicker).toBe('Quays')
  })

  it('is refused while the checklist has blockers', async () => {
    await typed({ body: [] }, 2)
    expect(await publishChanges(db, { ...(await act()), as: 'fix', note: '' })).toMatchObject({
      problems: [{ field: 'body' }],
    })
  })

  it('does nothing when somebody has typed more since', async () => {
    const seen = (await article()).version
    await typed({ dateline: 'Quay 4' }, 2)
    expect(await publishChanges(db, { ...(await act()), basedOn: seen, as: 'fix', note: '' })).toHaveProperty(
      'conflict',
    )
    expect((await article()).snapshot.kicker).toBe('')
  })
})

it('a correction may be nothing but the note', async () => {
  await inState('published')
  await publishChanges(db, { ...(await act()), as: 'correction', note: 'It was the other quay.' })
  expect(await db.select().from(corrections)).toHaveLength(1)
})

it('changes of a scheduled story become its own text as a fix only', async () => {
  await inState('scheduled')
  await typed({ kicker: 'Harbour' })
  expect(await publishChanges(db, { ...(await act()), as: 'update', note: '' })).toMatchObject({
    problems: [{ field: 'state' }],
  })
  await publishChanges(db, { ...(await act()), as: 'fix', note: '' })
  expect((await article()).snapshot).toMatchObject({ state: 'scheduled', kicker: 'Harbour' })
})

it('discarded changes leave the text and stay in the history', async () => {
  await inState('published')
  const version = await typed({ kicker: 'Harbour' })
  await discardChanges(db, await act())
  expect((await storedArticle(db, id, NOW)).manuscript.kicker).toBe('')
  expect(await lastRevision()).toMatchObject({ version: version + 1, reason: 'changes discarded' })
  const [kept] = await db.select().from(revisions).where(eq(revisions.version, version))
  expect(kept).toMatchObject({ aside: true, snapshot: { kicker: 'Harbour' } })
})

it('a withdrawn story takes over unpublished changes, and republishing publishes them', async () => {
  await inState('published')
  await typed({ kicker: 'Harbour' })
  await withdraw(db, { ...(await act()), reason: ' Checking. ' })
  expect((await article()).snapshot).toMatchObject({ withdrawalReason: 'Checking.' })
  expect(await lastRevision()).toMatchObject({ reason: 'withdrawn', remark: 'Checking.' })
  expect(await copies()).toEqual([])
  await typed({ dateline: 'Quay 4' }, 2)
  await republish(db, await act())
  expect((await article()).snapshot).toMatchObject({ state: 'published', kicker: 'Harbour', dateline: 'Quay 4' })
})

it('a story withdrawn by time takes over unpublished changes when it is republished', async () => {
  await inState('published')
  await withdrawAt(db, { ...(await act(hoursAgo(2))), at: hoursAgo(0.2), reason: '' })
  await typed({ kicker: 'Harbour' })
  await republish(db, await act())
  expect((await article()).snapshot).toMatchObject({ state: 'published', kicker: 'Harbour', withdrawnAt: null })
  expect(await copies()).toEqual([])
})

it('an address needs words', async () => {
  expect(await readdress(db, { ...(await act()), slug: '' })).toMatchObject({ problems: [{ field: 'slug' }] })
})

describe('the outbox gets events', () => {
  const EVENTS: [string, State, (does: VerbInput & Checked) => Promise<object>, string[]][] = [
    ['of a publication', 'draft', (does) => publish(db, does), ['published']],
    ['of a republication', 'withdrawn', (does) => republish(db, does), ['published', 'withdrawn', 'published']],
    ['of a new address', 'published', (does) => readdress(db, { ...does, slug: 'crane' }), ['published', 'changed']],
    [
      'of a correction',
      'published',
      (does) => publishChanges(db, { ...does, as: 'correction', note: 'Other quay.' }),
      ['published', 'corrected'],
    ],
    ['of a withdrawal', 'published', (does) => withdraw(db, { ...does, reason: '' }), ['published', 'withdrawn']],
    ['of nothing when an end is set', 'published', (does) => VERBS['withdraw at'](does), ['published']],
    ['of nothing before a story is due', 'draft', (does) => VERBS.schedule(does), []],
    ['of nothing that only the desk sees', 'draft', (does) => VERBS.submit(does), []],
  ]

  it.each(EVENTS)('%s', async (_what, state, verb, events) => {
    await inState(state)
    await verb(await act())
    const rows = await db.select().from(outbox).orderBy(asc(outbox.id))
    expect(rows.map(({ event }) => event)).toEqual(events)
    const { version } = await article()
    if (events.length > 1) expect(rows.at(-1)).toMatchObject({ key: `${id}:${version}`, happenedAt: NOW })
  })

  it('not while changes are unpublished', async () => {
    await inState('published')
    await typed({ kicker: 'Harbour' })
    expect(await db.select().from(outbox)).toHaveLength(1)
  })
})
