import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { NOW } from '@/db/testing/fixtures'
import { sendHttp } from '@/server/deliveries/http-post'

const GOING = new AbortController().signal
let server: Server | null = null

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

async function serving(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}/`
}

const to = (url: string, signal = GOING, method = 'POST') =>
  sendHttp({ method, url, headers: { 'Idempotency-Key': '7:2' }, body: '{"headline":"Fähre"}' }, { signal, now: NOW })

test('what is sent arrives as it is, and the answer comes back', async () => {
  const heard: unknown[] = []
  const url = await serving(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    heard.push(request.method, request.headers['idempotency-key'], Buffer.concat(chunks).toString())
    response.writeHead(202).end('taken')
  })
  expect(await to(url, GOING, 'PURGE')).toEqual({ isFine: true, status: 202, words: 'taken', retryAfterMs: null })
  expect(heard).toEqual(['PURGE', '7:2', '{"headline":"Fähre"}'])
})

test('a failure tells its status, its words, and when to come back', async () => {
  const url = await serving((_request, response) => response.writeHead(503, { 'Retry-After': '30' }).end('later'))
  expect(await to(url)).toEqual({ isFine: false, status: 503, words: 'later', retryAfterMs: 30_000 })
})

test('nobody is followed elsewhere', async () => {
  const url = await serving((request, response) =>
    request.url === '/' ? response.writeHead(307, { Location: '/inside' }).end() : response.end('inside'),
  )
  expect(await to(url)).toMatchObject({ isFine: false, status: 307, words: '' })
})

test('of an endless answer the first 2 KB are read', async () => {
  const url = await serving((_request, response) => {
    const more = setInterval(() => response.write('x'.repeat(1500)), 1)
    response.on('close', () => clearInterval(more))
  })
  expect((await to(url)).words).toBe('x'.repeat(2048))
})

test('what goes wrong is told in words', async () => {
  const url = await serving((request) => request.socket.destroy())
  expect(await to(url)).toMatchObject({ isFine: false, status: null, words: 'socket hang up' })
  expect((await to('http://127.0.0.1:1/')).words).toContain('ECONNREFUSED')
})

test('a site that is leaving waits for nobody', async () => {
  const url = await serving(() => {})
  const leaving = new AbortController()
  setTimeout(() => leaving.abort(), 30)
  const begun = performance.now()
  expect((await to(url, leaving.signal)).isFine).toBe(false)
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('nobody is waited for longer than ten seconds', async () => {
  const url = await serving(() => {})
  expect(await to(url)).toMatchObject({ isFine: false, status: null, words: 'No answer within 10 seconds.' })
})
