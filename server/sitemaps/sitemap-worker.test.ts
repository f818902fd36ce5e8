import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SitemapWorker } from '@/server/sitemaps/sitemap-worker'

/** Answers with its niceness; a HEAD, which makes the index beforehand, only once another address was asked for. */
const THREAD = `
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
let release = () => {}
const asked = new Promise((resolve) => { release = resolve })
createServer(async (request, response) => {
  if (request.method === 'HEAD' && workerData.headers.includes('waits')) await asked
  release()
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

/** Starts the server; what it answers to a request for the index. */
async function serving({ waits }: { waits: boolean }): Promise<() => Promise<string>> {
  worker = new SitemapWorker(join(folder, 'thread.mjs'), {
    ...{ store: join(folder, 'store.sqlite'), clockFile: null, siteUrl: 'https://observer.example' },
    ...{ builtAt: new Date(0), headers: waits ? ['waits'] : [] },
  })
  server = createServer((request, response) => void worker.answer(request.url ?? '', request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return async () => (await fetch(`http://127.0.0.1:${port}/sitemap.xml`)).text()
}

test('the index is made beforehand by a thread that gives way and ends, and requests are answered by another', async () => {
  const get = await serving({ waits: false })
  await worker.prepare()
  expect(await get()).toBe('niceness 5')
})

test('who asks meanwhile is answered by that thread, and who asks later by another', async () => {
  const get = await serving({ waits: true })
  const preparing = worker.prepare()
  expect(await get()).toBe('niceness 10')
  await preparing
  expect(await get()).toBe('niceness 5')
})

test('nothing is made beforehand where a thread answers already', async () => {
  const get = await serving({ waits: false })
  expect(await get()).toBe('niceness 5')
  await worker.prepare()
  expect(await get()).toBe('niceness 5')
})
