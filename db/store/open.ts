import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { boundMemory } from '@/db/store/connection-memory'
import { asUnusable, openSoundFile } from '@/db/store/sound-file'
import { keepQueries } from '@/db/store/statements/kept-queries'
import { keepStatements } from '@/db/store/statements/statements'
import { type StorageFault, StoreReplaced, storageFault } from '@/db/store/storage-fault'
import type { Actor } from '@/lib/audit/actor'

type Connection = BetterSQLite3Database & { $client: Sqlite.Database }

/** How long a statement waits, on its thread, for a lock that another process holds for a moment. */
const BUSY_TIMEOUT = 'busy_timeout = 5000'
/** How long a transaction waits for another process that writes. */
const MAX_LOCK_WAIT_MS = 15_000
const LOCK_RETRY_MS = 10

/** Private to this module, so that only an object created here can write. */
const TRANSACT = Symbol('transact')
const OPENING = Symbol('opening')
const ACTING = Symbol('acting')

/** Something to read from: the store, a snapshot of it, or an open transaction. It cannot change a row. */
export type Reader = Pick<Connection, 'select' | 'selectDistinct' | '$count' | 'all'>

/** The store opened for writing, or an open transaction. It changes rows only through `inTransaction`. */
export interface Writer extends Reader {
  readonly [TRANSACT]: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly [ACTING]?: Acting
}

/** Who writes in a transaction, and whether the audit log tells of it. */
export interface Acting {
  readonly actor: Actor
  isLogged: boolean
}

/** An open transaction. It changes rows and reads its own changes. Only `inTransaction` opens one. */
export interface Transaction extends Writer, Pick<Connection, 'insert' | 'update' | 'delete' | 'run'> {}

/** The store that `openStore` returns; close it with `closeStore`. */
export interface Store extends Writer {
  readonly [OPENING]: Opening
  /** The connection of the driver, which only reads. */
  readonly $client: Sqlite.Database
}

/** A store in memory for tests, with one connection that reads and writes. */
export interface MemoryStore extends Store, Transaction {}

/**
 * Runs after each commit that changed a row, before `inTransaction` returns. Work that a hook starts may look whether there
 * is something to do in a transaction of its own: one that changes nothing calls no hook, so it does not wake itself.
 */
export type CommitHook = () => Promise<void>

/** The only connection of a process that writes to a file, and its queue of transactions. */
interface WriteQueue {
  client: Sqlite.Database
  /** Throws StoreReplaced when the file at the path is no longer the one that is open. */
  confirmFile: () => void
  /** Why the last transaction could not be written; null when it was, or when it failed for a reason of its own. */
  fault: StorageFault | null
  last: Promise<unknown>
  hooks: Set<CommitHook>
  /** How many open stores use it. */
  users: number
}

/** One call of `openStore`. */
interface Opening {
  queue: WriteQueue
  hook: CommitHook
  /** null for a store in memory. */
  file: string | null
  isClosed: boolean
}

/**
 * Server and pages are separate bundles with a copy of this module each, and run in one process on one thread. With two
 * write connections, one could block the thread while it waits for the transaction of the other, which then never ends.
 */
const QUEUES = Symbol.for('broadsheet.writers')
const shared = globalThis as { [QUEUES]?: Map<string, WriteQueue> }
shared[QUEUES] ??= new Map()
const queuesByFile = shared[QUEUES]

const MIGRATIONS = resolve('db/migrations')

/**
 * Opens the store in `file`, created when absent, and applies every migration. The file is readable by its owner alone.
 * Reads on the returned store never wait for writes; writes go through inTransaction.
 * `hook` runs after each commit of this process that changed a row; a hook that fails is logged and changes nothing for the
 * writer.
 * Throws UnusableStore, in words for whoever runs the site, when the file cannot be used.
 */
export function openStore(file: string, hook: CommitHook = async () => {}): Store {
  const path = resolve(file)
  const queue = queuesByFile.get(path) ?? {
    client: migratedClient(path),
    confirmFile: fileConfirmation(path),
    fault: null,
    last: Promise.resolve(),
    hooks: new Set(),
    users: 0,
  }
  queuesByFile.set(path, queue)
  queue.users += 1
  queue.hooks.add(hook)
  const reading = connection(new Sqlite(path))
  reading.$client.pragma('query_only = ON')
  return opened(reading, { queue, hook, file: path, isClosed: false })
}

/** The bytes of an empty store with every migration applied, cached because each test opens a store. */
let emptyStore: Buffer | null = null

/** Opens an empty store in memory with every migration applied. It ceases to exist when it is closed. */
export function openMemoryStore(hook: CommitHook = async () => {}): MemoryStore {
  emptyStore ??= migratedFile()
  const client = new Sqlite(emptyStore)
  const both = connection(client)
  const queue = {
    client,
    confirmFile: () => {},
    fault: null,
    last: Promise.resolve(),
    hooks: new Set([hook]),
    users: 1,
  }
  return opened(both, { queue, hook, file: null, isClosed: false })
}

