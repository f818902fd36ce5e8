import { beforeEach, expect, test } from 'vitest'
import { endSession, endSessions, sessionsOf } from '@/db/accounts/sessions'
import { sessions } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

let db: MemoryStore
let ines: string
let omar: string

beforeEach(async () => {
  db = openMemoryStore()
  ines = await aUser(db, 'ines')
  omar = await aUser(db, 'omar')
  await signedIn(ines, 'laptop', hoursAgo(30))
  await signedIn(ines, 'phone', hoursAgo(2))
  await signedIn(omar, 'desktop', hoursAgo(1))
})

async function signedIn(userId: string, id: string, at: Date, expiresAt = hoursAhead(500)): Promise<void> {
  await db.insert(sessions).values({ id, token: id, userId, createdAt: at, updatedAt: at, expiresAt })
}

const open = async (userId: string) => (await sessionsOf(db, { userId, now: NOW })).map(({ id }) => id)

test('a user’s sessions that have not expired are listed, the last used first', async () => {
  await signedIn(ines, 'library', hoursAgo(900), NOW)
  expect(await open(ines)).toEqual(['phone', 'laptop'])
})

test('a user ends their own sessions, not those of others', async () => {
  expect(await endSession(db, { userId: ines, id: 'desktop', now: NOW })).toBe(false)
  expect(await endSession(db, { userId: ines, id: 'laptop', now: NOW })).toBe(true)
  expect(await open(ines)).toEqual(['phone'])
  expect(await open(omar)).toEqual(['desktop'])
})

test('all sessions end, or all but the current one', async () => {
  expect(await endSessions(db, { userId: ines, except: 'phone', now: NOW })).toEqual({ ended: 1 })
  expect(await open(ines)).toEqual(['phone'])
  expect(await endSessions(db, { userId: ines, except: null, now: NOW })).toEqual({ ended: 1 })
  expect(await open(ines)).toEqual([])
  expect(await open(omar)).toEqual(['desktop'])
})
