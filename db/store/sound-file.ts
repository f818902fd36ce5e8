import { accessSync, chmodSync, closeSync, constants, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { storageFault } from '@/db/store/storage-fault'

/** A store that cannot be used as it is. The message tells whoever runs the site what was found and what to do. */
export class UnusableStore extends Error {}

/** Read and written by its owner alone. */
const PRIVATE = 0o600
const PRIVATE_FOLDER = 0o700

/** Beside the file, while it is open. They hold pages of it, so they are as private as the file. */
const COMPANIONS = ['-wal', '-shm']

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) })

/**
 * A connection to the store in `file`, made as an empty file, with its folder, when absent. The file is readable by its owner alone from
 * then on, and nothing else about it has changed.
 * Throws UnusableStore when it is
 * - not a file, or one that this process may not read or write;
 * - not a database, damaged, or cut short;
 * - a database of something else;
 * - a store whose write-ahead log was left behind when it was copied;
 * - written by a version of the site that knows migrations which `migrationsFolder` lacks.
 */
export function openSoundFile(file: string, { migrationsFolder }: { migrationsFolder: string }): Sqlite.Database {
  makePrivate(file)
  const isFilled = statSync(file).size > 0
  const hasLog = sizeOf(`${file}-wal`) > 0
  let client: Sqlite.Database | null = null
  try {
    client = new Sqlite(file, { fileMustExist: true })
    client.pragma('busy_timeout = 5000')
    const tables = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
    if (tables.length === 0 && isFilled && !hasLog) throw withoutItsLog(file)
    if (tables.length > 0) refuseForeign(client, { file, tables, migrationsFolder })
    return client
  } catch (error) {
    client?.close()
    if (error instanceof UnusableStore) throw error
    throw asUnusable(file, error)
  }
}

/** What SQLite finds wrong with the pages of the store, in its words; null for a sound store. Reads the whole file. */
export function damageIn(client: Sqlite.Database): string | null {
  return damageBy(() => client.pragma('quick_check(1)', { simple: true }))
}

/**
 * The same for a large store that is in use: table by table, because a statement keeps what is written meanwhile in the
 * write-ahead log until it ends. Pages that belong to no table are not looked at.
 */
export function damageInTables(client: Sqlite.Database): string | null {
  return damageBy(() => {
    const names = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
    for (const name of names) {
      const table = `"${String(name).replaceAll('"', '""')}"`
      const found = client.pragma(`quick_check(${table})`, { simple: true })
      if (found !== 'ok') return found
    }
    return 'ok'
  })
}

function damageBy(check: () => unknown): string | null {
  try {
    const found = check()
    return found === 'ok' ? null : String(found)
  } catch (error) {
    if (storageFault(error)?.kind === 'damaged' && error instanceof Error) return error.message
    throw error
  }
}

/** That the store in `file` is damaged, and what to do. */
export function damaged(file: string, found: string): UnusableStore {
  return new UnusableStore(
    `The store ${file} is damaged (${found}). Nothing was changed. Restore a backup with “npm run broadsheet -- restore FOLDER”, or put back a sound copy of ${basename(file)} without any -wal and -shm beside it.`,
  )
}

/** `error`, thrown while the store in `file` was opened, in words; itself when it has nothing to do with the disk. */
export function asUnusable(file: string, error: unknown): unknown {
  const fault = storageFault(error)
  if (!fault) return error
  const message = error instanceof Error ? error.message : String(error)
  if (fault.kind === 'damaged') return damaged(file, message)
  return new UnusableStore(`The store ${file} cannot be opened: ${fault.clause} (${message}). ${fault.remedy}`)
}

function makePrivate(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER })
    closeSync(openSync(file, constants.O_RDONLY | constants.O_CREAT, PRIVATE))
    if (!statSync(file).isFile()) throw new UnusableStore(`${file} is no file, but the store should be there.`)
    accessSync(file, constants.R_OK | constants.W_OK)
    // SQLite makes its log and its index in the folder.
    accessSync(dirname(file), constants.W_OK)
  } catch (error) {
    if (error instanceof UnusableStore) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') throw asUnusable(file, error)
    throw new UnusableStore(
      `The store ${file} cannot be opened (${code || String(error)}). The user that the site runs as (${userName()}) has to be allowed to read and write the file and to make files in its folder.`,
    )
  }
  for (const path of [file, ...COMPANIONS.map((end) => file + end)]) {
    try {
      chmodSync(path, PRIVATE)
    } catch {
      // A companion may be missing; and a file of another user, which was writable, stays as that user wants it.
    }
  }
}

interface Found {
  file: string
  tables: unknown[]
  migrationsFolder: string
}

function refuseForeign(client: Sqlite.Database, { file, tables, migrationsFolder }: Found): void {
  if (!tables.includes('__drizzle_migrations')) {
    throw new UnusableStore(
      `${file} is a database, but not the store of a paper. Nothing was changed. Put the store back in its place, or choose another folder with DATA_DIR.`,
    )
  }
  const journal = journalSchema.parse(JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')))
  const known = new Set(journal.entries.map(({ when }) => when))
  const applied = client.prepare('select created_at from __drizzle_migrations').pluck().all().map(Number)
  if (applied.every((when) => known.has(when))) return
  throw new UnusableStore(
    `The store ${file} was written by a newer version of Broadsheet than this one. Nothing was changed. Start the newer version, or restore the backup that was made before the upgrade with “npm run broadsheet -- restore FOLDER”.`,
  )
}

function withoutItsLog(file: string): UnusableStore {
  return new UnusableStore(
    `The store ${file} is empty, although a store was begun in it: it seems to have been copied without ${basename(file)}-wal, which held its content. Copy both files, restore a backup with “npm run broadsheet -- restore FOLDER”, or remove the file to begin a new paper.`,
  )
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `number ${process.getuid?.() ?? 'unknown'}`
  }
}