/**
 * A snapshot of the store, which shows no later writes. Close it soon, because the write-ahead log grows until then.
 * A store in memory has no snapshots and returns itself. Throws when the store is closed.
 */
export function openSnapshot(store: Store): { db: Reader; close: () => void } {
  const { file } = openingOf(store)
  if (file === null) return { db: store, close: () => {} }
  const client = new Sqlite(file, { readonly: true })
  client.pragma(BUSY_TIMEOUT)
  boundMemory(client, 'reading through')
  keepStatements(client)
  client.exec('begin')
  // The snapshot is taken by the first read.
  client.prepare('select 1 from settings').get()
  return { db: queriesOn(client), close: () => client.close() }
}

/** A connection of a thread that answers queries. */
export interface QueryConnection {
  /** Runs `work` on the store as it is at its first reading, whatever is written meanwhile. One at a time. */
  run: <T>(work: (db: Reader) => Promise<T>) => Promise<T>
  close: () => void
}

/**
 * A connection to the store in `file` that only reads: it sees what is committed. `beforeStatement` is called before each
 * statement; what it throws ends the work. Throws when the file is not there.
 */
export function openForQueries(file: string, beforeStatement: () => void): QueryConnection {
  const client = new Sqlite(file, { readonly: true, fileMustExist: true })
  client.pragma(BUSY_TIMEOUT)
  boundMemory(client, 'queries')
  keepStatements(client)
  const prepare = client.prepare
  const checked = (text: string) => {
    beforeStatement()
    return prepare.call(client, text)
  }
  Object.defineProperty(client, 'prepare', { value: checked })
  const db = queriesOn(client)
  return {
    run: async (work) => {
      client.exec('begin')
      try {
        return await work(db)
      } finally {
        client.exec('rollback')
      }
    },
    close: () => client.close(),
  }
}

/** The path of the store's file below a data directory. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'broadsheet.sqlite')
}

/**
 * Closes the store after its pending writes. Once nobody has it open, it is one file. Throws when it is closed already.
 */
export async function closeStore(store: Store): Promise<void> {
  const opening = openingOf(store)
  const { queue, hook, file } = opening
  opening.isClosed = true
  await queue.last.catch(() => {})
  queue.hooks.delete(hook)
  queue.users -= 1
  if (file === null) return void store.$client.close()
  store.$client.close()
  if (queue.users > 0) return
  queuesByFile.delete(file)
  // The last connection of all processes moves the log into the file and removes it: the store is then one file.
  queue.client.close()
}

/**
 * Runs `work` in one write transaction and returns its result. When `work` throws, nothing is stored.
 * Transactions of one store run one after another. With an open transaction as `writer`, `work` joins it.
 * `work` may await only the database. Throws when the store is closed.
 */
export async function inTransaction<T>(writer: Writer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return writer[TRANSACT](work)
}

/**
 * `writer` as `actor` uses it: within each of its transactions, `actingIn` says so. `finish` runs at the end of each, as a
 * part of it, and is told whether rows were changed. A transaction that is open already keeps the actor that it has.
 */
export function writingAs(
  writer: Writer,
  actor: Actor,
  finish: (tx: Transaction, parts: { acting: Acting; hasChanged: boolean }) => Promise<void> = async () => {},
): Writer {
  const transact = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    writer[TRANSACT](async (tx) => {
      if (actingIn(tx)) return work(tx)
      const acting: Acting = { actor, isLogged: false }
      const own: Transaction = Object.create(tx, {
        [ACTING]: { value: acting },
        [TRANSACT]: { value: <U>(joined: (tx: Transaction) => Promise<U>) => tx[TRANSACT](() => joined(own)) },
      })
      const before = rowsChanged(tx)
      const answer = await work(own)
      await finish(own, { acting, hasChanged: rowsChanged(tx) > before })
      return answer
    })
  return Object.create(writer, { [TRANSACT]: { value: transact } })
}

/** Who acts in the open transaction; null when its writer was not given an actor. */
export function actingIn(tx: Writer): Acting | null {
  return tx[ACTING] ?? null
}

/** How many rows the connection has inserted, updated and deleted. */
function rowsChanged(tx: Transaction): number {
  const [row] = tx.all<{ changed: number }>(sql`select total_changes() as changed`)
  return row?.changed ?? 0
}

/**
 * Why the last transaction of this process on the store could not be written, tried again now, with a write that changes
 * nothing; null when the store can be written to. Without an earlier fault nothing is tried.
 */
export async function writeFault(store: Store): Promise<StorageFault | null> {
  const { queue } = openingOf(store)
  if (queue.fault === null) return null
  await inTransaction(store, async (tx) => tx.run(sql`pragma user_version = 0`)).catch((error) => {
    if (storageFault(error) === null) throw error
  })
  return queue.fault
}

