import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { max, sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from '@/db/schema'

/** A connection to the store, or an open transaction on it. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database }

/** The one connection that writes, and the queue before it. */
interface Writer {
  db: Db
  last: Promise<unknown>
  /** Called after each commit, before the caller learns of it. */
  committed: () => Promise<void>
}

const writers = new WeakMap<Db, Writer>()
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
  mkdirSync(dirname(file), { recursive: true })
  const writing = connection(new Sqlite(file))
  migrate(writing, { migrationsFolder: MIGRATIONS })
  const reading = connection(new Sqlite(file))
  reading.$client.pragma('query_only = ON')
  writers.set(reading, { db: writing, last: Promise.resolve(), committed })
  return reading
}

/** A store in memory with every migration applied: one connection that reads and writes, gone when it is closed. */
export function openMemoryDb(committed: () => Promise<void> = async () => {}): Db {
  const db = connection(new Sqlite(':memory:'))
  migrate(db, { migrationsFolder: MIGRATIONS })
  writers.set(db, { db, last: Promise.resolve(), committed })
  return db
}

/** The file of the store below a data directory. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'broadsheet.sqlite')
}

/** Closes the connections that openDb made, after the writes that are under way. */
export async function closeDb(db: Db): Promise<void> {
  const writer = writers.get(db)
  await writer?.last.catch(() => {})
  // A checkpoint on the way out leaves one file behind instead of three.
  writer?.db.$client.pragma('wal_checkpoint(TRUNCATE)')
  if (writer && writer.db !== db) writer.db.$client.close()
  db.$client.close()
}

/**
 * Runs `work` in one write transaction and returns its answer; all of it is stored, or, when it throws, none.
 * Transactions of one store run one after another; inside one, it joins the open transaction.
 * Nothing but the database may be awaited in `work`.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (transactions.has(db)) return work(db)
  const writer = writers.get(db)
  if (!writer) throw new Error('this connection has no writer: open it with openDb')
  const turn = writer.last.catch(() => {}).then(() => transact(writer, work))
  writer.last = turn
  return turn
}

async function transact<T>(writer: Writer, work: (tx: Db) => Promise<T>): Promise<T> {
  // The transaction is an object of its own, so that a read outside it cannot be taken for a part of it.
  const tx: Db = drizzle(writer.db.$client, { schema, casing: 'snake_case' })
  const { $client } = tx
  $client.exec('begin immediate')
  transactions.add(tx)
  try {
    const answer = await work(tx)
    $client.exec('commit')
    await writer.committed()
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
export async function expire(tx: Db, tags: Iterable<string>, now: Date): Promise<void> {
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
