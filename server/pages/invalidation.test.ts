import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invalidate } from '@/db/store/invalidation'
import { closeStore, inTransaction, openStore, type Store, storeFile, type Writer } from '@/db/store/open'
import { Invalidation } from '@/server/pages/invalidation'

const EIGHT = new Date('2026-11-23T08:00:00Z')

let dataDir: string
let db: Store
let stale: string[][]
let invalidation: Invalidation

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-invalidation-'))
  const committed: (() => Promise<void>)[] = []
  db = openStore(storeFile(dataDir), async () => {
    for (const listener of committed) await listener()
  })
  stale = []
  await change(db, 'article:1')
  invalidation = new Invalidation(db, (tags) => stale.push([...tags].sort()))
  committed.push(() => invalidation.poll())
  await invalidation.start()
})

afterEach(async () => {
  invalidation.stop()
  vi.useRealTimers()
  await closeStore(db)
  rmSync(dataDir, { recursive: true })
})

const change = (store: Writer, ...tags: string[]) => inTransaction(store, (tx) => invalidate(tx, tags, EIGHT))

test('tags that were invalidated before the start are not passed on', async () => {
  await invalidation.poll()
  expect(stale).toEqual([])
})

test('a write of this process is passed on before its transaction resolves', async () => {
  await change(db, 'article:2', 'link:2')
  expect(stale).toEqual([['article:2', 'link:2']])
})

test('a write of another process is passed on within 25 ms', async () => {
  const elsewhere = new Sqlite(storeFile(dataDir))
  elsewhere.exec(`insert into staleness (tag, seq, stale_at) values ('article:3', 1000, ${EIGHT.getTime()})`)
  elsewhere.close()
  expect(stale).toEqual([])
  await vi.advanceTimersByTimeAsync(25)
  expect(stale).toEqual([['article:3']])
})

test('a tag that is invalidated twice is passed on twice, and nothing is passed on for a transaction that was rolled back', async () => {
  await change(db, 'article:2')
  await change(db, 'article:2')
  await expect(
    inTransaction(db, async (tx) => {
      await invalidate(tx, ['article:9'], EIGHT)
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await invalidation.poll()
  expect(stale).toEqual([['article:2'], ['article:2']])
})
