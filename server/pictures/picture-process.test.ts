import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { PictureProcess } from '@/server/pictures/picture-process'

/** Inside the project, where the packages are found. */
const built = mkdtempSync(join(resolve('node_modules'), '.decoding-'))
const script = join(built, 'decoding-process.mjs')

let dataDir: string
let made: PictureProcess[]

beforeAll(async () => {
  await build({
    entryPoints: ['server/pictures/decoding-process.ts'],
    outfile: script,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  // Stands in for a decoder that ends its process, and for one that never ends.
  writeFileSync(
    join(built, 'hostile.mjs'),
    "process.on('message', ({ picture }) => picture.endsWith('crash') ? process.kill(process.pid, 'SIGSEGV') : setInterval(() => {}, 1000))",
  )
  // Takes longer to end than the next process to begin.
  writeFileSync(
    join(built, 'slow-to-end.mjs'),
    `process.on('message', ({ job }) => setTimeout(() => process.send({ job, done: { unusable: String(process.pid) }, rssBytes: 2 }), 150))
    process.on('disconnect', () => setTimeout(() => process.exit(0), 400))`,
  )
})

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-decoding-'))
  made = []
})

afterEach(() => {
  for (const each of made) each.close()
  rmSync(dataDir, { recursive: true })
})

afterAll(() => rmSync(built, { recursive: true }))

function aProcess(options: ConstructorParameters<typeof PictureProcess>[1] = {}, file = script): PictureProcess {
  const process = new PictureProcess({ script: file, dataDir }, options)
  made.push(process)
  return process
}

function incoming(name: string, bytes: Buffer): string {
  const folder = join(dataDir, 'media/incoming', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'file'), bytes)
  return join(folder, 'file')
}

const QUAY = sharp({ create: { width: 400, height: 300, channels: 3, background: '#8a4b2d' } })

/** Whether a process of that number is there. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('takes a picture, refuses one in words, and cuts a crop', async () => {
  const process = aProcess()
  const taken = await process.picture(incoming('quay', await QUAY.clone().jpeg().toBuffer()))
  if ('unusable' in taken) throw new Error(taken.unusable)
  expect(taken.picture).toMatchObject({ widthPx: 400, heightPx: 300 })
  expect(await process.picture(incoming('drawing', Buffer.from('<svg/>')))).toEqual({
    unusable: expect.stringMatching(/SVG/),
  })
  const crop = { area: { left: 0, top: 0, width: 300, height: 300 }, widthPx: 300, heightPx: 300 }
  await process.crop({ name: 'square.jpg', original: taken.picture.original, crop })
  expect(await sharp(join(dataDir, 'media/square.jpg')).metadata()).toMatchObject({ width: 300, height: 300 })
  await expect(process.crop({ name: 'b.jpg', original: 'originals/nothing.jpg', crop })).rejects.toMatchObject({
    code: 'ENOENT',
  })
  expect(readdirSync(join(dataDir, 'media')).join()).not.toContain('.part')
})

it('a file that ends the process is refused in words, and the next one is taken', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const hostile = aProcess({}, join(built, 'hostile.mjs'))
  expect(await hostile.picture('/crash')).toEqual({ unusable: expect.stringMatching(/cannot be read.*upload that/) })
  expect(hostile.pid).toBeNull()
  expect(await hostile.picture('/crash')).toMatchObject({ unusable: expect.any(String) })
  expect(log).toHaveBeenCalledTimes(2)
  log.mockRestore()
})

it('a file that never ends is refused in words', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const hostile = aProcess({ jobMs: 30 }, join(built, 'hostile.mjs'))
  expect(await hostile.picture('/endless')).toEqual({ unusable: expect.stringMatching(/time and memory/) })
  log.mockRestore()
})

it('a picture that takes more processor time than one may have is refused in words', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const large = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#8a4b2d' } })
    .jpeg()
    .toBuffer()
  const strict = aProcess({ jobMs: 100 })
  expect(await strict.picture(incoming('large', large))).toEqual({ unusable: expect.stringMatching(/time and memory/) })
  log.mockRestore()
})

it('the process ends when it has nothing to do, and another takes the next picture', async () => {
  const process = aProcess({ idleMs: 50 })
  const file = incoming('quay', await QUAY.clone().png().toBuffer())
  await process.picture(file)
  const { pid } = process
  if (pid === null) throw new Error('there is no process')
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5000 })
  expect(process.pid).toBeNull()
  expect(await process.picture(incoming('again', await QUAY.clone().png().toBuffer()))).toMatchObject({ notices: [] })
})

it('a process that ends after its last job takes none of the jobs of the next one with it', async () => {
  const process = aProcess({ maxBytes: 1 }, join(built, 'slow-to-end.mjs'))
  const pids = new Set<string>()
  for (const name of ['a', 'b', 'c', 'd']) pids.add(JSON.stringify(await process.picture(`/${name}`)))
  expect([...pids].join()).not.toContain('cannot be read')
  expect(pids.size).toBe(4)
})

it('the process is below what serves readers', async () => {
  const process = aProcess()
  await process.picture(incoming('drawing', Buffer.from('<svg/>')))
  expect(getPriority(process.pid ?? 0)).toBeGreaterThan(getPriority())
})

it('pictures wait for each other', async () => {
  const process = aProcess()
  const bytes = await QUAY.clone().jpeg().toBuffer()
  const taken = await Promise.all(['a', 'b', 'c'].map((name) => process.picture(incoming(name, bytes))))
  expect(taken.every((one) => 'picture' in one)).toBe(true)
})
