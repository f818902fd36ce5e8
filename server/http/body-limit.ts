import { IncomingMessage, type ServerResponse } from 'node:http'
import type { Operation } from '@/lib/admin-api/operation'
import { isAdminApiPath, OPERATIONS } from '@/lib/admin-api/operations'
import { problemDocument } from '@/lib/admin-api/problem'
import { PROBLEM_TYPE } from '@/lib/content-api/problem'
import { type Endpoint, MAX_JSON_BYTES } from '@/lib/desk/endpoint'
import { ENDPOINTS } from '@/lib/desk/endpoints'
import { BODY_ENDED } from '@/lib/pages/broken-off'
import type { SiteHeaders } from '@/server/http/headers'

/** For every address that declares no more: sign-in, forms without a session, readers' pages. */
export const OPEN_DOOR_BYTES = 64 * 1024

/** How long the connection of a refused client stays open, so that it can read why. */
interface Linger {
  /** After the last piece of the body that came. */
  quietMs: number
  /** In all. */
  totalMs: number
}

/** As long as nginx (lingering_timeout, lingering_time). */
const LINGER: Linger = { quietMs: 5000, totalMs: 30_000 }
/** What of a refused body is still read and dropped: a client that is nearly done can finish, and then reads why. */
const DROPPED_BYTES = 1024 ** 2

/** A form has names and boundaries around its file. */
const FORM_BYTES = 128 * 1024

/** The addresses that declare a limit of their own. */
const DECLARED = [
  ...Object.values<Endpoint>(ENDPOINTS),
  ...Object.values<Operation>(OPERATIONS).map(({ maxFileBytes, ...operation }) => ({
    ...operation,
    ...(maxFileBytes !== undefined && { maxFileBytes: maxFileBytes + FORM_BYTES }),
  })),
].flatMap(({ method, path, maxFileBytes, maxJsonBytes }) => {
  const bytes = maxFileBytes ?? maxJsonBytes
  return bytes === undefined ? [] : [{ method, pattern: patternOf(path), bytes }]
})

/** The most bytes that the body of a request to `url` may have. */
export function bodyLimit(method: string | undefined, url: string): number {
  const [path = ''] = url.split('?')
  if (method === 'GET' || method === 'HEAD') return OPEN_DOOR_BYTES
  const isDesk = path.startsWith('/api/desk/') && !path.startsWith('/api/desk/entrance/')
  if (!isDesk && !isAdminApiPath(path)) return OPEN_DOOR_BYTES
  const declared = DECLARED.find((one) => one.method === method && one.pattern.test(path))
  return declared?.bytes ?? MAX_JSON_BYTES
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\[\w+\]/g, '[^/]+')}/?$`)
}

/**
 * A request whose body ends for its readers at a limit, and is dropped from there on. A little more is read; then the
 * connection is not read any more, because each byte that is read takes memory until it is collected.
 */
export class BoundedRequest extends IncomingMessage {
  #left = 0
  #droppedBytes = 0
  #exceeded: (() => void) | null = null
  #quiet: NodeJS.Timeout | null = null
  #lingersUntil = 0

  /** Passes on at most `bytes` of the body; calls `exceeded` once when there is more. Without a call, nothing is. */
  limit(bytes: number, exceeded: () => void): void {
    this.#left = bytes
    this.#exceeded = exceeded
  }

  /** Calls `end` once, when no piece of the body has come for a while: a slow client still sends, and reads then why. */
  whenQuiet(end: () => void, { quietMs, totalMs }: Linger): void {
    this.#lingersUntil = performance.now() + totalMs
    this.#quiet = setTimeout(end, quietMs).unref()
  }

  /**
   * Goes on counting after the answer. Node lets what nobody has begun to read pass by without a call of `push`; read by
   * us, it is passed on to nobody and counted as before.
   */
  countUnread(): void {
    this.read(0)
    this.resume()
  }

  /** Called by the HTTP parser with each piece of the body, and with null at its end. */
  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (!(chunk instanceof Uint8Array)) return super.push(chunk, encoding)
    if (chunk.length <= this.#left) {
      this.#left -= chunk.length
      return super.push(chunk, encoding)
    }
    this.#left = 0
    this.#exceeded?.()
    this.#exceeded = null
    this.#droppedBytes += chunk.length
    if (performance.now() < this.#lingersUntil) this.#quiet?.refresh()
    // false stops the reading of the connection.
    return this.#droppedBytes <= DROPPED_BYTES
  }
}

/**
 * Holds the body of a request to its limit before anything looks at it, however it is sent: true when the request may
 * go on. Beyond the limit the answer is 413, whatever else is about to answer, and the connection ends.
 */
export function holdBody(
  request: BoundedRequest,
  response: ServerResponse,
  headers: SiteHeaders,
  linger = LINGER,
): boolean {
  const limit = bodyLimit(request.method, request.url ?? '/')
  // An answer may come before the body: what the client sends from then on is bounded too.
  response.once('prefinish', () => {
    if (!request.complete) request.countUnread()
  })
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > limit) {
    refuse(request, response, { limit, headers, linger })
    return false
  }
  request.limit(limit, () => refuse(request, response, { limit, headers, linger }))
  return true
}

function refuse(
  request: BoundedRequest,
  response: ServerResponse,
  { limit, headers, linger }: { limit: number; headers: SiteHeaders; linger: Linger },
): void {
  if (!response.headersSent) {
    const size = limit >= 1024 ** 2 ? `${Math.floor(limit / 1024 ** 2)} MB` : `${Math.floor(limit / 1024)} KB`
    const message = `This is too much at once: at most ${size} are taken here.`
    const isForProgram = request.url?.startsWith('/api/') ?? false
    const isAdminApi = isAdminApiPath(request.url?.split('?', 1)[0] ?? '/')
    const json = isAdminApi ? problemDocument(413, message) : { problems: [{ field: '', message }], message }
    const body = isForProgram ? JSON.stringify(json) : `${message}\n`
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    response.writeHead(413, [
      ...headers.common,
      ...['Content-Type', isAdminApi ? PROBLEM_TYPE : isForProgram ? 'application/json' : 'text/plain; charset=utf-8'],
      ...['Cache-Control', 'no-store', 'Content-Length', String(Buffer.byteLength(body))],
    ])
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  silence(response)
  request.whenQuiet(() => end(request), linger)
}

/**
 * Ends the connection, and the body for whoever still reads it: once the answer is sent Node does not tell them, and they
 * would wait, with an open file, for good.
 */
function end(request: BoundedRequest): void {
  request.destroy(Object.assign(new Error('the body was larger than its limit'), { code: BODY_ENDED }))
  request.socket.destroy()
}

/** Makes later attempts to answer do nothing: whoever waits for the body will want to say that it failed. */
function silence(response: ServerResponse): void {
  const done = (...args: unknown[]) => {
    const callback = args.findLast((arg) => typeof arg === 'function')
    if (typeof callback === 'function') process.nextTick(() => callback())
  }
  Object.assign(response, {
    write: (...args: unknown[]) => {
      done(...args)
      return true
    },
    end: (...args: unknown[]) => {
      done(...args)
      return response
    },
    writeHead: () => response,
    setHeader: () => response,
    appendHeader: () => response,
    removeHeader: () => {},
    flushHeaders: () => {},
  })
}
