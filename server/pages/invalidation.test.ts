import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDb, type Db, inTransaction, invalidate, openDb, storeFile } from '@/db/store/open'
import { Invalidation } from '@/server/pages/invalidation'

const EIGHT = new Date('2026-11-23T08:00:00Z')

let dataDir: string
let db: Db
let stale: string[][]
let invalidation: Invalidation

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-invalidation-'))
  const looks: (() => Promise<void>)[] = []
  db = openDb(storeFile(dataDir), async () => {
    for (const look of looks) await look()
  })
  stale = []
  await change(db, 'article:1')
  invalidation = new Invalidation(db, (tags) => stale.push([...tags].sort()))
  looks.push(() => invalidation.look())
  await invalidation.follow()
})

afterEach(async () => {
  invalidation.stop()
  await closeDb(db)
  rmSync(dataDir, { recursive: true })
})

const change = (store: Db, ...tags: string[]) => inTransaction(store, (tx) => invalidate(tx, tags, EIGHT))

test('what went stale before the site started is nobody’s concern', async () => {
  await invalidation.look()
  expect(stale).toEqual([])
})

test('a write of this process is known when the writer learns that it succeeded', async () => {
  await change(db, 'article:2', 'link:2')
  expect(stale).toEqual([['article:2', 'link:2']])
})

test('a write of another connection is known within 100 ms', async () => {
  const elsewhere = openDb(storeFile(dataDir))
  await change(elsewhere, 'article:3')
  await closeDb(elsewhere)
  await expect.poll(() => stale, { timeout: 100, interval: 5 }).toEqual([['article:3']])
})

test('a tag that goes stale twice is told twice, and nothing is told for a write that was undone', async () => {
  await change(db, 'article:2')
  await change(db, 'article:2')
  await expect(
    inTransaction(db, async (tx) => {
      await invalidate(tx, ['article:9'], EIGHT)
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await invalidation.look()
  expect(stale).toEqual([['article:2'], ['article:2']])
})
