import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeStore, openMemoryStore } from '@/db/store/open'
import { StoreCheck } from '@/server/data-folder/store-check'

/** Inside the project, where the packages are found. */
const built = mkdtempSync(join(resolve('node_modules'), '.store-check-'))
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-store-check-'))
const script = join(built, 'store-check-process.mjs')
const file = join(folder, 'paper.sqlite')

/** Where the head of a store says how large its pages are (SQLite, database file format, section 1.2). */
const PAGE_SIZE_AT = 16

/** The topmost page of the table of revisions, from 1 on. */
let topPage = 0

beforeAll(async () => {
  await build({
    entryPoints: ['server/data-folder/store-check-process.ts'],
    outfile: script,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  const db = openMemoryStore()
  writeFileSync(file, db.$client.serialize())
  topPage = Number(db.$client.prepare("select rootpage from sqlite_schema where name = 'revisions'").pluck().get())
  await closeStore(db)
})

afterAll(() => {
  for (const made of [built, folder]) rmSync(made, { recursive: true })
})

test('a sound store has nothing to say; a damaged page is found and logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const check = new StoreCheck(script)
  await check.start(file)
  expect(check.damage).toBeNull()
  expect(log).not.toHaveBeenCalled()

  const bytes = readFileSync(file)
  const pageBytes = bytes.readUInt16BE(PAGE_SIZE_AT)
  bytes.fill(0x5a, (topPage - 1) * pageBytes, topPage * pageBytes)
  writeFileSync(file, bytes)
  await check.start(file)
  expect(check.damage).not.toBeNull()
  expect(log).toHaveBeenCalledWith(expect.stringContaining('is damaged'))
})

test('a check that is under way ends with the site', async () => {
  const check = new StoreCheck(script)
  const ended = check.start(file)
  await check.close()
  await ended
  expect(check.damage).toBeNull()
})

// At once it is still being started; after half a second it waits for the writer, for up to five seconds.
test.each([0, 20, 50, 100, 500])(
  'a check ends with the site that is gone %i ms after it began, while SQLite waits or reads',
  async (after) => {
    const writer = new Sqlite(file)
    writer.exec('begin exclusive')
    const child = fork(script, [file], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    await setTimeout(after)
    child.disconnect()
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    writer.close()
  },
)
