import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SitemapWorker } from '@/server/sitemaps/sitemap-worker'

/** Answers with its niceness; to one method only once it was asked by another. */
const THREAD = `
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
let release = () => {}
const asked = new Promise((resolve) => { release = resolve })
createServer(async (request, response) => {
  if (request.method === workerData.headers[1]) await asked
  else release()
  response.end('niceness ' + workerData.niceness)
}).listen(workerData.socket, () => parentPort.postMessage('open'))
`

let folder: string
let server: Server
let worker: SitemapWorker

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-sitemap-worker-'))
  writeFileSync(join(folder, 'thread.mjs'), THREAD)
})

afterEach(async () => {
  await worker.close()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

interface Serving {
  /** The method whose requests wait for another. */
  waits?: 'GET' | 'HEAD'
  withinMs?: number
}

/** Starts the server; asks it for the index. */
async function serving({ waits, ...limit }: Serving = {}): Promise<(method?: string) => Promise<Response>> {
  const site = { store: join(folder, 'store.sqlite'), clockFile: null, siteUrl: 'https://observer.example' }
  const headers = ['X-Waits', waits ?? 'none']
  worker = new SitemapWorker(join(folder, 'thread.mjs'), { ...site, builtAt: new Date(0), headers }, limit)
  server = createServer((request, response) => void worker.answer(request.url ?? '', request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return (method = 'GET') => fetch(`http://127.0.0.1:${port}/sitemap.xml`, { method })
}

test('the index is made beforehand by a thread that gives way and ends, and requests are answered by another', async () => {
  const get = await serving()
  await worker.prepare()
  expect(await (await get()).text()).toBe('niceness 5')
})

test('who asks meanwhile is answered by that thread, and who asks later by another', async () => {
  const get = await serving({ waits: 'HEAD' })
  const preparing = worker.prepare()
  expect(await (await get()).text()).toBe('niceness 10')
  await preparing
  expect(await (await get()).text()).toBe('niceness 5')
})

test('nothing is made beforehand where a thread answers already', async () => {
  const get = await serving()
  expect(await (await get()).text()).toBe('niceness 5')
  await worker.prepare()
  expect(await (await get()).text()).toBe('niceness 5')
})

test('what takes long is answered with when to ask again, and made for who asks then [answers-in-time]', async () => {
  const get = await serving({ waits: 'GET', withinMs: 50 })
  const late = await get()
  expect([late.status, late.headers.get('retry-after'), late.headers.get('cache-control')]).toEqual([
    ...[503, '120', 'no-store'],
  ])
  expect(await late.text()).toBe('The sitemaps are being made. Please ask again in 2 minutes.\n')
  expect((await get('HEAD')).status).toBe(200)
  expect(await (await get()).text()).toBe('niceness 5')
})
