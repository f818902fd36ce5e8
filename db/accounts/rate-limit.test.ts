import { beforeEach, expect, test } from 'vitest'
import { countAttempt, forgiveTries } from '@/db/accounts/rate-limit'
import { rateLimits } from '@/db/store/account-schema'
import { type Db, openMemoryDb } from '@/db/store/open'
import { hoursAhead, NOW } from '@/db/testing/fixtures'

const limit = { most: 3, seconds: 60 }
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

let db: Db

beforeEach(() => {
  db = openMemoryDb()
})

const tryAt = (now: Date, key = 'sign-in from 192.0.2.1') => countAttempt(db, { key, limit, now })

test('after so many tries one waits, from the last that was let through', async () => {
  for (const seconds of [0, 10, 20]) expect(await tryAt(after(seconds))).toBeNull()
  expect(await tryAt(after(30))).toBe(50)
  expect(await tryAt(after(79))).toBe(1)
  expect(await tryAt(after(80))).toBeNull()
})

test('tries at the same time are all counted', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryAt(NOW)))
  expect(answers.filter((wait) => wait === null)).toHaveLength(3)
})

test('each key has a count of its own, and forgiving starts it anew', async () => {
  for (let tries = 0; tries < 3; tries++) await tryAt(NOW)
  expect(await tryAt(NOW, 'sign-in from 192.0.2.2')).toBeNull()
  expect(await tryAt(NOW)).toBe(60)
  await forgiveTries(db, ['sign-in from 192.0.2.1'])
  expect(await tryAt(NOW)).toBeNull()
})

test('old counts are swept', async () => {
  await tryAt(NOW, 'old')
  await tryAt(hoursAhead(25), 'new')
  expect(await db.select({ key: rateLimits.key }).from(rateLimits)).toEqual([{ key: 'new' }])
})
