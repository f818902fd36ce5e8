import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
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
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { storeFile } from '@/db/store/open'
import { RunningSite } from '@/server/bench/site/running-site'
import { scratchFolder } from '@/server/bench/site/scratch-folder'
import type { Tally } from '@/server/chaos/disk/tally'

/** What is done to a store while the site is stopped, and the words with which the next start ends. */
const FAULTS: [name: string, words: RegExp, harm: (file: string) => void][] = [
  ['gone', /There was a paper in .* is gone/, (file) => rmSync(file)],
  ['emptied', /There was a paper in .* is empty/, (file) => writeFileSync(file, '')],
  ['cut short', /is damaged/, (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['overwritten from its beginning', /is damaged/, (file) => overwrite(file, 0)],
  ['damaged in the middle', /is damaged/, (file) => overwrite(file, 0.5)],
  ['damaged at its end', /is damaged/, (file) => overwrite(file, 0.95)],
  ['of a newer version', /was written by a newer version/, (file) => makeNewer(file)],
  ['of another program', /is a database, but not the store of a paper/, (file) => makeForeign(file)],
  ['a text', /is damaged/, (file) => writeFileSync(file, 'The morning edition.\n'.repeat(1000))],
  ['a folder', /is no file|cannot be opened/, (file) => makeFolder(file)],
  ['without a paper', /holds no paper/, (file) => removePaper(file)],
]

/** Starts the built site on stores that cannot be used, and then on the same folder, mended. */
export async function startFaults(dataDir: string, tally: Tally): Promise<void> {
  for (const [name, words, harm] of FAULTS) {
    tally.begin(`a store that is ${name}, at the start`)
    const folder = mkdtempSync(join(scratchFolder(), 'fault-'))
    cpSync(dataDir, folder, { recursive: true })
    await (await RunningSite.start(folder)).stop()
    tally.expect('a stop leaves one file of the store', storeFiles(folder).length === 1, storeFiles(folder))
    const sound = readFileSync(storeFile(folder))
    harm(storeFile(folder))
    const before = contentOf(folder)
    const begun = performance.now()
    const { status, errors, output } = await failingStart(folder)
    const tookMs = performance.now() - begun
    tally.expect('the start ends with status 1', status === 1, status)
    tally.expect('the reason is told', words.test(errors), errors)
    tally.expect('no stack trace is printed', !/\n\s+at /.test(errors), errors)
    tally.expect('no link for a first admin is printed', !/setup/.test(output), output)
    tally.expect('the folder is as it was', contentOf(folder) === before)
    for (const end of ['', '-wal', '-shm']) rmSync(storeFile(folder) + end, { recursive: true, force: true })
    writeFileSync(storeFile(folder), sound)
    const site = await RunningSite.start(folder).catch(() => null)
    tally.expect('with the sound file back, it starts', site !== null)
    tally.say(
      `ended with words after ${Math.round(tookMs)} ms; mended, ready after ${Math.round(site?.readyAfterMs ?? -1)} ms`,
    )
    await site?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function failingStart(dataDir: string) {
  const child = spawn(process.execPath, ['.build/server/main.mjs'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    // It has started, although it should not have.
    if (chunk.includes('Ready in')) child.kill('SIGKILL')
  })
  const [status] = await once(child, 'close')
  return { status: status as number | null, errors, output }
}

function storeFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('broadsheet.sqlite'))
}

/** The content of the store, and what else is in the folder. */
function contentOf(folder: string): string {
  const file = storeFile(folder)
  const isFile = existsSync(file) && statSync(file).isFile()
  const hash = isFile ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'no file'
  return [hash, ...readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name))].join()
}

/** Puts five pages of noise at `share` of the length. */
function overwrite(file: string, share: number): void {
  const bytes = readFileSync(file)
  const start = Math.floor((bytes.length * share) / 4096) * 4096
  bytes.fill(0xa5, start, start + 5 * 4096)
  writeFileSync(file, bytes)
}

function changed(file: string, sql: string): void {
  const client = new Sqlite(file)
  client.exec(sql)
  client.close()
}

function makeNewer(file: string): void {
  changed(file, "insert into __drizzle_migrations (hash, created_at) values ('of a later year', 4102444800000)")
}

function makeFolder(file: string): void {
  rmSync(file)
  mkdirSync(file)
}

function removePaper(file: string): void {
  changed(file, 'delete from settings')
}

function makeForeign(file: string): void {
  rmSync(file)
  changed(file, 'create table contacts (name text)')
}
