import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { chunkOf, crossingOf, LAST_CHUNK, rawRequest } from '@/server/fuzz/raw-request'
import { bodyLimit, OPEN_DOOR_BYTES } from '@/server/http/body-limit'
import { siteHeaders } from '@/server/http/headers'
import { HEAD_WITHIN_MS, REQUEST_WITHIN_MS, siteServer } from '@/server/http/site-server'

const HEADERS = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: '/assets/rules' })
const MIB = 1024 * 1024
const RESET = '/api/desk/entrance/reset'

const connections: Socket[] = []
const closing: (() => void)[] = []
afterEach(() => {
  connections.length = 0
  for (const close of closing.splice(0)) close()
})

async function served(listener: RequestListener, times = {}): Promise<string> {
  const server = siteServer(HEADERS, listener, times)
  server.on('connection', (socket) => connections.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Reads the whole body, as a route that forgot every limit, and answers with its length. */
const forgetful: RequestListener = async (request, response) => {
  let bytes = 0
  try {
    for await (const chunk of request) bytes += (chunk as Buffer).length
    response.setHeader('X-Bytes', bytes)
    response.writeHead(200).end(`${bytes}`)
  } catch {
    response.setHeader('X-Bytes', bytes)
    response.writeHead(500).end()
  }
}

const unread: RequestListener = (_request, response) => {
  response.writeHead(401).end('signed out')
}

function head(path: string, ...headers: [string, string][]) {
  return rawRequest('POST', path, { headers: [['Host', 'observer.example'], ...headers] })
}

function* chunked(path: string, bytes: number) {
  yield head(path, ['Transfer-Encoding', 'chunked'])
  const chunk = Buffer.alloc(64 * 1024, 'a')
  for (let sent = 0; sent < bytes; sent += chunk.length)
    yield chunkOf(chunk.subarray(0, Math.min(chunk.length, bytes - sent)))
  yield LAST_CHUNK
}

test.each([
  [RESET, OPEN_DOOR_BYTES],
  ['/api/auth/sign-in/email', OPEN_DOOR_BYTES],
  ['/api/v1/articles', OPEN_DOOR_BYTES],
  ['/admin', OPEN_DOOR_BYTES],
  ['/', OPEN_DOOR_BYTES],
  ['/api/desk/articles/42/publish', MIB],
  ['/api/desk/articles/42/manuscript', MIB],
  ['/api/desk/pictures?x=1', 50 * MIB],
  ['/api/desk/pictures/42', MIB],
])('%s takes a body of at most %d bytes', (path, bytes) => expect(bodyLimit('POST', path)).toBe(bytes))

test('a story that is saved may be longer than any other form', () => {
  expect(bodyLimit('PUT', '/api/desk/articles/42/manuscript')).toBe(4 * MIB)
})

test('a body of the size that its address takes arrives as a whole', async () => {
  const url = await served(forgetful)
  const answer = await fetch(`${url}${RESET}`, { method: 'POST', body: 'a'.repeat(OPEN_DOOR_BYTES) })
  expect([answer.status, await answer.text()]).toEqual([200, `${OPEN_DOOR_BYTES}`])
})

test('a chunked body without an end answers 413 with words, and nobody gets more of it than its address takes [body-limits]', async () => {
  let most = 0
  const url = await served(async (request, response) => {
    request.on('data', (chunk: Buffer) => {
      most += chunk.length
    })
    request.on('close', () => response.writeHead(500).end())
  })
  const { status, text, sentBytes } = await crossingOf(url, chunked(RESET, 400 * MIB))
  expect(status).toBe(413)
  expect(text).toContain('at most 64 KB are taken here')
  expect(sentBytes).toBeLessThan(50 * MIB)
  expect(most).toBeLessThanOrEqual(OPEN_DOOR_BYTES)
})

test('the route that waited for the rest of a refused body harms nobody when it answers', async () => {
  const url = await served(forgetful)
  const { status } = await crossingOf(url, chunked(RESET, 4 * MIB))
  expect(status).toBe(413)
  expect((await fetch(url, { method: 'POST', body: 'a' })).status).toBe(200)
})

test('a length that is too large is refused before anything is sent, to a program in JSON', async () => {
  const url = await served(forgetful)
  const { status, text } = await crossingOf(url, [head(RESET, ['Content-Length', String(300 * MIB)])])
  expect(status).toBe(413)
  expect(text).toContain('{"problems":[{"field":"","message":"This is too much at once')
})

test('whoever goes on sending after an early answer loses the connection', async () => {
  const url = await served(unread)
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => {})
  let taken = 0
  let isOpen = true
  socket.on('close', () => {
    isOpen = false
  })
  for (const piece of chunked('/api/desk/articles/42/manuscript', 400 * MIB)) {
    if (!isOpen) break
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {})
    taken += piece.length
  }
  expect(isOpen).toBe(false)
  expect(taken).toBeLessThan(200 * MIB)
})

test.each<[string, RequestListener, [string, string]]>([
  ['longer than its address takes', forgetful, ['Transfer-Encoding', 'chunked']],
  ['declared as longer than its address takes', forgetful, ['Content-Length', String(400 * MIB)]],
  ['behind an early answer', unread, ['Transfer-Encoding', 'chunked']],
])('of a body %s the site reads no more than the limit and a megabyte', async (_name, listener, framing) => {
  const url = await served(listener)
  let readBytes = 0
  // A socket that is closed no longer tells.
  const looking = setInterval(() => {
    for (const { bytesRead } of connections) readBytes = Math.max(readBytes, bytesRead)
  }, 5)
  const body = [...chunked(RESET, 40 * MIB)].slice(1)
  const { end } = await crossingOf(url, [head(RESET, framing), ...body], { goesOn: true })
  clearInterval(looking)
  expect(end).toBe('closed')
  expect(readBytes).toBeGreaterThan(OPEN_DOOR_BYTES)
  expect(readBytes).toBeLessThan(OPEN_DOOR_BYTES + MIB + 256 * 1024)
})

test('a small body behind an early answer leaves the connection open for the next request', async () => {
  const url = await served(unread)
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (bytes) => {
    text += bytes.toString()
  })
  socket.write(head('/api/desk/articles/42/manuscript', ['Content-Length', '4']))
  while (!text.includes('signed out')) await once(socket, 'data')
  socket.write('body')
  text = ''
  socket.write(head('/api/desk/articles/43/manuscript', ['Content-Length', '0']))
  while (!text.includes('signed out')) await once(socket, 'data')
  socket.destroy()
})

test('a head is cut after ten seconds, a body after thirty', () => {
  expect([HEAD_WITHIN_MS, REQUEST_WITHIN_MS]).toEqual([10_000, 30_000])
})

test.each([
  ['head', 'POST / HTTP/1.1\r\nHost: observer.exam', { headMs: 300, requestMs: 60_000 }],
  [
    'body',
    'POST / HTTP/1.1\r\nHost: observer.example\r\nContent-Length: 10\r\n\r\nslow',
    { headMs: 300, requestMs: 300 },
  ],
])('a slow %s is cut when its time is over, and not up to a minute later', async (_part, sent, times) => {
  const url = await served(forgetful, times)
  const before = performance.now()
  const { status, end } = await crossingOf(url, [sent], { withinMs: 20_000 })
  expect([status, end]).toEqual([408, 'closed'])
  expect(performance.now() - before).toBeLessThan(5000)
})
