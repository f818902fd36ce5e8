import { beforeEach, expect, test } from 'vitest'
import { latestAccountEvents, recordAccountEvent } from '@/db/accounts/account-log'
import { changeRole, deactivateUser, reactivateUser, removeSecondStep } from '@/db/accounts/users'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { NOW } from '@/db/testing/fixtures'

let db: MemoryStore
beforeEach(() => {
  db = openMemoryStore()
})

test('changes of role, factor and account are recorded with who made them', async () => {
  await aUser(db, 'ines', 'admin')
  const id = await aUser(db, 'omar', 'editor')
  const change = { id, by: 'Ines Dahl', now: NOW }
  await changeRole(db, { ...change, role: 'admin' })
  await changeRole(db, { ...change, role: 'admin' })
  await removeSecondStep(db, change)
  await deactivateUser(db, change)
  await reactivateUser(db, change)
  const events = await latestAccountEvents(db, { limit: 10 })
  expect(events.map(({ kind, email, by, detail }) => [kind, email, by, detail])).toEqual([
    ['reactivated', 'omar@observer.example', 'Ines Dahl', ''],
    ['deactivated', 'omar@observer.example', 'Ines Dahl', ''],
    ['second-step-off', 'omar@observer.example', 'Ines Dahl', ''],
    ['role-changed', 'omar@observer.example', 'Ines Dahl', 'editor to admin'],
  ])
})

test('however many sign-ins fail, the log stays bounded and keeps what changed', async () => {
  const event = { email: 'omar@observer.example', by: 'Ines Dahl', now: NOW }
  await recordAccountEvent(db, { ...event, kind: 'role-changed' })
  for (let tries = 0; tries < 5300; tries++) {
    await recordAccountEvent(db, { kind: 'sign-in-failed', email: 'x'.repeat(5000), by: '', now: NOW })
  }
  const events = await latestAccountEvents(db, { limit: 20_000 })
  expect(events.length).toBeLessThanOrEqual(5101)
  expect(events.at(-1)?.kind).toBe('role-changed')
  expect(events[0]?.email).toHaveLength(254)
})
