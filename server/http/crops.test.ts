import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inProcess } from '@/db/pictures/in-process'
import { savePicture } from '@/db/pictures/media'
import { picturesByIds } from '@/db/pictures/pictures'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { cropOf } from '@/lib/pictures/crops'
import { Crops } from '@/server/http/crops'
import { sendMedia } from '@/server/http/static-files'

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-crops-'))
const folder = join(dataDir, 'media')
const server = createServer()
let db: MemoryStore
let url = ''
let made = 0

async function cropPath(focalX: number, shape: '16x9' | 'social'): Promise<string> {
  const bytes = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#8a4b2d' } })
    .jpeg()
    .toBuffer()
  mkdirSync(join(folder, 'originals'), { recursive: true })
  const original = `originals/${Math.round(focalX * 100)}cafe0123456789.jpg`
  writeFileSync(join(folder, original), bytes)
  const picture = { widthPx: 1400, heightPx: 900, original, files: [], stated: null }
  const id = await savePicture(db, { alt: '', caption: '', credit: '', focalX, focalY: 0.5, picture, now: NOW })
  const saved = (await picturesByIds(db, [id])).get(id)
  if (!saved) throw new Error('the picture was not saved')
  return cropOf(saved, shape).path
}

beforeAll(async () => {
  db = openMemoryStore()
  const crops = new Crops({ db, maker: inProcess(dataDir), discard: async () => {} })
  const counted = {
    make: (name: string) => {
      made += 1
      return crops.make(name)
    },
  }
  server.on('request', async (request, response) => {
    const name = (request.url ?? '').slice('/media/'.length)
    if (await sendMedia({ folder, crops: counted, headers: [] }, name, request, response)) return
    response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(dataDir, { recursive: true })
})

test('simultaneous requests for a crop share one computation, and caches keep it for a year', async () => {
  const path = await cropPath(0.5, '16x9')
  const answers = await Promise.all(Array.from({ length: 12 }, () => fetch(url + path)))
  const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(answers[0]?.headers.get('content-type')).toBe('image/jpeg')
  expect(answers[0]?.headers.get('cache-control')).toContain('immutable')
  for (const body of bodies) expect(body.equals(bodies[0] as Buffer)).toBe(true)
  const name = path.slice('/media/'.length)
  expect(readdirSync(folder).filter((file) => file.startsWith(name))).toEqual([name])
})

test('a crop that is on disk is sent from there and revalidated by its ETag', async () => {
  const path = await cropPath(0.3, '16x9')
  const first = await fetch(url + path)
  const writtenAt = statSync(join(folder, path.slice('/media/'.length))).mtimeMs
  const madeBefore = made
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[^"]+"$/)
  expect(first.headers.get('last-modified')).toBe(new Date(writtenAt).toUTCString())
  const again = await fetch(url + path, { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect(statSync(join(folder, path.slice('/media/'.length))).mtimeMs).toBe(writtenAt)
  expect(made).toBe(madeBefore)
})

test('an invented name answers 404, makes no file, and writes nothing to the store', async () => {
  const path = await cropPath(0.7, 'social')
  const [files, changes] = [readdirSync(folder), changesIn(db)]
  for (const name of [path.replace('70x', '71x'), '/media/0123456789abcdef-16x9-50x50.jpg', '/media/a-16x9-5x5.jpg']) {
    expect((await fetch(url + name)).status).toBe(404)
  }
  expect(readdirSync(folder)).toEqual(files)
  expect((await fetch(url + path)).status).toBe(200)
  expect(changesIn(db)).toBe(changes)
})

/** How many rows this connection has ever written. */
function changesIn(store: MemoryStore): unknown {
  return store.$client.prepare('select total_changes()').pluck().get()
}
