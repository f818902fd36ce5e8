import { once } from 'node:events'
import { connect } from 'node:net'

/** What came back over a connection on which one request was sent. */
export interface RawAnswer {
  /** null when the connection ended without an answer. */
  status: number | null
  /** The first bytes of the answer, heads and body. */
  text: string
  /** How many bytes of the request the connection took before it ended. */
  sentBytes: number
  /** Whether the site ended the connection, or never answered within the time. */
  end: 'closed' | 'timed out'
}

/** More of an answer is not looked at. */
const MAX_TEXT = 4096
const WITHIN_MS = 30_000

/** The bytes of a request without a body, or with one of a known length. The head ends the connection after the answer. */
export function rawRequest(
  method: string,
  target: string,
  { headers, body }: { headers: readonly (readonly [string, string])[]; body?: Buffer | undefined },
): Buffer {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  return body ? Buffer.concat([head, body]) : head
}

/** `bytes` as one chunk of a chunked body (RFC 9112, section 7.1). */
export function chunkOf(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
}

/** The end of a chunked body. */
export const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/**
 * Sends `chunks` over a new connection to the site at `url`, and reads until the site ends it or `withinMs` have passed.
 * Stops sending when the connection ends and, unless it `goesOn`, at the first byte of an answer. Never throws.
 */
export async function crossingOf(
  url: string,
  chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
  { withinMs = WITHIN_MS, goesOn = false }: { withinMs?: number; goesOn?: boolean } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  const answer: RawAnswer = { status: null, text: '', sentBytes: 0, end: 'closed' }
  let isOver = false
  const over = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true
      resolve()
    }
    socket.once('end', end).once('close', end)
    // A site that refuses a body may end the connection while it is still sent.
    socket.on('error', end)
  })
  socket.on('data', (bytes: Buffer) => {
    if (answer.text.length < MAX_TEXT) answer.text += bytes.toString('latin1')
  })
  const impatience = setTimeout(() => {
    answer.end = 'timed out'
    socket.destroy()
  }, withinMs)
  for await (const chunk of chunks) {
    if (isOver || (answer.text !== '' && !goesOn)) break
    const isTaken = socket.write(chunk, () => {
      answer.sentBytes += chunk.length
    })
    if (!isTaken) await Promise.race([once(socket, 'drain').catch(() => {}), over])
  }
  await over
  clearTimeout(impatience)
  socket.destroy()
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(answer.text)?.[1]
  return { ...answer, status: status === undefined ? null : Number(status) }
}
