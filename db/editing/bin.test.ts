import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { emptiedBins, emptyBin, undoEmptying } from '@/db/editing/bin'
import { deleteDraft, purgeDeletedDrafts, recoverDraft } from '@/db/editing/delete-draft'
import { startArticle } from '@/db/editing/manuscripts'
import { articleOwnership } from '@/db/editing/ownership'
import { auditLog } from '@/db/store/audit-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'

let db: MemoryStore
let ada: Editor
let ole: Editor
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada', email: 'ada@observer.example', role: 'editor' }
  ole = { id: await aUser(db, 'Ole', 'contributor'), name: 'Ole', email: 'ole@observer.example', role: 'contributor' }
})

async function aDeletedDraft(owner: Editor, deletedAt = hoursAgo(1)) {
  const id = await startArticle(db, { owner, now: hoursAgo(5) })
  await deleteDraft(db, { id, by: owner, now: deletedAt })
  return id
}

const empty = (editor: Editor, until = NOW) => emptyBin(db, { editor, until, now: NOW })
const isThere = async (id: number) => (await articleOwnership(db, id)) !== null

it('an emptied bin comes back within a day, and is gone for good after it', async () => {
  const id = await aDeletedDraft(ada)
  expect(await empty(ada)).toBe(1)
  const entries = await db.select().from(auditLog).where(eq(auditLog.action, 'story bin emptied'))
  expect(entries).toMatchObject([{ thingId: '', detail: '1 draft' }])
  expect(await emptiedBins(db, { editor: ada, now: NOW })).toEqual([
    { emptiedAt: NOW.getTime(), emptiedBy: 'Ada', count: 1, until: hoursAhead(24).getTime() },
  ])
  expect(await purgeDeletedDrafts(db, { now: hoursAhead(23) })).toBe(0)
  expect(await undoEmptying(db, { editor: ada, emptiedAt: NOW, now: hoursAhead(23) })).toBe(1)
  expect(await purgeDeletedDrafts(db, { now: hoursAhead(48) })).toBe(0)
  expect(await isThere(id)).toBe(true)
  await empty(ada, hoursAhead(48))
  expect(await undoEmptying(db, { editor: ada, emptiedAt: NOW, now: hoursAhead(24) })).toBe(0)
  expect(await purgeDeletedDrafts(db, { now: hoursAhead(24) })).toBe(1)
  expect(await isThere(id)).toBe(false)
})

it('a draft that was deleted after the editor saw the bin stays in it', async () => {
  await aDeletedDraft(ada, hoursAgo(1))
  await aDeletedDraft(ada, NOW)
  expect(await empty(ada, hoursAgo(1))).toBe(1)
})

it('a contributor empties the bin of own drafts, and undoes no more than that', async () => {
  await aDeletedDraft(ole)
  await aDeletedDraft(ada)
  expect(await empty(ole)).toBe(1)
  await emptyBin(db, { editor: ada, until: NOW, now: hoursAhead(1) })
  expect(await emptiedBins(db, { editor: ole, now: hoursAhead(1) })).toHaveLength(1)
  expect(await undoEmptying(db, { editor: ole, emptiedAt: hoursAhead(1), now: hoursAhead(1) })).toBe(0)
  expect(await emptiedBins(db, { editor: ada, now: hoursAhead(1) })).toHaveLength(2)
})

it('a single draft is recovered from an emptied bin', async () => {
  const id = await aDeletedDraft(ada)
  await empty(ada)
  await recoverDraft(db, { id, by: ada, now: NOW })
  expect(await emptiedBins(db, { editor: ada, now: NOW })).toEqual([])
  expect(await purgeDeletedDrafts(db, { now: hoursAhead(48) })).toBe(0)
})
