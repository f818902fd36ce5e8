import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { startArticle } from '@/db/editing/manuscripts'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { actInBulk } from '@/db/planning/bulk'
import { planOf } from '@/db/planning/plans'
import { setEmbargo } from '@/db/publishing/publishing'
import { auditLog } from '@/db/store/audit-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, articleTopics } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, CITY, ELECTIONS, HARBOUR, hoursAhead, MARA, NOW, WORLD } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import type { BulkAction } from '@/lib/desk/bulk/bulk-action'

let db: MemoryStore
let ada: Editor
let ole: Editor
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada', email: 'ada@observer.example', role: 'editor' }
  ole = { id: await aUser(db, 'Ole', 'contributor'), name: 'Ole', email: 'ole@observer.example', role: 'contributor' }
})

async function aDraft(headline: string, owner = ole) {
  const id = await startArticle(db, { owner, now: NOW })
  await reviseArticle(db, { id, change: { headline }, by: owner, now: NOW, reason: 'saved' })
  return { id, version: 2 }
}

async function versionOf(id: number) {
  const [row] = await db.select().from(articles).where(eq(articles.id, id))
  return row?.version ?? 0
}

const act = (action: BulkAction, stories: { id: number; version: number }[], editor = ada) =>
  actInBulk(db, { action, stories, editor, now: NOW })

it('each story is done by itself, and one that somebody saved meanwhile is told apart', async () => {
  const [fog, rain] = [await aDraft('Fog'), await aDraft('Rain')]
  await reviseArticle(db, { id: rain.id, change: { kicker: 'Weather' }, by: ole, now: NOW, reason: 'saved' })
  const results = await act({ kind: 'submit', words: '' }, [fog, rain, { id: 999, version: 1 }])
  expect(results).toEqual([
    { id: fog.id, headline: 'Fog', isDone: true, message: '' },
    { id: rain.id, headline: 'Rain', isDone: false, message: 'Ole saved it meanwhile. Look at it, then try again.' },
    { id: 999, headline: '', isDone: false, message: 'There is no such story any more.' },
  ])
})

it('stories are given to somebody, filed in a section, and given and relieved of a topic', async () => {
  const fog = await aDraft('Fog', ada)
  await act({ kind: 'assign', assigneeId: ole.id }, [fog])
  expect((await planOf(db, fog.id)).assignee?.name).toBe('Ole')
  const [entry] = await db.select().from(auditLog).where(eq(auditLog.action, 'story planned'))
  expect(entry).toMatchObject({ thingId: String(fog.id), thingName: 'Fog', detail: 'assignee: none to Ole' })
  const topicsOf = async () => (await db.select().from(articleTopics)).map(({ topicId }) => topicId)
  await act({ kind: 'section', sectionId: WORLD }, [fog])
  await act({ kind: 'add-topic', topicId: HARBOUR }, [{ ...fog, version: await versionOf(fog.id) }])
  await act({ kind: 'add-topic', topicId: ELECTIONS }, [{ ...fog, version: await versionOf(fog.id) }])
  await act({ kind: 'remove-topic', topicId: HARBOUR }, [{ ...fog, version: await versionOf(fog.id) }])
  expect(await topicsOf()).toEqual([ELECTIONS])
  const [row] = await db.select().from(articles).where(eq(articles.id, fog.id))
  expect(row?.sectionId).toBe(WORLD)
  const again = { ...fog, version: await versionOf(fog.id) }
  expect(await act({ kind: 'section', sectionId: 99 }, [again])).toMatchObject([{ isDone: false }])
})

it('stories are withdrawn with a reason, deleted and recovered', async () => {
  const fog = await aDraft('Fog')
  const out = { id: await aStory(db, { headline: 'Out' }), version: 1 }
  expect(await act({ kind: 'withdraw', reason: 'Not true' }, [out, fog])).toMatchObject([
    { isDone: true },
    { isDone: false, message: 'This story has not been public, so there is nothing to withdraw.' },
  ])
  expect(await act({ kind: 'delete' }, [out, fog])).toMatchObject([{ isDone: false }, { isDone: true }])
  expect(await act({ kind: 'recover' }, [fog])).toMatchObject([{ isDone: true }])
})

it('a contributor does to own stories what the role allows, and learns nothing of others', async () => {
  const [own, other] = [await aDraft('Fog'), await aDraft('Secret', ada)]
  expect(await act({ kind: 'assign', assigneeId: ole.id }, [own], ole)).toMatchObject([
    { isDone: false, message: 'Your role does not allow this.' },
  ])
  expect(await act({ kind: 'submit', words: '' }, [own, other], ole)).toEqual([
    { id: own.id, headline: 'Fog', isDone: true, message: '' },
    { id: other.id, headline: '', isDone: false, message: 'There is no such story any more.' },
  ])
})

/** A draft with everything that the checklist asks for. */
async function aReadyDraft(headline: string) {
  const draft = {
    headline,
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
    body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'The quay is dry.' }] }],
    bylines: [{ authorId: MARA, name: null }],
  }
  return { id: await writeArticle(db, { draft, by: ada, now: NOW }), version: 1 }
}

async function stateOf(id: number) {
  const [row] = await db.select().from(articles).where(eq(articles.id, id))
  return row?.state
}

it('stories that are ready are published in one act; of the others each says what it lacks', async () => {
  const [fog, rain] = [await aReadyDraft('Fog'), await aReadyDraft('Rain')]
  const [bare, out] = [await aDraft('Snow'), { id: await aStory(db, { headline: 'Out' }), version: 1 }]
  const held = await aReadyDraft('Held')
  await setEmbargo(db, { id: held.id, until: hoursAhead(2), by: ada, now: NOW })
  held.version = await versionOf(held.id)
  const results = await act({ kind: 'publish' }, [fog, bare, out, held, rain])
  expect(results).toEqual([
    { id: fog.id, headline: 'Fog', isDone: true, message: '' },
    { id: bare.id, headline: 'Snow', isDone: false, message: expect.stringContaining('The story has no text yet.') },
    { id: out.id, headline: 'Out', isDone: false, message: 'This story is public already.' },
    { id: held.id, headline: 'Held', isDone: false, message: expect.stringContaining('embargo') },
    { id: rain.id, headline: 'Rain', isDone: true, message: '' },
  ])
  expect([await stateOf(fog.id), await stateOf(rain.id), await stateOf(bare.id)]).toEqual([
    ...['published', 'published', 'draft'],
  ])
})

it('stories that are ready are scheduled for one instant, which has to come still', async () => {
  const [fog, bare] = [await aReadyDraft('Fog'), await aDraft('Snow')]
  const at = hoursAhead(3)
  expect(await act({ kind: 'schedule', at }, [fog, bare])).toMatchObject([{ isDone: true }, { isDone: false }])
  const [row] = await db.select().from(articles).where(eq(articles.id, fog.id))
  expect([row?.state, row?.publishedAt]).toEqual(['scheduled', at])
  const rain = await aReadyDraft('Rain')
  expect(await act({ kind: 'schedule', at: NOW }, [rain])).toMatchObject([
    { isDone: false, message: expect.stringContaining('still to come') },
  ])
})

it('a contributor publishes and schedules nothing, ready or not', async () => {
  const own = await aDraft('Fog')
  for (const action of [{ kind: 'publish' as const }, { kind: 'schedule' as const, at: hoursAhead(1) }]) {
    expect(await act(action, [own], ole)).toMatchObject([{ isDone: false, message: 'Your role does not allow this.' }])
  }
  expect(await stateOf(own.id)).toBe('draft')
})
