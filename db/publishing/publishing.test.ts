import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { correct, update } from '@/db/publishing/changes'
import { publish, republish, schedule, unschedule, withdraw, withdrawAt } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { revisionOf, revisionsOf } from '@/db/revisions/revisions'
import { searchTeasers } from '@/db/search/search-teasers'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, corrections } from '@/db/store/schema'
import { aPaper, CITY, DREDGER, HARBOUR, hoursAgo, hoursAhead, MARA, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Mara Quill')
const BODY: Body = [{ type: 'paragraph', id: 'e1', text: [{ text: 'The crane lifted the last girder at noon.' }] }]

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await writeArticle(db, {
    draft: {
      headline: 'New crane lifts its first girder',
      body: BODY,
      sectionId: TRANSPORT,
      kind: 'news',
      language: 'en',
      topicIds: [HARBOUR],
      bylines: [{ authorId: MARA, name: null }],
      leadMediaId: DREDGER,
    },
    by: BY,
    now: hoursAgo(5),
  })
})

async function visibility(now = NOW) {
  const { value: answer } = await articlePage(db, { id, now })
  return answer?.visibility ?? null
}

async function row() {
  const [found] = await db.select().from(articles).where(eq(articles.id, id))
  if (!found) throw new Error('the story is gone')
  return found
}

async function staleBy(verb: () => Promise<unknown>): Promise<string[]> {
  const { seq } = await staleSince(db, 0)
  await verb()
  return (await staleSince(db, seq)).tags.toSorted()
}

async function reasons() {
  return (await revisionsOf(db, { articleId: id, limit: 20 })).map(({ reason }) => reason)
}

describe('publish', () => {
  it('makes a draft public at once, stores the version and reaches every list', async () => {
    const tags = await staleBy(() => publish(db, { id, by: withoutAccount('Desk'), now: NOW }))
    expect(await visibility()).toBe('public')
    expect(tags).toEqual(
      [
        ...['article:1', 'link:1', 'teaser:1', 'list:latest', 'list:news'],
        ...['list:section:1', 'list:section:2', 'list:topic:1', 'list:author:1'],
        ...['archive', 'archive:2026', 'archive:2026-11', 'archive:2026-11-23'],
      ].toSorted(),
    )
    const version = await revisionOf(db, { articleId: id, version: 2 })
    expect(version).toMatchObject({ savedBy: 'Desk', reason: 'published', savedAt: NOW })
    expect(version?.snapshot).toMatchObject({ state: 'published', publishedAt: NOW.getTime(), body: BODY })
  })

  it('leaves a public story as it is, with its date', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    const tags = await staleBy(() => publish(db, { id, by: BY, now: NOW }))
    expect(tags).toEqual([])
    expect((await row()).publishedAt).toEqual(hoursAgo(2))
    expect(await reasons()).toEqual(['published', 'written'])
  })

  it('leaves a scheduled story that is due as it is', async () => {
    await schedule(db, { id, at: hoursAgo(1), by: BY, now: hoursAgo(2) })
    await publish(db, { id, by: BY, now: NOW })
    expect((await row()).publishedAt).toEqual(hoursAgo(1))
  })

  it('refuses a story under embargo', async () => {
    await reviseArticle(db, {
      id,
      embargoUntil: hoursAhead(1),
      by: BY,
      now: hoursAgo(4),
      reason: 'revised',
    })
    const outcome = await publish(db, { id, by: BY, now: NOW })
    expect(outcome).toMatchObject({ problems: [{ field: 'embargoUntil' }] })
    expect(await visibility()).toBeNull()
  })

  it('refuses a story without headline or text', async () => {
    await reviseArticle(db, { id, change: { headline: ' ', body: [] }, by: BY, now: hoursAgo(4), reason: 'revised' })
    const outcome = await publish(db, { id, by: BY, now: NOW })
    expect(outcome).toMatchObject({ problems: [{ field: 'headline' }, { field: 'body' }] })
  })

  it('refuses a story without a section, or with an unfinished element, which it names', async () => {
    const body: Body = [...BODY, { type: 'related-news', id: 'e2', articles: [id] }]
    await reviseArticle(db, { id, change: { sectionId: null, body }, by: BY, now: hoursAgo(4), reason: 'revised' })
    expect(await publish(db, { id, by: BY, now: NOW })).toEqual({
      problems: [
        { field: 'sectionId', message: 'The story stands in no section. Choose one.' },
        {
          field: 'body',
          message: 'Related news needs two stories or more. Add one, or use Also read for a single story.',
        },
      ],
    })
  })

  it('refuses a withdrawn story', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(3) })
    await withdraw(db, { id, reason: '', by: BY, now: hoursAgo(2) })
    expect(await publish(db, { id, by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'state' }] })
  })

  it('throws for a story that does not exist', async () => {
    await expect(publish(db, { id: 999, by: BY, now: NOW })).rejects.toThrow('article 999 does not exist')
  })
})

