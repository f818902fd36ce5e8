import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from '@/db/store/schema'

type Connection = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database }

/** Private to this module, so that only an object created here can write. */
const TRANSACT = Symbol('transact')
const OPENING = Symbol('opening')

/** Something to read from: the store, a snapshot of it, or an open transaction. It cannot change a row. */
export type Reader = Pick<Connection, 'select' | 'selectDistinct' | '$count' | 'all'>

/** The store opened for writing, or an open transaction. It changes rows only through `inTransaction`. */
export interface Writer extends Reader {
  readonly [TRANSACT]: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
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

/** Runs after each commit, before `inTransaction` returns. */
export type CommitHook = () => Promise<void>

/** The only connection of a process that writes to a file, and its queue of transactions. */
interface WriteQueue {
  client: Sqlite.Database
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

/**
 * How much of the file is memory-mapped instead of copied. With it a full-text search over 50,000 stories takes a third
 * of the time.
 */
const MAPPED_BYTES = 1024 ** 3

const MIGRATIONS = resolve('db/migrations')

/**
 * Opens the store in `file`, created when absent, and applies every migration.
 * Reads on the returned store never wait for writes; writes go through inTransaction.
 * `hook` runs after each commit of this process; a hook that fails is logged and changes nothing for the writer.
 */
export function openStore(file: string, hook: CommitHook = async () => {}): Store {
  const path = resolve(file)
  mkdirSync(dirname(path), { recursive: true })
  const queue = queuesByFile.get(path) ?? {
    client: new Sqlite(path),
    last: Promise.resolve(),
    hooks: new Set(),
    users: 0,
  }
  if (queue.users === 0) migrate(connection(queue.client), { migrationsFolder: MIGRATIONS })
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
  const queue = { client, last: Promise.resolve(), hooks: new Set([hook]), users: 1 }
  return opened(both, { queue, hook, file: null, isClosed: false })
}

/**
 * A snapshot of the store, which shows no later writes. Close it soon, because the write-ahead log grows until then.
 * It is not memory-mapped, so that reading a whole large store leaves nothing of it in memory.
 * A store in memory has no snapshots and returns itself. Throws when the store is closed.
 */
export function openSnapshot(store: Store): { db: Reader; close: () => void } {
  const { file } = openingOf(store)
  if (file === null) return { db: store, close: () => {} }
  const client = new Sqlite(file, { readonly: true })
  client.pragma('busy_timeout = 5000')
  client.pragma('mmap_size = 0')
  // Every page is read once, so a large cache would only use memory.
  client.pragma('cache_size = -1000')
  client.exec('begin')
  // The snapshot is taken by the first read.
  client.prepare('select 1 from settings').get()
  return { db: drizzle(client, { schema, casing: 'snake_case' }), close: () => client.close() }
}

/** The path of the store's file below a data directory. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'broadsheet.sqlite')
}

/** Closes the store after its pending writes. Throws when it is closed already. */
export async function closeStore(store: Store): Promise<void> {
  const opening = openingOf(store)
  const { queue, hook, file } = opening
  opening.isClosed = true
  await queue.last.catch(() => {})
  queue.hooks.delete(hook)
  queue.users -= 1
  if (file !== null && queue.users === 0) {
    queuesByFile.delete(file)
    // After this checkpoint the store is one file instead of three.
    queue.client.pragma('wal_checkpoint(TRUNCATE)')
    queue.client.close()
  }
  store.$client.close()
}

/**
 * Runs `work` in one write transaction and returns its result. When `work` throws, nothing is stored.
 * Transactions of one store run one after another. With an open transaction as `writer`, `work` joins it.
 * `work` may await only the database. Throws when the store is closed.
 */
export async function inTransaction<T>(writer: Writer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return writer[TRANSACT](work)
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
  const answer = await commit(queue.client, work)
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

async function commit<T>(client: Sqlite.Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let isOpen = true
  // A separate object, so that a read outside the transaction cannot become part of it.
  const tx: Transaction = Object.assign(drizzle(client, { schema, casing: 'snake_case' }), {
    [TRANSACT]: async <U>(joined: (tx: Transaction) => Promise<U>): Promise<U> => {
      if (!isOpen) throw new Error('this transaction has ended')
      return joined(tx)
    },
  })
  client.exec('begin immediate')
  try {
    const answer = await work(tx)
    client.exec('commit')
    return answer
  } catch (error) {
    if (client.inTransaction) client.exec('rollback')
    throw error
  } finally {
    isOpen = false
  }
}

function connection(client: Sqlite.Database): Connection {
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma(`mmap_size = ${MAPPED_BYTES}`)
  return drizzle(client, { schema, casing: 'snake_case' })
}
