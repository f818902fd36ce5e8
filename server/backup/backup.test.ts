import { spawn } from 'node:child_process'
import {
  appendFileSync,
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
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmptyPaper } from '@/db/demo-edition/fill'
import { writeArticle } from '@/db/editing/writing'
import { closeStore, type Store, storeFile } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS } from '@/lib/time/durations'
import { makeBackup } from '@/server/backup/make-backup'
import { restoreBackup } from '@/server/backup/restore-backup'
import { openPaper } from '@/server/data-folder/open-paper'
import { markPaper } from '@/server/data-folder/paper-mark'
import { listenForCommands } from '@/server/data-folder/site-socket'

let scratch: string
let dataDir: string
let folder: string
let db: Store
beforeEach(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'broadsheet-backup-'))
  dataDir = join(scratch, 'data')
  folder = join(scratch, 'backup')
  db = await openPaper({ dataDir, isChecked: false })
  await createEmptyPaper(db, { now: NOW })
  markPaper(dataDir)
  mkdirSync(join(dataDir, 'media/originals'), { recursive: true })
  addPicture('harbour')
  writeFileSync(join(dataDir, 'secret'), 'a secret of the paper')
  await write(1)
})
afterEach(async () => {
  await closeStore(db)
  rmSync(scratch, { recursive: true })
})

const addPicture = (name: string) => {
  writeFileSync(join(dataDir, 'media', `${name}-320.webp`), `small ${name}`)
  writeFileSync(join(dataDir, 'media/originals', `${name}.jpg`), `the whole ${name}`)
}
const write = (number: number) =>
  writeArticle(db, {
    draft: { headline: `Tide gauge reading ${number}`, body: [], sectionId: null, kind: 'news', language: 'en' },
    by: withoutAccount('The desk'),
    now: NOW,
  })
const backup = (options = {}) => makeBackup({ dataDir, folder, now: NOW, ...options })
const restore = (into: string) => restoreBackup({ dataDir: into, folder, now: NOW })
const names = (at: string) => readdirSync(at, { recursive: true, encoding: 'utf8' }).sort()
const contents = (at: string) =>
  names(at)
    .filter((name) => statSync(join(at, name)).isFile() && !/sqlite/.test(name))
    .map((name) => [name, readFileSync(join(at, name), 'utf8')])
const rows = (file: string) => {
  const client = new Sqlite(file)
  const all = ['articles', 'revisions', 'settings', 'staleness', 'outbox'].map((table) =>
    client.prepare(`select * from ${table} order by rowid`).all(),
  )
  client.close()
  return all
}
const manifest = () => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
const changeIn = (file: string) => {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  writeFileSync(file, bytes)
}

test('a backup of a running site, restored into an empty folder, is the same paper [backup-restore]', async () => {
  expect(await backup()).toEqual({ paper: expect.any(String), stories: 1, files: 2, copied: 2, missing: [] })
  const restored = join(scratch, 'restored')
  const result = await restore(restored)
  expect(result).toMatchObject({ stories: 1, files: 2, replaced: null, madeAt: NOW })
  expect(contents(restored)).toEqual(contents(dataDir))
  expect(rows(storeFile(restored))).toEqual(rows(storeFile(dataDir)))
  expect(names(restored).filter((name) => /restore|unfinished|replaced/.test(name))).toEqual([])
  await closeStore(await openPaper({ dataDir: restored, isChecked: true }))
})

test('everything in a backup and in a restored folder is readable by its owner alone', async () => {
  await backup()
  const restored = join(scratch, 'restored')
  await restore(restored)
  for (const at of [folder, restored]) {
    for (const name of ['', ...names(at)]) {
      const found = statSync(join(at, name))
      expect(found.mode & 0o077, join(at, name)).toBe(0)
    }
  }
})