describe('schedule', () => {
  it('makes a story public at its second and not before', async () => {
    await schedule(db, { id, at: hoursAhead(1), by: BY, now: NOW })
    expect(await visibility(new Date(hoursAhead(1).getTime() - 1))).toBeNull()
    expect(await visibility(hoursAhead(1))).toBe('public')
  })

  it('reaches the pages that now change at that instant, and not the page that does not exist yet', async () => {
    const tags = await staleBy(() => schedule(db, { id, at: hoursAhead(1), by: BY, now: NOW }))
    expect(tags).toContain('link:1')
    expect(tags).toContain('list:section:1')
    expect(tags).not.toContain('article:1')
  })

  it('to the same instant again does nothing', async () => {
    await schedule(db, { id, at: hoursAhead(1), by: BY, now: hoursAgo(1) })
    expect(await staleBy(() => schedule(db, { id, at: hoursAhead(1), by: BY, now: NOW }))).toEqual([])
    expect((await row()).version).toBe(2)
  })

  it.each([
    ['now', NOW],
    ['in the past', hoursAgo(1)],
  ])('refuses an instant that is %s', async (_when, at) => {
    expect(await schedule(db, { id, at, by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'publishedAt' }] })
  })

  it('refuses an instant before the embargo ends and takes the end itself', async () => {
    await reviseArticle(db, {
      id,
      embargoUntil: hoursAhead(2),
      by: BY,
      now: hoursAgo(4),
      reason: 'revised',
    })
    const early = await schedule(db, { id, at: hoursAhead(1), by: BY, now: NOW })
    expect(early).toMatchObject({ problems: [{ field: 'publishedAt' }] })
    expect(await schedule(db, { id, at: hoursAhead(2), by: BY, now: NOW })).toEqual({ version: 3 })
  })

  it('refuses a public story', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(1) })
    expect(await schedule(db, { id, at: hoursAhead(1), by: BY, now: NOW })).toMatchObject({
      problems: [{ field: 'state' }],
    })
  })
})

describe('unschedule', () => {
  it('makes a scheduled story a draft that never becomes public', async () => {
    await schedule(db, { id, at: hoursAhead(1), by: BY, now: hoursAgo(1) })
    const tags = await staleBy(() => unschedule(db, { id, by: BY, now: NOW }))
    expect(tags).toContain('list:latest')
    expect(await visibility(hoursAhead(2))).toBeNull()
  })

  it('comes too late for a story that is due', async () => {
    await schedule(db, { id, at: hoursAgo(1), by: BY, now: hoursAgo(2) })
    expect(await unschedule(db, { id, by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'state' }] })
  })

  it('leaves a draft as it is', async () => {
    expect(await unschedule(db, { id, by: BY, now: NOW })).toEqual({ version: 1 })
  })
})

