import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { type LogSearch, logEntries, loggedActions, loggedPeople } from '@/db/audit/entries'
import { exportedLog } from '@/db/audit/export'
import { logAction } from '@/db/audit/log'
import { auditLog } from '@/db/store/audit-schema'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { hoursAhead, NOW } from '@/db/testing/fixtures'
import type { Actor } from '@/lib/audit/actor'
import { WHOLE_LOG } from '@/lib/audit/log-query'

const INES: Actor = { kind: 'person', id: 'ines', name: 'Ines Dahl', address: '192.0.2.1' }
const WIRE: Actor = {
  kind: 'token',
  id: 'ines',
  name: 'Ines Dahl',
  address: '192.0.2.9',
  token: { id: 3, name: 'Wire' },
}
const EVERYTHING: LogSearch = { ...WHOLE_LOG, from: null, until: null }

let db: MemoryStore
beforeEach(() => {
  db = openMemoryStore()
})

const found = (search: Partial<LogSearch> = {}) =>
  logEntries(db, { search: { ...EVERYTHING, ...search }, before: null, limit: 100 })

test('an entry is never changed and never deleted', async () => {
  await logAction(db, { action: 'settings changed', now: NOW })
  const changing = inTransaction(db, async (tx) => tx.update(auditLog).set({ detail: 'nothing' }))
  await expect(changing).rejects.toThrow()
  await expect(inTransaction(db, async (tx) => tx.delete(auditLog))).rejects.toThrow()
  expect((await found())[0]?.detail).toBe('')
})

test('however many sign-ins fail, the log stays bounded and keeps everything else', async () => {
  await logAction(db, { action: 'account role changed', now: NOW })
  const failed = { action: 'account sign-in failed', thing: { id: '', name: 'x'.repeat(5000) }, now: NOW } as const
  await inTransaction(db, async (tx) => {
    await logAction(tx, failed)
    const columns = sql`at, action, actor_kind, actor_name, thing_id, thing_name`
    await tx.run(sql`with recursive many(n) as (select 1 union all select n + 1 from many where n < 5100)
      insert into audit_log (${columns}) select ${columns} from audit_log, many where id = 2`)
    for (let tries = 0; tries < 100; tries++) await logAction(tx, failed)
  })
  const kept = await db.$count(auditLog, eq(auditLog.action, 'account sign-in failed'))
  expect(kept).toBeLessThanOrEqual(5100)
  expect((await found({ action: 'account role changed' })).length).toBe(1)
  expect((await found())[0]?.thingName).toHaveLength(300)
})

test('entries are found by person, program, thing, action, day and words', async () => {
  const story = { id: 7, name: 'The last ferry' }
  await logAction(db, { action: 'story published', thing: story, by: INES, now: NOW })
  await logAction(db, { action: 'story withdrawn', thing: story, by: WIRE, detail: '100% wrong', now: hoursAhead(30) })
  await logAction(db, { action: 'section added', thing: { id: 7, name: 'City' }, now: hoursAhead(31) })
  const actions = async (search: Partial<LogSearch>) => (await found(search)).map(({ action }) => action)
  expect(await actions({ who: 'ines' })).toEqual(['story withdrawn', 'story published'])
  expect(await actions({ who: 'token' })).toEqual(['story withdrawn'])
  expect(await actions({ who: 'site' })).toEqual(['section added'])
  expect(await actions({ thing: 'story', thingId: '7' })).toEqual(['story withdrawn', 'story published'])
  expect(await actions({ action: 'section added' })).toEqual(['section added'])
  expect(await actions({ from: hoursAhead(1) })).toEqual(['section added', 'story withdrawn'])
  expect(await actions({ until: hoursAhead(1) })).toEqual(['story published'])
  expect(await actions({ words: 'last FERRY' })).toEqual(['story withdrawn', 'story published'])
  expect(await actions({ words: '100%' })).toEqual(['story withdrawn'])
  expect(await actions({ words: '%' })).toEqual(['story withdrawn'])
  expect(await loggedPeople(db)).toEqual([{ id: 'ines', name: 'Ines Dahl' }])
  expect(await loggedActions(db)).toEqual(['section added', 'story published', 'story withdrawn'])
})

const exported = async (format: 'csv' | 'jsonl') =>
  new Response(await exportedLog((part) => logEntries(db, part), { query: WHOLE_LOG, timeZone: 'UTC', format })).text()

test('the whole log comes out as CSV and as JSON lines, and no cell is a formula [audit-log]', async () => {
  await logAction(db, { action: 'story withdrawn', thing: { id: 7, name: '=1+1, "so"' }, by: WIRE, now: NOW })
  await inTransaction(db, async (tx) => {
    for (let entry = 0; entry < 1200; entry++) await logAction(tx, { action: 'settings changed', now: NOW })
  })
  const lines = (await exported('csv')).split('\r\n')
  expect(lines).toHaveLength(1203)
  expect(lines[0]).toBe('id,at,actor,user_id,name,token_id,token,address,action,thing_id,thing,detail')
  const who = `1,${NOW.toISOString()},token,ines,Ines Dahl,3,Wire,192.0.2.9`
  expect(lines.at(-2)).toBe(`${who},story withdrawn,7,"'=1+1, ""so""",`)
  const json = (await exported('jsonl')).trim().split('\n')
  expect(json).toHaveLength(1201)
  expect(JSON.parse(json.at(-1) ?? '')).toMatchObject({ id: 1, thing: '=1+1, "so"', token_id: 3 })
})
