import { beforeEach, expect, test } from 'vitest'
import { clearAttempts, countAttempt } from '@/db/accounts/rate-limit'
import { rateLimits } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { hoursAhead, NOW } from '@/db/testing/fixtures'

const limit = { most: 3, seconds: 60 }
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

let db: MemoryStore

beforeEach(() => {
  db = openMemoryStore()
})

const tryAt = (now: Date, key = 'sign-in from 192.0.2.1') => countAttempt(db, { key, limit, now })

test('after the last allowed attempt, further ones wait for the whole window', async () => {
  for (const seconds of [0, 10, 20]) expect(await tryAt(after(seconds))).toBeNull()
  expect(await tryAt(after(30))).toBe(50)
  expect(await tryAt(after(79))).toBe(1)
  expect(await tryAt(after(80))).toBeNull()
})

test('simultaneous attempts are all counted', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryAt(NOW)))
  expect(answers.filter((wait) => wait === null)).toHaveLength(3)
})

test('each key is counted apart, and clearing one starts it again', async () => {
  for (let tries = 0; tries < 3; tries++) await tryAt(NOW)
  expect(await tryAt(NOW, 'sign-in from 192.0.2.2')).toBeNull()
  expect(await tryAt(NOW)).toBe(60)
  await clearAttempts(db, ['sign-in from 192.0.2.1'])
  expect(await tryAt(NOW)).toBeNull()
})

test('old counts are deleted', async () => {
  await tryAt(NOW, 'old')
  await tryAt(hoursAhead(25), 'new')
  expect(await db.select({ key: rateLimits.key }).from(rateLimits)).toEqual([{ key: 'new' }])
})
