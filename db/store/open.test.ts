import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest'
import {
  closeStore,
  inTransaction,
  openMemoryStore,
  openSnapshot,
  openStore,
  type Reader,
  type Store,
  type Transaction,
  type Writer,
} from '@/db/store/open'
import { topics } from '@/db/store/schema'

const FERRIES = { slug: 'ferries', name: 'Ferries', description: '' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-store-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const openHere = (hook?: () => Promise<void>) => openStore(join(folder, 'store.sqlite'), hook)
const addTopic = (db: Writer) => inTransaction(db, (tx) => insertTopic(tx))
const insertTopic = async (tx: Transaction) => tx.insert(topics).values(FERRIES)
const topicSlugs = async (db: Reader) => (await db.select().from(topics)).map(({ slug }) => slug)

describe('the type of an argument says what it may do', () => {
  test('a reader cannot change a row', () => {
    expectTypeOf<Reader>().toHaveProperty('select')
    expectTypeOf<Reader>().not.toHaveProperty('insert')
    expectTypeOf<Reader>().not.toHaveProperty('update')
    expectTypeOf<Reader>().not.toHaveProperty('delete')
    expectTypeOf<Reader>().not.toHaveProperty('run')
    expectTypeOf<Reader>().not.toHaveProperty('transaction')
    expectTypeOf<Reader>().not.toExtend<Writer>()
    expectTypeOf<Reader>().not.toExtend<Transaction>()
  })

  test('a writer changes rows in a transaction only', () => {
    expectTypeOf<Writer>().toExtend<Reader>()
    expectTypeOf<Writer>().not.toHaveProperty('insert')
    expectTypeOf<Writer>().not.toHaveProperty('transaction')
    expectTypeOf<Writer>().not.toExtend<Transaction>()
    expectTypeOf<Store>().toExtend<Writer>()
    expectTypeOf<Store>().not.toExtend<Transaction>()
  })

  test('a transaction reads, writes and can be passed as a writer', () => {
    expectTypeOf<Transaction>().toExtend<Reader>()
    expectTypeOf<Transaction>().toExtend<Writer>()
    expectTypeOf<Transaction>().toHaveProperty('insert')
  })

  test('a snapshot is a reader', () => {
    expectTypeOf(openSnapshot).returns.toHaveProperty('db').toEqualTypeOf<Reader>()
  })
})

test('the connection that reads refuses to write', async () => {
  const store = openHere()
  expect(() => store.$client.prepare("delete from topics where slug = 'ferries'").run()).toThrow('readonly')
  await closeStore(store)
})

test('a transaction that throws stores nothing', async () => {
  const store = openHere()
  const failing = inTransaction(store, async (tx) => {
    await insertTopic(tx)
    throw new Error('the ferry is late')
  })
  await expect(failing).rejects.toThrow('the ferry is late')
  expect(await topicSlugs(store)).toEqual([])
  await closeStore(store)
})

describe('while another process writes', () => {
  test('a transaction waits for its turn, and the thread goes on with other work', async () => {
    const db = openHere()
    const other = new Sqlite(join(folder, 'store.sqlite'))
    other.exec('begin immediate')
    let isDone = false
    const adding = addTopic(db).then(() => {
      isDone = true
    })
    const startedAt = performance.now()
    await setTimeout(200)
    // SQLite waits five seconds on the thread of its caller.
    expect(performance.now() - startedAt).toBeLessThan(4000)
    expect(isDone).toBe(false)
    other.exec('commit')
    other.close()
    await adding
    expect(await topicSlugs(db)).toEqual(['ferries'])
    await closeStore(db)
  })

  test('a store that is being closed writes first what waits', async () => {
    const db = openHere()
    const other = new Sqlite(join(folder, 'store.sqlite'))
    other.exec('begin immediate')
    const adding = addTopic(db)
    await setTimeout(50)
    const closing = closeStore(db)
    other.exec('commit')
    other.close()
    await Promise.all([adding, closing])
    const again = openHere()
    expect(await topicSlugs(again)).toEqual(['ferries'])
    await closeStore(again)
  })
})

test('a transaction inside a transaction joins it', async () => {
  const store = openHere()
  const failing = inTransaction(store, async (tx) => {
    await addTopic(tx)
    expect(await topicSlugs(tx)).toEqual(['ferries'])
    expect(await topicSlugs(store)).toEqual([])
    throw new Error('the ferry is late')
  })
  await expect(failing).rejects.toThrow('the ferry is late')
  expect(await topicSlugs(store)).toEqual([])
  await closeStore(store)
})

test('a transaction that has ended cannot be joined', async () => {
  const store = openHere()
  const ended = await inTransaction(store, async (tx) => ({ tx }))
  await expect(addTopic(ended.tx)).rejects.toThrow('this transaction has ended')
  await closeStore(store)
})

test('a snapshot does not show what is written after it was taken', async () => {
  const store = openHere()
  const snapshot = openSnapshot(store)
  await addTopic(store)
  expect(await topicSlugs(snapshot.db)).toEqual([])
  expect(await topicSlugs(store)).toEqual(['ferries'])
  snapshot.close()
  await closeStore(store)
})

test('a closed store neither writes nor takes a snapshot', async () => {
  const store = openHere()
  await closeStore(store)
  await expect(addTopic(store)).rejects.toThrow('this store is closed')
  expect(() => openSnapshot(store)).toThrow('this store is closed')
  await expect(closeStore(store)).rejects.toThrow('this store is closed')
})

describe('hooks after a commit', () => {
  test('the hooks of every opening of the file run, after the row is stored', async () => {
    const ran: string[] = []
    const first = openHere(async () => void ran.push('first'))
    const second = openHere(async () => void ran.push(`second saw ${(await topicSlugs(second)).join()}`))
    await addTopic(first)
    expect(ran).toEqual(['first', 'second saw ferries'])
    await closeStore(first)
    await closeStore(second)
  })

  test('a hook that throws is logged, the write succeeds, and the other hooks run', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const failure = new Error('the pages could not be invalidated')
    const other = vi.fn(async () => {})
    const failing = openHere(async () => {
      throw failure
    })
    const working = openHere(other)
    const id = await inTransaction(failing, async (tx) => (await insertTopic(tx)).lastInsertRowid)
    expect(
      await failing
        .select()
        .from(topics)
        .where(eq(topics.id, Number(id))),
    ).toMatchObject([FERRIES])
    expect(other).toHaveBeenCalledOnce()
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('after a commit'), failure)
    await closeStore(failing)
    await closeStore(working)
  })

  test('no hook runs after a transaction that threw', async () => {
    const hook = vi.fn(async () => {})
    const store = openMemoryStore(hook)
    await expect(
      inTransaction(store, async () => {
        throw new Error('the ferry is late')
      }),
    ).rejects.toThrow()
    expect(hook).not.toHaveBeenCalled()
  })

  test('no hook runs after a transaction that changed nothing: what a hook starts does not wake itself', async () => {
    const hook = vi.fn(async () => {})
    const store = openMemoryStore(hook)
    expect(await inTransaction(store, topicSlugs)).toEqual([])
    await inTransaction(store, async (tx) => tx.delete(topics))
    expect(hook).not.toHaveBeenCalled()
    await addTopic(store)
    expect(hook).toHaveBeenCalledOnce()
  })
})
