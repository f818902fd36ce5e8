import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeStore, inTransaction, openStore, type Writer } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import { damageIn, UnusableStore } from '@/db/store/sound-file'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-sound-'))
  file = join(folder, 'broadsheet.sqlite')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const TOPICS = 400
const fill = (db: Writer) =>
  inTransaction(db, async (tx) => {
    for (let number = 1; number <= TOPICS; number++) {
      const description = `What the tide gauge said on day ${number}. `.repeat(20)
      await tx.insert(topics).values({ slug: `day-${number}`, name: `Day ${number}`, description })
    }
  })

async function writtenStore() {
  const db = openStore(file)
  await fill(db)
  await closeStore(db)
}

function refusal(): string {
  try {
    openStore(file)
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableStore)
    return (error as UnusableStore).message
  }
  throw new Error('the store was opened')
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('a store that everybody has closed is one file, and a copy of that file is the whole store [one-store-file]', async () => {
  const one = openStore(file)
  const other = openStore(file)
  await fill(one)
  expect(readdirSync(folder)).toContain('broadsheet.sqlite-wal')
  await closeStore(one)
  await closeStore(other)
  expect(readdirSync(folder)).toEqual(['broadsheet.sqlite'])
  const copy = join(folder, 'copy.sqlite')
  copyFileSync(file, copy)
  const db = openStore(copy)
  expect(await db.$count(topics)).toBe(TOPICS)
  await closeStore(db)
})

test('the store, its log and its index are readable by their owner alone, also when they were not before', async () => {
  const db = openStore(join(folder, 'new', 'broadsheet.sqlite'))
  for (const end of ['', '-wal', '-shm']) expect(mode(join(folder, 'new', `broadsheet.sqlite${end}`)), end).toBe('600')
  expect(mode(join(folder, 'new'))).toBe('700')
  await closeStore(db)
  await writtenStore()
  chmodSync(file, 0o644)
  const again = openStore(file)
  for (const end of ['', '-wal', '-shm']) expect(mode(file + end), end).toBe('600')
  await closeStore(again)
})

test('a file that is no database, or whose beginning is overwritten, is refused as damaged and stays as it is', async () => {
  await writtenStore()
  for (const bytes of [Buffer.from('The morning edition, in plain text.\n'.repeat(200)), Buffer.alloc(8192)]) {
    writeFileSync(file, bytes)
    expect(refusal()).toMatch(/is damaged \(.+Restore a backup with “npm run broadsheet -- restore FOLDER”/)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  }
})

test('a store that is cut short is refused as damaged', async () => {
  await writtenStore()
  truncateSync(file, Math.floor(statSync(file).size / 2))
  expect(refusal()).toContain('is damaged')
})

test('a damaged page in the middle is found by reading the whole store', async () => {
  await writtenStore()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, bytes.length - 40_960, bytes.length - 8192)
  writeFileSync(file, bytes)
  const client = new Sqlite(file)
  expect(damageIn(client)).not.toBeNull()
  client.close()
  await expect((async () => closeStore(openStore(file)))()).resolves.toBeUndefined()
})

test('a sound store has no damage', async () => {
  await writtenStore()
  const client = new Sqlite(file)
  expect(damageIn(client)).toBeNull()
  client.close()
})

test('a database of another program is refused, and nothing is added to it', () => {
  const other = new Sqlite(file)
  other.exec('create table contacts (name text)')
  other.close()
  expect(refusal()).toContain('is a database, but not the store of a paper')
  const after = new Sqlite(file)
  expect(after.prepare('select name from sqlite_schema').pluck().all()).toEqual(['contacts'])
  after.close()
})

test('a store of a newer version is refused', async () => {
  await writtenStore()
  const newer = new Sqlite(file)
  newer.prepare("insert into __drizzle_migrations (hash, created_at) values ('of a later year', 4102444800000)").run()
  newer.close()
  expect(refusal()).toContain('was written by a newer version of Broadsheet than this one')
})

test('a store that was copied without its log is refused instead of begun anew', async () => {
  const early = new Sqlite(file)
  early.pragma('journal_mode = WAL')
  early.pragma('wal_autocheckpoint = 0')
  early.exec('create table stories (headline text)')
  const copy = join(folder, 'copied', 'broadsheet.sqlite')
  mkdirSync(join(folder, 'copied'))
  copyFileSync(file, copy)
  early.close()
  file = copy
  expect(statSync(file).size).toBeGreaterThan(0)
  expect(refusal()).toContain('copied without broadsheet.sqlite-wal')
})

test('a new store holds its tables in the one file from the start, also while it is open', async () => {
  const db = openStore(file)
  const copy = join(folder, 'copy.sqlite')
  copyFileSync(file, copy)
  await closeStore(openStore(copy))
  expect(existsSync(copy)).toBe(true)
  await closeStore(db)
})

test('something that is no file, and a folder that cannot be made, are refused in words', () => {
  mkdirSync(file)
  expect(refusal()).toMatch(/is no file|cannot be opened \(EISDIR\)/)
  rmSync(file, { recursive: true })
  writeFileSync(join(folder, 'note'), 'not a folder')
  file = join(folder, 'note', 'broadsheet.sqlite')
  expect(refusal()).toMatch(/cannot be opened/)
})