test('a second backup into the same folder copies what is new, drops what is gone, and is whole', async () => {
  await backup()
  const before = statSync(join(folder, 'media/harbour-320.webp')).ino
  await write(2)
  addPicture('lighthouse')
  rmSync(join(dataDir, 'media/originals/harbour.jpg'))
  expect(await backup()).toMatchObject({ stories: 2, files: 3, copied: 2 })
  expect(statSync(join(folder, 'media/harbour-320.webp')).ino).toBe(before)
  expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual([manifest().store.path])
  expect(existsSync(join(folder, 'media/originals/harbour.jpg'))).toBe(false)
  const restored = join(scratch, 'restored')
  await restore(restored)
  expect(contents(restored)).toEqual(contents(dataDir))
})

test('a file that was damaged in the backup, without a change of its length, is copied anew when its date tells', async () => {
  await backup()
  changeIn(join(folder, 'media/harbour-320.webp'))
  await expect(restore(join(scratch, 'restored'))).rejects.toThrow('is damaged')
  expect(await backup()).toMatchObject({ files: 2 })
  await restore(join(scratch, 'restored'))
})

test('while stories are written by another process, the copy is the store at one instant', async () => {
  const writing = spawn(process.execPath, [
    '-e',
    `const db = new (require('better-sqlite3'))(${JSON.stringify(storeFile(dataDir))})
     db.exec('create table if not exists ticks (n integer primary key, twice integer)')
     process.stdout.write('writing')
     for (let n = 1; ; n++) db.transaction(() => {
       db.prepare('insert into ticks values (?, 0)').run(n)
       db.prepare('update ticks set twice = 2 * n where n = ?').run(n)
     })()`,
  ])
  try {
    await new Promise((started) => writing.stdout.once('data', started))
    for (let turn = 0; turn < 3; turn++) {
      await backup()
      const copy = new Sqlite(join(folder, manifest().store.path))
      const counted = copy.prepare(
        'select count(*) = coalesce(max(n), 0) isWhole, coalesce(sum(twice <> 2 * n), 0) wrong from ticks',
      )
      expect(counted.get()).toEqual({ isWhole: 1, wrong: 0 })
      copy.close()
      for (const end of ['-wal', '-shm']) rmSync(join(folder, manifest().store.path + end), { force: true })
    }
  } finally {
    writing.kill('SIGKILL')
  }
})

test('a backup that fails leaves the earlier one as it was, and nothing of its own', async () => {
  await backup()
  const before = names(folder)
  const earlier = manifest()
  await write(2)
  addPicture('lighthouse')
  await closeStore(db)
  const bytes = readFileSync(storeFile(dataDir))
  const damaged = Buffer.from(bytes)
  damaged.fill(0x5a, damaged.length - 16_384)
  writeFileSync(storeFile(dataDir), damaged)
  await expect(backup()).rejects.toThrow('damaged')
  expect(names(folder)).toEqual(before)
  expect(manifest()).toEqual(earlier)
  writeFileSync(storeFile(dataDir), bytes)
  db = await openPaper({ dataDir, isChecked: true })
  expect(await backup()).toMatchObject({ stories: 2, copied: 2 })
})

test('a backup neither goes into the data folder, nor around it, nor between other files', async () => {
  for (const wrong of [dataDir, join(dataDir, 'backup'), scratch]) {
    await expect(backup({ folder: wrong }), wrong).rejects.toThrow('lie in one another')
  }
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), 'Dear editor')
  await expect(backup()).rejects.toThrow('holds something else, such as “letter.txt”')
  expect(readdirSync(folder)).toEqual(['letter.txt'])
})

test('two backups into one folder do not mix, and a backup that was killed is no obstacle', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'backup-is-under-way'), '1')
  await expect(backup()).rejects.toThrow('Another backup into')
  writeFileSync(join(folder, 'backup-is-under-way'), '999999999')
  writeFileSync(join(folder, 'store.unfinished'), 'half')
  await backup()
  expect(readdirSync(folder).sort()).toEqual(['manifest.json', manifest().store.path, 'media', 'secret'].sort())
})