/** The connection that writes, for tests that put limits on it. */
export function writingClient(store: Store): Sqlite.Database {
  return openingOf(store).queue.client
}

/** The instant of the newest migration that was applied to the store, in ms since 1970. */
export function newestMigration(store: Store): number {
  return Number(store.$client.prepare('select max(created_at) from __drizzle_migrations').pluck().get())
}

/** Compares what is at `path` with what is there now, at each call. */
function fileConfirmation(path: string): () => void {
  const { ino, dev } = statSync(path)
  return () => {
    const now = statSync(path, { throwIfNoEntry: false })
    if (now && now.ino === ino && now.dev === dev && now.size > 0) return
    throw new StoreReplaced(`${path} is no longer the file that the site has opened`)
  }
}

/** Throws StoreReplaced when the file of the store was removed, replaced or emptied since it was opened. */
export function confirmFile(store: Store): void {
  openingOf(store).queue.confirmFile()
}

function migratedClient(path: string): Sqlite.Database {
  const client = openSoundFile(path, { migrationsFolder: MIGRATIONS })
  try {
    migrate(connection(client), { migrationsFolder: MIGRATIONS })
    // Without this the file alone would be an empty store until the first 4 MB were written.
    client.pragma('wal_checkpoint(PASSIVE)')
    return client
  } catch (error) {
    client.close()
    throw asUnusable(path, error)
  }
}

function migratedFile(): Buffer {
  const client = new Sqlite(':memory:')
  migrate(connection(client), { migrationsFolder: MIGRATIONS })
  const file = client.serialize()
  client.close()
  return file
}

function opened<C extends Connection>(reading: C, opening: Opening): C & Store {
  return Object.assign(reading, {
    [OPENING]: opening,
    [TRANSACT]: async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
      const { queue } = openingOf({ [OPENING]: opening })
      const turn = queue.last.catch(() => {}).then(() => transact(queue, work))
      queue.last = turn
      return turn
    },
  })
}

function openingOf(store: Pick<Store, typeof OPENING>): Opening {
  const opening = store[OPENING]
  if (opening.isClosed) throw new Error('this store is closed')
  return opening
}

async function transact<T>(queue: WriteQueue, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const before = totalChanges(queue.client)
  const answer = await commit(queue, work)
  queue.fault = null
  if (totalChanges(queue.client) === before) return answer
  // The rows are stored, so a hook that fails must not look like a failed write.
  for (const hook of queue.hooks) {
    try {
      await hook()
    } catch (error) {
      console.error('a hook after a commit failed; what was committed is stored', error)
    }
  }
  return answer
}

/** How many rows the connection has inserted, updated and deleted; SQLite starts again from 0 behind 2^63. */
function totalChanges(client: Sqlite.Database): number {
  return client.prepare<[], number>('select total_changes()').pluck().get() ?? 0
}

async function commit<T>(queue: WriteQueue, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { client } = queue
  let isOpen = true
  // A separate object, so that a read outside the transaction cannot become part of it.
  const queries: Connection = Object.create(queriesOn(client))
  const tx: Transaction = Object.assign(queries, {
    [TRANSACT]: async <U>(joined: (tx: Transaction) => Promise<U>): Promise<U> => {
      if (!isOpen) throw new Error('this transaction has ended')
      return joined(tx)
    },
  })
  try {
    queue.confirmFile()
    await beginWriting(client)
    const answer = await work(tx)
    client.exec('commit')
    return answer
  } catch (error) {
    queue.fault = storageFault(error)
    if (client.inTransaction) client.exec('rollback')
    throw error
  } finally {
    isOpen = false
  }
}

/** Takes the lock of writers, which another process may hold; throws SQLITE_BUSY after 15 s. */
async function beginWriting(client: Sqlite.Database): Promise<void> {
  const startedAt = performance.now()
  // SQLite would wait on this thread, and hold up whoever reads.
  client.pragma('busy_timeout = 0')
  try {
    for (;;) {
      try {
        client.exec('begin immediate')
        return
      } catch (error) {
        if (storageFault(error)?.kind !== 'busy' || performance.now() - startedAt > MAX_LOCK_WAIT_MS) throw error
      }
      await setTimeout(LOCK_RETRY_MS)
    }
  } finally {
    client.pragma(BUSY_TIMEOUT)
  }
}

function connection(client: Sqlite.Database): Connection {
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma(BUSY_TIMEOUT)
  boundMemory(client, 'serving')
  keepStatements(client)
  return queriesOn(client)
}

/** Kept for each connection: to make one costs as much as several queries. */
const queriesByClient = new WeakMap<Sqlite.Database, Connection>()

function queriesOn(client: Sqlite.Database): Connection {
  const before = queriesByClient.get(client)
  if (before) return before
  const queries = drizzle(client, { casing: 'snake_case' })
  keepQueries(queries, client)
  queriesByClient.set(client, queries)
  return queries
}
