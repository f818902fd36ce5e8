import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { max, sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from '@/db/store/schema'

/** A connection to the store, or an open transaction on it. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database }

/** The one connection of a process that writes to a file, and the queue before it. */
interface Writer {
  client: Sqlite.Database
  last: Promise<unknown>
  /** Called after each commit, before the caller learns of it. */
  committed: Set<() => Promise<void>>
  /** How many openings of the file use it. */
  users: number
}

const writers = new WeakMap<Db, { writer: Writer; committed: () => Promise<void>; file: string | null }>()

/**
 * Server and pages are built apart, each with a copy of this module, and run in one process on one thread: were each
 * to write on a connection of its own, one could wait for the other's transaction without ever letting it end.
 */
const WRITERS = Symbol.for('broadsheet.writers')
const shared = globalThis as { [WRITERS]?: Map<string, Writer> }
shared[WRITERS] ??= new Map()
const writersByFile = shared[WRITERS]
const transactions = new WeakSet<Db>()

/** How much of the file is read through the page cache of the machine instead of copied: a full-text search over
 * 50,000 stories takes a third of the time. */
const MAPPED_BYTES = 1024 ** 3

const MIGRATIONS = resolve('db/migrations')

/**
 * The store in `file`, created when absent, with every migration applied.
 * Reads on the returned connection never wait for writes; writes go through inTransaction.
 * `committed` is called after each commit of this process, before the writer learns that it succeeded.
 */
export function openDb(file: string, committed: () => Promise<void> = async () => {}): Db {
  const path = resolve(file)
  mkdirSync(dirname(path), { recursive: true })
  const writer = writersByFile.get(path) ?? {
    client: new Sqlite(path),
    last: Promise.resolve(),
    committed: new Set(),
    users: 0,
  }
  if (writer.users === 0) migrate(connection(writer.client), { migrationsFolder: MIGRATIONS })
  writersByFile.set(path, writer)
  writer.users += 1
  writer.committed.add(committed)
  const reading = connection(new Sqlite(path))
  reading.$client.pragma('query_only = ON')
  writers.set(reading, { writer, committed, file: path })
  return reading
}

/** A store in memory with every migration applied: one connection that reads and writes, gone when it is closed. */
export function openMemoryDb(committed: () => Promise<void> = async () => {}): Db {
  const client = new Sqlite(':memory:')
  const db = connection(client)
  migrate(db, { migrationsFolder: MIGRATIONS })
  const writer = { client, last: Promise.resolve(), committed: new Set([committed]), users: 1 }
  writers.set(db, { writer, committed, file: null })
  return db
}

/**
 * The store as it is now, to be read at leisure: what is written meanwhile does not show in it. To be closed soon, since
 * what is written meanwhile has to be kept apart until then. Nothing is mapped into memory: whoever reads all of a
 * large store leaves nothing of it behind. A store in memory has no such thing and answers itself.
 */
export function openSnapshot(db: Db): { db: Db; close: () => void } {
  const file = writers.get(db)?.file
  if (file === undefined) throw new Error('this connection was not opened with openDb, or is closed already')
  if (file === null) return { db, close: () => {} }
  const client = new Sqlite(file, { readonly: true })
  client.pragma('busy_timeout = 5000')
  client.pragma('mmap_size = 0')
  // Read once from end to end: what is kept in between would only fill memory.
  client.pragma('cache_size = -1000')
  client.exec('begin')
  // The snapshot is taken by the first read.
  client.prepare('select 1 from settings').get()
  return { db: drizzle(client, { schema, casing: 'snake_case' }), close: () => client.close() }
}

/** The file of the store below a data directory. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'broadsheet.sqlite')
}

/** Closes the connections that openDb made, after the writes that are under way; the last one closes the writer. */
export async function closeDb(db: Db): Promise<void> {
  const opened = writers.get(db)
  if (!opened) throw new Error('this connection was not opened with openDb, or is closed already')
  const { writer, committed, file } = opened
  writers.delete(db)
  await writer.last.catch(() => {})
  writer.committed.delete(committed)
  writer.users -= 1
  if (file !== null && writer.users === 0) {
    writersByFile.delete(file)
    // A checkpoint on the way out leaves one file behind instead of three.
    writer.client.pragma('wal_checkpoint(TRUNCATE)')
    writer.client.close()
  }
  db.$client.close()
}

/**
 * Runs `work` in one write transaction and returns its answer; all of it is stored, or, when it throws, none.
 * Transactions of one store run one after another; inside one, it joins the open transaction.
 * Nothing but the database may be awaited in `work`.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (transactions.has(db)) return work(db)
  const writer = writers.get(db)?.writer
  if (!writer) throw new Error('this connection has no writer: open it with openDb')
  const turn = writer.last.catch(() => {}).then(() => transact(writer, work))
  writer.last = turn
  return turn
}

async function transact<T>(writer: Writer, work: (tx: Db) => Promise<T>): Promise<T> {
  // The transaction is an object of its own, so that a read outside it cannot be taken for a part of it.
  const tx: Db = drizzle(writer.client, { schema, casing: 'snake_case' })
  const { $client } = tx
  $client.exec('begin immediate')
  transactions.add(tx)
  try {
    const answer = await work(tx)
    $client.exec('commit')
    for (const committed of writer.committed) await committed()
    return answer
  } catch (error) {
    if ($client.inTransaction) $client.exec('rollback')
    throw error
  } finally {
    transactions.delete(tx)
  }
}

/**
 * Writes to the invalidation log that what `tags` stand for changed at `now`.
 * To be called in the transaction that made the change.
 */
export async function invalidate(tx: Db, tags: Iterable<string>, now: Date): Promise<void> {
  const stale = [...new Set(tags)]
  if (!stale.length) return
  const [row] = await tx.select({ seq: max(schema.staleness.seq) }).from(schema.staleness)
  const seq = (row?.seq ?? 0) + 1
  await tx
    .insert(schema.staleness)
    .values(stale.map((tag) => ({ tag, seq, staleAt: now })))
    .onConflictDoUpdate({
      target: schema.staleness.tag,
      set: { seq, staleAt: sql`excluded.stale_at` },
    })
}

function connection(client: Sqlite.Database): Db {
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma(`mmap_size = ${MAPPED_BYTES}`)
  return drizzle(client, { schema, casing: 'snake_case' })
}