describe('withdraw', () => {
  it('withdraws a story and gives readers the reason', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await withdraw(db, { id, reason: 'The crane was another one.', by: BY, now: hoursAgo(1) })
    const { value: answer } = await articlePage(db, { id, now: NOW })
    expect(answer).toEqual({
      visibility: 'withdrawn',
      withdrawal: { id, withdrawnAt: hoursAgo(1), reason: 'The crane was another one.' },
    })
  })

  it('a second time keeps the first instant', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(3) })
    await withdraw(db, { id, reason: 'Wrong.', by: BY, now: hoursAgo(2) })
    expect(await staleBy(() => withdraw(db, { id, reason: 'Wrong.', by: BY, now: hoursAgo(1) }))).toEqual([])
    await withdraw(db, { id, reason: 'Very wrong.', by: BY, now: NOW })
    expect(await row()).toMatchObject({ withdrawnAt: hoursAgo(2), withdrawalReason: 'Very wrong.' })
  })

  it('refuses a story that was never public', async () => {
    expect(await withdraw(db, { id, reason: '', by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'state' }] })
  })

  it('by time takes effect at its instant', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await withdrawAt(db, { id, at: hoursAhead(1), reason: 'The offer has ended.', by: BY, now: NOW })
    expect(await visibility(NOW)).toBe('public')
    expect(await visibility(hoursAhead(1))).toBe('withdrawn')
  })

  it('by time can be called off', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await withdrawAt(db, { id, at: hoursAhead(1), reason: 'Over.', by: BY, now: hoursAgo(1) })
    await withdrawAt(db, { id, at: null, reason: '', by: BY, now: NOW })
    expect(await visibility(hoursAhead(1))).toBe('public')
  })

  it('by time refuses an instant before the publication', async () => {
    await schedule(db, { id, at: hoursAhead(3), by: BY, now: hoursAgo(1) })
    const outcome = await withdrawAt(db, { id, at: hoursAhead(2), reason: '', by: BY, now: NOW })
    expect(outcome).toMatchObject({ problems: [{ field: 'withdrawnAt' }] })
  })
})

describe('republish', () => {
  it('makes a story public again with its first date', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(4) })
    await withdraw(db, { id, reason: 'Checking.', by: BY, now: hoursAgo(3) })
    await republish(db, { id, by: BY, now: NOW })
    expect(await visibility()).toBe('public')
    expect(await row()).toMatchObject({ publishedAt: hoursAgo(4), withdrawnAt: null, withdrawalReason: '' })
  })

  it('republishes a story that time has withdrawn', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(4) })
    await withdrawAt(db, { id, at: hoursAgo(1), reason: 'Over.', by: BY, now: hoursAgo(3) })
    await republish(db, { id, by: BY, now: NOW })
    expect(await visibility()).toBe('public')
  })

  it('with a newer story in its section changes the lists of earlier stories', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(4) })
    await withdraw(db, { id, reason: '', by: BY, now: hoursAgo(3) })
    const alone = await staleBy(() => republish(db, { id, by: BY, now: hoursAgo(3) }))
    expect(alone).not.toContain('earlier:section:2')
    await withdraw(db, { id, reason: '', by: BY, now: hoursAgo(3) })
    const newer = await writeArticle(db, {
      draft: { headline: 'Tram stops early', body: BODY, sectionId: TRANSPORT, kind: 'news', language: 'en' },
      by: BY,
      now: hoursAgo(2),
    })
    await publish(db, { id: newer, by: BY, now: hoursAgo(2) })
    expect(await staleBy(() => republish(db, { id, by: BY, now: NOW }))).toContain('earlier:section:2')
  })

  it('refuses a draft', async () => {
    expect(await republish(db, { id, by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'state' }] })
  })
})

