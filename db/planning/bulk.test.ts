import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { startArticle } from '@/db/editing/manuscripts'
import { reviseArticle } from '@/db/editing/writing'
import { actInBulk } from '@/db/planning/bulk'
import { planOf } from '@/db/planning/plans'
import { auditLog } from '@/db/store/audit-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, articleTopics } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, ELECTIONS, HARBOUR, NOW, WORLD } from '@/db/testing/fixtures'
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
