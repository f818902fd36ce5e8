import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { BoundedRequest, holdBody, OPEN_DOOR_BYTES } from '@/server/http/body-limit'

const HEADERS = { common: ['X-Content-Type-Options', 'nosniff'], page: [], document: [], isPurging: false }
let server: Server | null = null

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A site that reads each body to its end; `read` resolves with what became of the first. */
async function site(linger?: { quietMs: number; totalMs: number }): Promise<{ port: number; read: Promise<string> }> {
  let settle: (how: string) => void = () => {}
  const read = new Promise<string>((resolve) => {
    settle = resolve
  })
  const created = createServer({ IncomingMessage: BoundedRequest }, async (request, response) => {
    if (!holdBody(request, response, HEADERS, linger)) return settle('refused before it was read')
    let bytes = 0
    try {
      for await (const chunk of request) bytes += chunk.length
      response.end('read')
      settle(`${bytes} bytes`)
    } catch (error) {
      settle(`failed: ${(error as NodeJS.ErrnoException).code}`)
    }
  })
  server = created.listen(0, '127.0.0.1')
  await once(created, 'listening')
  const address = created.address()
  return { port: address && typeof address === 'object' ? address.port : 0, read }
}

function send(port: number, bytes: number, headers: Record<string, string | number> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method: 'POST', path: '/somewhere', headers },
      (answer: IncomingMessage) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.write(Buffer.alloc(bytes))
    if (bytes <= OPEN_DOOR_BYTES) sent.end()
  })
}

it('a body up to its limit is read whole', async () => {
  const { port, read } = await site()
  expect(await send(port, OPEN_DOOR_BYTES)).toBe(200)
  expect(await read).toBe(`${OPEN_DOOR_BYTES} bytes`)
})

it('whoever reads a body of no declared length hears that it ends, although the answer 413 was sent without them', async () => {
  const { port, read } = await site({ quietMs: 100, totalMs: 60_000 })
  expect(await send(port, OPEN_DOOR_BYTES + 1)).toBe(413)
  expect(await read).toBe('failed: BODY_ENDED')
})

it('a body that is declared too long is refused before anybody reads it', async () => {
  const { port, read } = await site()
  expect(await send(port, 10, { 'Content-Length': OPEN_DOOR_BYTES + 1 })).toBe(413)
  expect(await read).toBe('refused before it was read')
})

/** Sends a refused body in `pieces` of 1 KB, 100 ms apart; for how many milliseconds the connection stayed open. */
async function sendSlowly(port: number, pieces: number): Promise<number> {
  const startedAt = performance.now()
  const socket = connect(port, '127.0.0.1')
  const closed = once(socket, 'close')
  socket.on('error', () => {}).resume()
  socket.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900000\r\n\r\n')
  for (let piece = 0; piece < pieces && !socket.destroyed; piece++) {
    socket.write(Buffer.alloc(1024))
    await setTimeout(100)
  }
  await closed
  return performance.now() - startedAt
}

it('the connection of a refused client stays while it still sends, and ends when nothing comes', async () => {
  const { port } = await site({ quietMs: 400, totalMs: 60_000 })
  expect(await sendSlowly(port, 1)).toBeGreaterThanOrEqual(390)
  expect(await sendSlowly(port, 10)).toBeGreaterThanOrEqual(1300)
})

it('a refused client that never stops sending is cut off', async () => {
  const { port } = await site({ quietMs: 400, totalMs: 800 })
  expect(await sendSlowly(port, 600)).toBeLessThan(30_000)
})
