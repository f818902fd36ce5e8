import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { lateness, scheduleHealth, scheduleTrouble } from '@/db/editing/lateness'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { applyDue, nextDue } from '@/db/publishing/due'
import { schedule, withdrawAt } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { lateRuns, outbox, workingCopies } from '@/db/store/desk-schema'
import { staleSince } from '@/db/store/invalidation'
import {
  closeStore,
  inTransaction,
  type MemoryStore,
  openMemoryStore,
  openStore,
  type Reader,
  storeFile,
  type Writer,
} from '@/db/store/open'
import { articles, revisions } from '@/db/store/schema'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Mara Quill')
const BODY: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'Ferries run again from six.' }] }]

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const seconds = (count: number) => new Date(NOW.getTime() + count * 1000)

/** Due at NOW by default. */
async function aScheduled(store: Writer, { at = NOW, end }: { at?: Date; end?: Date } = {}): Promise<number> {
  const draft = {
    headline: 'Ferries run again',
    body: BODY,
    sectionId: TRANSPORT,
    kind: 'news' as const,
    language: 'en',
  }
  const id = await writeArticle(store, { draft, by: BY, now: hoursAgo(5) })
  await schedule(store, { id, at, by: BY, now: hoursAgo(4) })
  if (end) await withdrawAt(store, { id, at: end, reason: 'Over.', by: BY, now: hoursAgo(4) })
  return id
}

async function history(id: number, store: Reader = db) {
  const rows = await store.select().from(revisions).where(eq(revisions.articleId, id)).orderBy(asc(revisions.version))
  return rows.map(({ reason, remark }) => (remark ? `${reason} ${remark}` : reason))
}

async function events(store: Reader = db) {
  const rows = await store.select().from(outbox).orderBy(asc(outbox.id))
  return rows.map(({ key, event }) => `${event} ${key}`)
}

async function row(id: number) {
  const [found] = await db.select().from(articles).where(eq(articles.id, id))
  if (!found) throw new Error('the story is gone')
  return found
}

describe('applyDue', () => {
  it('applies a publication at its instant and not before', async () => {
    const id = await aScheduled(db)
    expect(await applyDue(db, { now: seconds(-0.001) })).toBe(0)
    expect((await row(id)).state).toBe('scheduled')
    expect(await applyDue(db, { now: NOW })).toBe(1)
    expect(await row(id)).toMatchObject({ state: 'published', version: 3, publishedAt: NOW })
    expect(await history(id)).toEqual(['written', 'scheduled', 'published on schedule'])
    expect(await events()).toEqual([`published ${id}:3`])
  })

  it('applies an end at its instant', async () => {
    const id = await aScheduled(db, { end: hoursAhead(1) })
    await applyDue(db, { now: NOW })
    expect((await row(id)).state).toBe('published')
    await applyDue(db, { now: hoursAhead(1) })
    expect(await row(id)).toMatchObject({ state: 'withdrawn', withdrawnAt: hoursAhead(1), withdrawalReason: 'Over.' })
    expect(await events()).toEqual([`published ${id}:4`, `withdrawn ${id}:5`])
  })

  it('applies both when both have passed, in order', async () => {
    const id = await aScheduled(db, { at: hoursAgo(2), end: hoursAgo(1) })
    await applyDue(db, { now: NOW })
    expect((await row(id)).state).toBe('withdrawn')
    expect((await history(id)).slice(-2)).toEqual(['published on schedule', 'withdrawn on schedule'])
    const events = await db.select().from(outbox).orderBy(asc(outbox.id))
    expect(events).toMatchObject([
      { event: 'published', happenedAt: hoursAgo(2) },
      { event: 'withdrawn', happenedAt: hoursAgo(1) },
    ])
  })

  it('does nothing the second time', async () => {
    const id = await aScheduled(db)
    await applyDue(db, { now: NOW })
    expect(await applyDue(db, { now: seconds(1) })).toBe(0)
    expect(await history(id)).toHaveLength(3)
    expect(await events()).toHaveLength(1)
  })

  it('makes no page stale, and readers see no change', async () => {
    const id = await aScheduled(db, { end: hoursAhead(1) })
    for (const now of [NOW, hoursAhead(1)]) {
      const { seq } = await staleSince(db, 0)
      const before = await articlePage(db, { id, now })
      await applyDue(db, { now })
      expect(await articlePage(db, { id, now })).toEqual(before)
      expect((await staleSince(db, seq)).tags).toEqual([])
    }
  })

  it('leaves unpublished changes unpublished', async () => {
    const id = await aScheduled(db)
    const { manuscript, version } = await storedArticle(db, id, hoursAgo(1))
    await saveManuscript(db, {
      id,
      by: BY,
      now: hoursAgo(1),
      key: '7f1d7a0e-0000-4000-8000-000000000001',
      basedOn: version,
      manuscript: { ...manuscript, kicker: 'Harbour' },
    })
    await applyDue(db, { now: NOW })
    expect(await db.select().from(workingCopies)).toMatchObject([{ articleId: id, manuscript: { kicker: 'Harbour' } }])
    expect((await row(id)).kicker).toBe('')
  })

  it('applies many in batches, until nothing is due', async () => {
    for (let count = 0; count < 25; count++) await aScheduled(db)
    expect(await applyDue(db, { now: NOW })).toBe(20)
    expect(await applyDue(db, { now: NOW })).toBe(5)
    expect(await applyDue(db, { now: NOW })).toBe(0)
    expect(new Set(await events()).size).toBe(25)
  })
})

