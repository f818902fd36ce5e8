import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmptyPaper } from '@/db/demo-edition/fill'
import { hasSite } from '@/db/paper/site'
import { closeStore, openStore, storeFile } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { openPaper } from '@/server/data-folder/open-paper'
import { markPaper, restoringMark } from '@/server/data-folder/paper-mark'

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-paper-'))
  dataDir = join(folder, 'data')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const start = (at = dataDir) => openPaper({ dataDir: at, isChecked: true })

async function foundedPaper() {
  const db = await start()
  await createEmptyPaper(db, { now: NOW })
  markPaper(dataDir)
  await closeStore(db)
}

test('a new folder starts, and so does one whose first start was interrupted before a paper was founded', async () => {
  await closeStore(await start())
  mkdirSync(join(dataDir, 'media/originals'), { recursive: true })
  writeFileSync(join(dataDir, 'media/originals/harbour.svg'), '<svg/>')
  const db = await start()
  expect(await hasSite(db)).toBe(false)
  await closeStore(db)
})

test('a store that is gone or emptied stops the start with words, and no new store is made [no-new-paper]', async () => {
  await foundedPaper()
  rmSync(storeFile(dataDir))
  await expect(start()).rejects.toThrow(/There was a paper in .+ but .+ is gone.+no new paper was begun/s)
  expect(readdirSync(dataDir)).toEqual(['this-folder-holds-a-paper.txt'])
  writeFileSync(storeFile(dataDir), '')
  await expect(start()).rejects.toThrow('is empty')
  expect(readFileSync(storeFile(dataDir))).toHaveLength(0)
})

test('a store without a paper, where there was one, stops the start', async () => {
  await foundedPaper()
  rmSync(storeFile(dataDir))
  await closeStore(openStore(storeFile(dataDir)))
  await expect(start()).rejects.toThrow('holds no paper')
})

test('what a folder held is known in a copy of it, and by the secret and the pictures of an earlier version', async () => {
  await foundedPaper()
  const copy = join(folder, 'copy')
  cpSync(dataDir, copy, { recursive: true })
  rmSync(storeFile(copy))
  await expect(start(copy)).rejects.toThrow('is gone')
  for (const left of ['secret', 'media/originals/harbour.jpg']) {
    const earlier = join(folder, left.replaceAll('/', '-'))
    mkdirSync(join(earlier, 'media/originals'), { recursive: true })
    writeFileSync(join(earlier, left), 'left behind')
    await expect(start(earlier)).rejects.toThrow('is gone')
  }
})

test('a copy of the one file of a store is the whole paper', async () => {
  await foundedPaper()
  const copy = join(folder, 'copy')
  mkdirSync(copy)
  cpSync(storeFile(dataDir), storeFile(copy))
  const db = await start(copy)
  expect(await hasSite(db)).toBe(true)
  await closeStore(db)
})

test('a damaged page anywhere in the store stops the start', async () => {
  await foundedPaper()
  const bytes = readFileSync(storeFile(dataDir))
  bytes.fill(0x5a, bytes.length - 16_384)
  writeFileSync(storeFile(dataDir), bytes)
  await expect(start()).rejects.toThrow('is damaged')
})

test('a restore that has not finished stops the start', async () => {
  await foundedPaper()
  const { file, words } = restoringMark(dataDir)
  writeFileSync(file, words)
  await expect(start()).rejects.toThrow('has not finished. Run it again')
})
