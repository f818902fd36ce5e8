import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storageFault } from '@/db/store/storage-fault'

/** How many more files the disk takes; the next one is cut in the middle. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY }))

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const writeFile = async (file: string, bytes: Buffer) => {
    disk.room -= 1
    if (disk.room >= 0) return fs.writeFile(file, bytes)
    await fs.writeFile(file, bytes.subarray(0, bytes.length / 2))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
  }
  return { ...fs, writeFile }
})

// Loaded anew: another test may have loaded it with the real disk.
vi.resetModules()
const { writePicture } = await import('@/db/pictures/picture-files')
const { removeUnfinished } = await import('@/db/pictures/unfinished-files')

let dataDir: string
let bytes: Buffer
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-full-'))
  disk.room = Number.POSITIVE_INFINITY
  bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'navy' } })
    .jpeg()
    .toBuffer()
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** Takes the picture as the desk does: from a folder that is removed afterwards. */
async function taken() {
  mkdirSync(join(dataDir, 'media/incoming'), { recursive: true })
  const folder = mkdtempSync(join(dataDir, 'media/incoming/file-'))
  writeFileSync(join(folder, 'file'), bytes)
  try {
    const answer = await writePicture(dataDir, join(folder, 'file'))
    if ('unusable' in answer) throw new Error(answer.unusable)
    return answer.picture
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const files = () =>
  readdirSync(join(dataDir, 'media'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

test('a picture for which the disk has no room leaves no file, whichever file is the one too many, and is taken later', async () => {
  const whole = await taken()
  // The original moves to its place and takes no more room.
  const count = whole.files.length
  rmSync(join(dataDir, 'media'), { recursive: true })
  for (let room = 0; room < count; room++) {
    disk.room = room
    const error = await taken().catch((thrown) => thrown)
    expect(storageFault(error)?.status).toBe(507)
    expect(files(), `room for ${room} files`).toEqual([])
  }
  disk.room = Number.POSITIVE_INFINITY
  expect(await taken()).toEqual(whole)
  expect(files()).toHaveLength(count + 1)
})

test('a picture that is sent twice at once fails as one, and takes no file of the other', async () => {
  disk.room = 2
  const both = await Promise.allSettled([taken(), taken()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(files()).toEqual([])
  disk.room = Number.POSITIVE_INFINITY
  const [one, other] = await Promise.all([taken(), taken()])
  expect(one).toEqual(other)
})

test('what a process that was killed left unfinished is removed at the next start, and nothing that a running one writes', async () => {
  mkdirSync(join(dataDir, 'media/originals'), { recursive: true })
  mkdirSync(join(dataDir, 'media/incoming/file-x'), { recursive: true })
  const left = ['ab-320.avif.999999999-99.part', 'originals/ab.jpg.999999999-100.part', 'incoming/file-x/file']
  // The parent of this process runs.
  const written = `ab-480.avif.${process.ppid}-1.part`
  for (const name of [...left, written, 'ab-320.webp', 'originals/ab.jpg'])
    writeFileSync(join(dataDir, 'media', name), 'half')
  await removeUnfinished(dataDir)
  expect(
    files()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['ab-320.webp', written, 'ab.jpg'])
  await removeUnfinished(join(dataDir, 'new'))
})