test('a folder without a paper is not backed up', async () => {
  await expect(backup({ dataDir: join(scratch, 'nowhere') })).rejects.toThrow('There is no paper in')
  expect(existsSync(folder)).toBe(false)
})

test('a restore verifies the backup before it touches anything, and keeps what it replaces', async () => {
  await backup()
  await closeStore(db)
  const old = join(scratch, 'old')
  cpSync(dataDir, old, { recursive: true })
  writeFileSync(join(old, 'media/harbour-320.webp'), 'of the old paper')
  const before = contents(old)
  const { store } = manifest()
  for (const harm of [
    () => changeIn(join(folder, store.path)),
    () => truncateSync(join(folder, store.path), store.bytes - 4096),
    () => appendFileSync(join(folder, 'media/originals/harbour.jpg'), 'x'),
    () => rmSync(join(folder, 'secret')),
    () => writeFileSync(join(folder, 'manifest.json'), '{"format": 2}'),
    () =>
      writeFileSync(
        join(folder, 'manifest.json'),
        readFileSync(join(folder, 'manifest.json'), 'utf8').replace('media/h', 'media/../../h'),
      ),
    () => rmSync(join(folder, 'manifest.json')),
  ]) {
    const sound = join(scratch, 'sound')
    cpSync(folder, sound, { recursive: true, preserveTimestamps: true })
    harm()
    await expect(restore(old), String(harm)).rejects.toThrow(/is damaged|is not whole|no whole backup/)
    expect(contents(old), String(harm)).toEqual(before)
    rmSync(folder, { recursive: true })
    cpSync(sound, folder, { recursive: true, preserveTimestamps: true })
    rmSync(sound, { recursive: true })
  }
  const { replaced } = await restore(old)
  expect(replaced).not.toBeNull()
  expect(readFileSync(join(replaced ?? '', 'media/harbour-320.webp'), 'utf8')).toBe('of the old paper')
  expect(names(replaced ?? '')).toContain('broadsheet.sqlite')
  expect(readFileSync(join(old, 'media/harbour-320.webp'), 'utf8')).toBe('small harbour')
  db = await openPaper({ dataDir, isChecked: true })
})

test('a restore is refused while the site runs, or while another program has the store open', async () => {
  await backup()
  await expect(restore(dataDir)).rejects.toThrow('has its store open. Stop it first; nothing was changed.')
  await closeStore(db)
  const site = await listenForCommands(dataDir, async () => {})
  await expect(restore(dataDir)).rejects.toThrow('The site runs on')
  await new Promise((closed) => site?.close(closed))
  expect(names(dataDir).filter((name) => /restore|replaced/.test(name))).toEqual([])
  expect(await restore(dataDir)).toMatchObject({ stories: 1, replaced: expect.any(String) })
  db = await openPaper({ dataDir, isChecked: true })
})

test('a restore mends a folder whose store is gone, damaged or whose earlier restore was interrupted', async () => {
  await backup()
  await closeStore(db)
  for (const [hours, harm] of [
    () => rmSync(storeFile(dataDir)),
    () => writeFileSync(storeFile(dataDir), 'The morning edition.'.repeat(500)),
    () => writeFileSync(join(dataDir, 'restore-is-not-finished.txt'), 'Run it again'),
  ].entries()) {
    harm()
    await expect(openPaper({ dataDir, isChecked: true })).rejects.toThrow()
    await restoreBackup({ dataDir, folder, now: new Date(NOW.getTime() + hours * HOUR_MS) })
    await closeStore(await openPaper({ dataDir, isChecked: true }))
  }
  db = await openPaper({ dataDir, isChecked: true })
})

test('the backup of a newer version is refused in words', async () => {
  const newer = new Sqlite(storeFile(dataDir))
  newer.prepare("insert into __drizzle_migrations (hash, created_at) values ('of a later year', 4102444800000)").run()
  newer.close()
  await backup()
  await expect(restore(join(scratch, 'restored'))).rejects.toThrow('was written by a newer version of Broadsheet')
  expect(existsSync(storeFile(join(scratch, 'restored')))).toBe(false)
})
