import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'
import type { Rendering } from '@/lib/pages/site-runtime'

/** The response of one render by the framework. */
export interface Rendered {
  status: number
  /** Target of a redirect; null otherwise. */
  location: string | null
  body: Buffer
  /** The Link header of a page; empty without one. */
  link: string
  /** Headers of a document that is not HTML; null for a page. */
  document: DocumentHeaders | null
  tags: string[]
}

/** Headers of a document that is not HTML: its type, and those that its route set (app/_machine/machine-document.ts). */
export interface DocumentHeaders {
  contentType: string
  /** As name, value, name, value … */
  others: string[]
}

const DOCUMENT_HEADERS = [
  'Link',
  'X-Robots-Tag',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Cache-Control',
]

/** Renders pages with Next inside the process: one request each, which carries nothing from the client but a checked query. */
export class Renderer {
  readonly #handle: RequestListener
  readonly #origin: URL
  readonly #current = new AsyncLocalStorage<Rendering>()

  constructor({ handle, siteUrl }: { handle: RequestListener; siteUrl: string }) {
    this.#handle = handle
    this.#origin = new URL(siteUrl)
  }

  /** The render in whose asynchronous context this is called; null outside of one. */
  rendering(): Rendering | null {
    return this.#current.getStore() ?? null
  }

  /**
   * Renders `path`, with the story `asPublished` as if it were public, and with `reads` as what was read already. Once
   * `signal` aborts, nobody waits for the page; `goOn` is awaited after queries on other threads. A render that fails inside the framework has status 500.
   */
  async render(path: string, how: Omit<Rendering, 'tags'> = {}): Promise<Rendered> {
    const rendering: Rendering = { tags: new Set(), ...how }
    const request = new IncomingMessage(new NullSocket() as never)
    Object.assign(request, {
      method: 'GET',
      url: path,
      headers: {
        host: this.#origin.host,
        accept: 'text/html',
        // Any User-Agent makes Next finish a page before its first byte (next.config.mjs, htmlLimitedBots).
        'user-agent': 'page-store',
        'x-forwarded-proto': this.#origin.protocol.slice(0, -1),
      },
    })
    request.push(null)
    const response = new BufferedResponse(request)
    await this.#current.run(rendering, async () => {
      await Promise.all([response.done, this.#handle(request, response)])
    })
    const location = response.getHeader('location')
    const link = response.getHeader('link')
    return {
      status: response.statusCode,
      // Next may set it twice, to the same address.
      location: location === undefined ? null : String(Array.isArray(location) ? location[0] : location),
      body: response.body(),
      document: documentHeaders(response),
      link: Array.isArray(link) ? [...new Set(link)].join(', ') : String(link ?? ''),
      tags: [...rendering.tags],
    }
  }
}

function documentHeaders(response: ServerResponse): DocumentHeaders | null {
  const contentType = String(response.getHeader('content-type') ?? 'text/html')
  if (contentType.startsWith('text/html')) return null
  const others = DOCUMENT_HEADERS.flatMap((name) => {
    const value = response.getHeader(name)
    return value === undefined ? [] : [name, Array.isArray(value) ? value.join(', ') : String(value)]
  })
  return { contentType, others }
}

/** A socket that discards what is written, so that a response can be used without a connection. */
class NullSocket extends Duplex {
  override _read(): void {}
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done()
  }
}

/** A response whose body is kept in memory. */
class BufferedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []
  readonly done: Promise<void>

  constructor(request: IncomingMessage) {
    super(request)
    this.assignSocket(new NullSocket() as never)
    this.done = new Promise((resolve) => this.once('finish', resolve))
  }

  /** Never asks the writer to wait: this socket emits no drain event. */
  override write(chunk: unknown): boolean {
    this.#buffer(chunk)
    return true
  }

  override end(chunk?: unknown): this {
    if (typeof chunk !== 'function') this.#buffer(chunk)
    return super.end()
  }

  body(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  #buffer(chunk: unknown): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
  }
}