describe('with the clock moved', () => {
  it('forward, the transitions in between are applied once', async () => {
    const id = await aScheduled(db, { at: hoursAhead(3) })
    await applyDue(db, { now: hoursAhead(30) })
    expect(await history(id)).toEqual(['written', 'scheduled', 'published on schedule'])
  })

  it('back, a published story is not public until its instant, and is not applied again', async () => {
    const id = await aScheduled(db, { at: hoursAhead(3) })
    await applyDue(db, { now: hoursAhead(4) })
    const page = async (now: Date) => (await articlePage(db, { id, now })).value?.visibility ?? null
    expect(await page(NOW)).toBeNull()
    expect(await applyDue(db, { now: NOW })).toBe(0)
    expect(await page(hoursAhead(3))).toBe('public')
    expect(await applyDue(db, { now: hoursAhead(3) })).toBe(0)
    expect(await events()).toHaveLength(1)
  })
})

it('a change after the instant and before applyDue loses neither', async () => {
  const id = await aScheduled(db)
  await reviseArticle(db, { id, change: { kicker: 'Harbour' }, by: BY, now: seconds(1), reason: 'revised' })
  expect(await history(id)).toEqual(['written', 'scheduled', 'published on schedule', 'revised'])
  expect(await events()).toEqual([`published ${id}:3`, `changed ${id}:4`])
  expect(await applyDue(db, { now: seconds(2) })).toBe(0)
})

it('two processes that find the same story due apply it once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-due-'))
  const stores = [openStore(storeFile(dataDir)), openStore(storeFile(dataDir))] as const
  try {
    await inTransaction(stores[0], aPaper)
    const id = await aScheduled(stores[0])
    await Promise.all(stores.map((store) => applyDue(store, { now: NOW })))
    expect(await history(id, stores[0])).toEqual(['written', 'scheduled', 'published on schedule'])
    expect(await events(stores[1])).toEqual([`published ${id}:3`])
  } finally {
    for (const store of stores) await closeStore(store)
    rmSync(dataDir, { recursive: true })
  }
})

test('the next instant is the first future publication or end', async () => {
  expect(await nextDue(db, { now: NOW })).toBeNull()
  await aScheduled(db, { at: hoursAhead(3) })
  expect(await nextDue(db, { now: NOW })).toEqual(hoursAhead(3))
  await aStory(db, { headline: 'Offer of the week', withdrawnAt: hoursAhead(2) })
  await aStory(db, { headline: 'Old news', publishedAt: hoursAgo(9), state: 'withdrawn', withdrawnAt: hoursAhead(1) })
  expect(await nextDue(db, { now: NOW })).toEqual(hoursAhead(2))
  expect(await nextDue(db, { now: hoursAhead(2) })).toEqual(hoursAhead(3))
})

test('the history tells the minute that the list tells, however late the row follows', async () => {
  const id = await aScheduled(db)
  await applyDue(db, { now: seconds(400) })
  const { publishedAt, savedAt, version } = await row(id)
  const made = await db.select().from(revisions).where(eq(revisions.articleId, id))
  const published = made.find((revision) => revision.version === version)
  expect(published).toMatchObject({ reason: 'published', savedAt: publishedAt })
  expect(savedAt).toEqual(publishedAt)
})

describe('lateness', () => {
  it('of a run within five seconds is not stored', async () => {
    const id = await aScheduled(db)
    await applyDue(db, { now: seconds(5) })
    expect(await db.select().from(lateRuns)).toEqual([])
    expect(await lateness(db, { ids: [id], now: seconds(6) })).toEqual(new Map())
    expect(await scheduleTrouble(db, { now: seconds(6) })).toBeNull()
  })

  it('of a later run is stored and shown for a day', async () => {
    const id = await aScheduled(db)
    await applyDue(db, { now: seconds(42) })
    const expected = new Map([[id, { event: 'published', seconds: 42 }]])
    expect(await lateness(db, { ids: [id], now: hoursAhead(24) })).toEqual(expected)
    expect(await scheduleTrouble(db, { now: NOW })).toEqual({ overdue: 0, lagSeconds: 0, lateLastDay: 1 })
    expect(await lateness(db, { ids: [id], now: hoursAhead(25) })).toEqual(new Map())
    expect(await scheduleTrouble(db, { now: hoursAhead(25) })).toBeNull()
  })

  it('of a transition that is not applied grows with time', async () => {
    const id = await aScheduled(db)
    expect(await scheduleHealth(db, { now: seconds(3) })).toEqual({ overdue: 1, lagSeconds: 3, lateLastDay: 0 })
    expect(await scheduleTrouble(db, { now: seconds(5) })).toBeNull()
    expect(await scheduleTrouble(db, { now: seconds(60) })).toEqual({ overdue: 1, lagSeconds: 60, lateLastDay: 0 })
    expect(await lateness(db, { ids: [id], now: seconds(60) })).toEqual(
      new Map([[id, { event: 'published', seconds: 60 }]]),
    )
  })

  it('of an end counts like that of a publication', async () => {
    const id = await aStory(db, { headline: 'Offer of the week', withdrawnAt: NOW })
    expect(await scheduleHealth(db, { now: seconds(30) })).toEqual({ overdue: 1, lagSeconds: 30, lateLastDay: 0 })
    expect(await lateness(db, { ids: [id], now: seconds(30) })).toEqual(
      new Map([[id, { event: 'withdrawn', seconds: 30 }]]),
    )
  })
})
