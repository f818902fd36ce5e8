import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CompressedFiles } from '@/server/http/compressed-files'
import { compressStaticFiles, StaticFiles, sendMedia } from '@/server/http/static-files'

const PICTURE = '0123456789abcdef-800.jpeg'
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-files-'))
const compressed = new CompressedFiles(join(folder, 'compressed'))
const server = createServer()
let url = ''

beforeAll(async () => {
  mkdirSync(join(folder, 'new/chunks'), { recursive: true })
  mkdirSync(join(folder, 'old'))
  mkdirSync(join(folder, 'media/originals'), { recursive: true })
  writeFileSync(join(folder, 'new/chunks/page.css'), '.headline { color: black }'.repeat(50))
  writeFileSync(join(folder, 'new/same.js'), 'new')
  writeFileSync(join(folder, 'old/same.js'), 'old')
  writeFileSync(join(folder, 'old/gone.js'), 'kept')
  writeFileSync(join(folder, 'media', PICTURE), 'jpeg')
  writeFileSync(join(folder, 'media/originals', PICTURE), 'with the place where it was taken')
  const files = new StaticFiles(
    [
      { folder: join(folder, 'new'), url: '/assets/', immutable: true },
      { folder: join(folder, 'old'), url: '/assets/', immutable: true },
    ],
    { compressed, headers: ['X-Content-Type-Options', 'nosniff'] },
  )
  server.on('request', async (request, response) => {
    const path = request.url ?? ''
    if (files.has(path)) return files.send(path, request, response)
    const name = path.slice('/media/'.length)
    const media = { folder: join(folder, 'media'), crops: { make: async () => false }, headers: [] }
    if (await sendMedia(media, name, request, response)) return
    response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('a file is sent compressed, for a year, with its type', async () => {
  const answer = await fetch(`${url}/assets/chunks/page.css`, { headers: { 'Accept-Encoding': 'br' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(await answer.text()).toBe('.headline { color: black }'.repeat(50))
})

test('what the build compressed is sent as it is, and what it did not is compressed by the server', async () => {
  const folders = [{ folder: join(folder, 'new'), url: '/assets/', immutable: true }]
  await compressStaticFiles(folders, compressed)
  const sheet = Buffer.from('.headline { color: black }'.repeat(50))
  const bodies = await compressed.of(sheet)
  expect(brotliDecompressSync(bodies.br)).toEqual(sheet)
  expect(gunzipSync(bodies.gzip)).toEqual(sheet)
  const names = readdirSync(compressed.folder)
  for (const name of names) writeFileSync(join(compressed.folder, name), 'written by the build')
  expect(await compressed.of(sheet)).toEqual({
    gzip: Buffer.from('written by the build'),
    br: Buffer.from('written by the build'),
  })
  const other = Buffer.from('.standfirst { color: black }'.repeat(50))
  expect(brotliDecompressSync((await compressed.of(other)).br)).toEqual(other)

  // The next build writes what is new, and removes what is gone.
  await compressed.write([sheet, other])
  expect((await compressed.of(sheet)).br.toString()).toBe('written by the build')
  expect(readdirSync(compressed.folder)).toHaveLength(4)
  await compressed.write([])
  expect(readdirSync(compressed.folder)).toEqual([])
})

test('files of the previous build are served too, and the newest of two wins', async () => {
  expect(await (await fetch(`${url}/assets/same.js`)).text()).toBe('new')
  expect(await (await fetch(`${url}/assets/gone.js`)).text()).toBe('kept')
})

test('a client with the current file gets 304', async () => {
  const { headers } = await fetch(`${url}/media/${PICTURE}`)
  const etag = headers.get('etag') ?? ''
  const again = await fetch(`${url}/media/${PICTURE}`, { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('a picture has a Last-Modified date, which is answered with 304; an ETag decides before the date', async () => {
  const { headers } = await fetch(`${url}/media/${PICTURE}`)
  const since = headers.get('last-modified') ?? ''
  const status = async (requestHeaders: Record<string, string>) =>
    (await fetch(`${url}/media/${PICTURE}`, { headers: requestHeaders })).status
  expect(await status({ 'If-Modified-Since': since })).toBe(304)
  expect(await status({ 'If-Modified-Since': new Date(0).toUTCString() })).toBe(200)
  expect(await status({ 'If-Modified-Since': since, 'If-None-Match': '"another"' })).toBe(200)
})

test.each([
  `/media/originals/${PICTURE}`,
  `/media/..%2Foriginals%2F${PICTURE}`,
  '/media/../../etc/passwd',
  '/media/0123456789abcdef-800.svg',
  '/assets/../old/gone.js',
])('%s answers 404', async (path) => {
  expect((await fetch(url + path)).status).toBe(404)
})