describe('update', () => {
  it('changes the text and sets a new time of update', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await update(db, { id, change: { standfirst: 'Two more are waiting.' }, by: BY, now: NOW })
    expect(await row()).toMatchObject({
      standfirst: 'Two more are waiting.',
      publishedAt: hoursAgo(2),
      updatedAt: NOW,
    })
  })

  it('refuses a story that is not public', async () => {
    await schedule(db, { id, at: hoursAhead(1), by: BY, now: hoursAgo(1) })
    expect(await update(db, { id, change: { kicker: 'x' }, by: BY, now: NOW })).toMatchObject({
      problems: [{ field: 'state' }],
    })
  })

  it('refuses to leave a public story without text', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    expect(await update(db, { id, change: { body: [] }, by: BY, now: NOW })).toMatchObject({
      problems: [{ field: 'body' }],
    })
  })

  it('is refused after somebody else has saved', async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
    await update(db, {
      id,
      change: { kicker: 'Harbour' },
      basedOn: 2,
      by: withoutAccount('Tomas Reed'),
      now: hoursAgo(1),
    })
    const outcome = await update(db, { id, change: { kicker: 'Docks' }, basedOn: 2, by: BY, now: NOW })
    expect(outcome).toEqual({ conflict: { version: 3, savedBy: 'Tomas Reed', savedAt: hoursAgo(1) } })
    expect((await row()).kicker).toBe('Harbour')
  })
})

describe('correct', () => {
  const NOTE = 'An earlier version named the wrong quay.'

  beforeEach(async () => {
    await publish(db, { id, by: BY, now: hoursAgo(2) })
  })

  it('adds the note, changes the text, sets a new time of update and reaches the corrections', async () => {
    const tags = await staleBy(() =>
      correct(db, { id, note: ` ${NOTE} `, change: { kicker: 'Quays' }, by: BY, now: NOW }),
    )
    expect(tags).toEqual(['article:1', 'list:corrections', 'teaser:1'])
    const notes = await db.select().from(corrections).orderBy(asc(corrections.id))
    expect(notes).toMatchObject([{ articleId: id, note: NOTE, correctedAt: NOW }])
    expect(await row()).toMatchObject({ kicker: 'Quays', updatedAt: NOW })
    expect((await reasons())[0]).toBe('corrected')
  })

  it('makes one correction when sent twice', async () => {
    await correct(db, { id, note: NOTE, by: BY, now: hoursAgo(1) })
    expect(await correct(db, { id, note: NOTE, by: BY, now: NOW })).toEqual({ version: 3 })
    expect(await db.select().from(corrections)).toHaveLength(1)
    expect((await row()).updatedAt).toEqual(hoursAgo(1))
  })

  it('refuses an empty note, and a refused change leaves no note', async () => {
    expect(await correct(db, { id, note: ' ', by: BY, now: NOW })).toMatchObject({ problems: [{ field: 'note' }] })
    await correct(db, { id, note: NOTE, change: { headline: '' }, by: BY, now: NOW })
    expect(await db.select().from(corrections)).toEqual([])
  })

  it('a story renamed afterwards is renamed on the list of corrections', async () => {
    await correct(db, { id, note: NOTE, by: BY, now: hoursAgo(1) })
    expect(await staleBy(() => rename(db, { id, headline: 'Crane at work', by: BY, now: NOW }))).toContain(
      'list:corrections',
    )
  })
})

it('a save applies due transitions first', async () => {
  await schedule(db, { id, at: hoursAgo(1), by: BY, now: hoursAgo(2) })
  await reviseArticle(db, { id, change: { dateline: 'Quay 4' }, by: BY, now: NOW, reason: 'revised' })
  expect((await row()).state).toBe('published')
})

it('readers find a story by the words of its body and by its author as soon as it is public', async () => {
  const found = async (query: string) =>
    (await searchTeasers(db, { query, now: NOW, page: 1, perPage: 5 })).value.teasers.map((teaser) => teaser.id)
  expect(await found('girder noon')).toEqual([])
  await publish(db, { id, by: BY, now: NOW })
  expect(await found('girder noon')).toEqual([id])
  expect(await found('quill')).toEqual([id])
  await reviseArticle(db, {
    id,
    change: { body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'It rained.' }] }], sectionId: CITY },
    by: BY,
    now: NOW,
    reason: 'revised',
  })
  expect(await found('noon')).toEqual([])
})
