import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { NOW } from '@/db/testing/fixtures'
import { sendHttp } from '@/server/deliveries/send-http'

const NEVER_ABORTED = new AbortController().signal
let server: Server | null = null

afterEach(() => {
  vi.useRealTimers()
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

const send = (url: string, signal = NEVER_ABORTED, method = 'POST') =>
  sendHttp({ method, url, headers: { 'Idempotency-Key': '7:2' }, body: '{"headline":"Fähre"}' }, { signal, now: NOW })

test('a request arrives as it is, and its response is returned [idempotency-key]', async () => {
  const received: unknown[] = []
  const url = await serving(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push(request.method, request.headers['idempotency-key'], Buffer.concat(chunks).toString())
    response.writeHead(202).end('taken')
  })
  expect(await send(url, NEVER_ABORTED, 'PURGE')).toEqual({
    isSuccess: true,
    status: 202,
    text: 'taken',
    retryAfterMs: null,
  })
  expect(received).toEqual(['PURGE', '7:2', '{"headline":"Fähre"}'])
})

test('a failure has its status, its text and its Retry-After', async () => {
  const url = await serving((_request, response) => response.writeHead(503, { 'Retry-After': '30' }).end('later'))
  expect(await send(url)).toEqual({ isSuccess: false, status: 503, text: 'later', retryAfterMs: 30_000 })
})

test('redirects are not followed', async () => {
  const url = await serving((request, response) =>
    request.url === '/' ? response.writeHead(307, { Location: '/inside' }).end() : response.end('inside'),
  )
  expect(await send(url)).toMatchObject({ isSuccess: false, status: 307, text: '' })
})

test('of an endless response the first 2 KB are read', async () => {
  const url = await serving((_request, response) => {
    const more = setInterval(() => response.write('x'.repeat(1500)), 1)
    response.on('close', () => clearInterval(more))
  })
  expect((await send(url)).text).toBe('x'.repeat(2048))
})

test('a connection error is described in words', async () => {
  const url = await serving((request) => request.socket.destroy())
  expect(await send(url)).toMatchObject({ isSuccess: false, status: null, text: 'socket hang up' })
  expect((await send('http://127.0.0.1:1/')).text).toContain('ECONNREFUSED')
})

test('a request ends when the site stops', async () => {
  const stopping = new AbortController()
  const url = await serving(() => stopping.abort())
  expect((await send(url, stopping.signal)).isSuccess).toBe(false)
})

test('a response is awaited for ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let isReceived: () => void = () => {}
  const received = new Promise<void>((resolve) => (isReceived = resolve))
  const url = await serving(() => isReceived())
  const responses: unknown[] = []
  const sending = send(url).then((response) => responses.push(response))
  await received
  await vi.advanceTimersByTimeAsync(9999)
  expect(responses).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await sending
  expect(responses).toMatchObject([{ isSuccess: false, status: null, text: 'No answer within 10 seconds.' }])
})
