import { asc, eq } from 'drizzle-orm'
import { expect, it, test } from 'vitest'
import { invalidate, lastStaleAt } from '@/db/store/invalidation'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { insertable, isNoneOf, isOneOf } from '@/db/store/value-lists'
import { isOnlyForTests, sourceTexts } from '@/lib/testing/source-imports'

const NOW = new Date('2026-11-23T14:00:00Z')
/** More than SQLite takes as parameters of one statement. */
const MANY = Array.from({ length: 40_000 }, (_, at) => `address:/story-${at}`)
/** Each row has three columns. */
const FEWER = MANY.slice(0, 12_000)

it('finds and leaves out by a list of any length, and by none', async () => {
  const db = openMemoryStore()
  await inTransaction(db, (tx) => invalidate(tx, ['list:latest', 'media:3', 'media:4'], NOW))
  const found = async (condition: ReturnType<typeof isOneOf>) =>
    (await db.select().from(staleness).where(condition).orderBy(asc(staleness.tag))).map(({ tag }) => tag)
  expect(await found(isOneOf(staleness.tag, [...MANY, 'media:4']))).toEqual(['media:4'])
  expect(await found(isNoneOf(staleness.tag, [...MANY, 'media:4']))).toEqual(['list:latest', 'media:3'])
  expect(await found(isOneOf(staleness.tag, []))).toEqual([])
  expect(await found(isNoneOf(staleness.tag, []))).toHaveLength(3)
})

it('a change that makes more pages stale than a statement has parameters is stored whole', async () => {
  const db = openMemoryStore()
  await inTransaction(db, (tx) => invalidate(tx, FEWER, NOW))
  expect(await db.$count(staleness)).toBe(FEWER.length)
  expect(await db.$count(staleness, eq(staleness.seq, 1))).toBe(FEWER.length)
  expect(await lastStaleAt(db, FEWER)).toEqual(NOW)
})

it('groups rows in their order, and makes no group of none', () => {
  expect([...insertable(MANY)].flat()).toEqual(MANY)
  expect([...insertable([])]).toEqual([])
})

test('no statement has a parameter for each value of a list without a limit', () => {
  const source = [...sourceTexts()].filter(([file]) => file.startsWith('db/') && !isOnlyForTests(file))
  const lists =
    /\b(?:inArray|notInArray)\(\s*[\w.]+,(?!\s*(?:STATES_PUBLIC_WHEN_DUE|db\s*\.select|sources\b|await sectionAndBelow))/
  const rows = /\.values\(\s*(?:[\w.]+\.map\(|\[)/
  for (const [file, text] of source) {
    expect(lists.exec(text)?.[0], `${file}: isOneOf and isNoneOf take a list of any length`).toBeUndefined()
    expect(rows.exec(text)?.[0], `${file}: rows go in by groups of insertable`).toBeUndefined()
  }
})
