import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'
import type { Rendering, StoryPreview } from '@/lib/pages/site-runtime'

/** What one render by the framework came to. */
export interface Rendered {
  status: number
  /** Where a redirect leads; null otherwise. */
  location: string | null
  body: Buffer
  /** The Link header that goes with a page; empty without one. */
  link: string
  /** What a document says of itself; null for a page of HTML. */
  document: DocumentHeaders | null
  tags: string[]
}

/** Headers of what is no page: its type, and what its route said beside (app/_machine/machine-document.ts). */
export interface DocumentHeaders {
  contentType: string
  /** As name, value, name, value … */
  others: string[]
}

const SAID_BY_DOCUMENTS = [
  'Link',
  'X-Robots-Tag',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Cache-Control',
]

/** Asks Next for pages inside the process, one request each, with nothing of the client's request but a checked query. */
export class Renderer {
  readonly #handle: RequestListener
  readonly #origin: URL
  readonly #underWay = new AsyncLocalStorage<Rendering>()

  constructor({ handle, siteUrl }: { handle: RequestListener; siteUrl: string }) {
    this.#handle = handle
    this.#origin = new URL(siteUrl)
  }

  /** The render in whose asynchronous context this is asked; null outside of one. */
  rendering(): Rendering | null {
    return this.#underWay.getStore() ?? null
  }

  /**
   * Renders `path`, with the story `asPublished` as if it were public. A render that fails inside the framework comes
   * back as status 500.
   */
  async render(path: string, asPublished?: StoryPreview): Promise<Rendered> {
    const rendering: Rendering = { tags: new Set(), asPublished }
    const request = new IncomingMessage(new Nowhere() as never)
    Object.assign(request, {
      method: 'GET',
      url: path,
      headers: {
        host: this.#origin.host,
        accept: 'text/html',
        // With any name at all, pages are made whole before their first byte (next.config.mjs, htmlLimitedBots).
        'user-agent': 'page-store',
        'x-forwarded-proto': this.#origin.protocol.slice(0, -1),
      },
    })
    request.push(null)
    const response = new Collected(request)
    await this.#underWay.run(rendering, async () => {
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
  const others = SAID_BY_DOCUMENTS.flatMap((name) => {
    const value = response.getHeader(name)
    return value === undefined ? [] : [name, Array.isArray(value) ? value.join(', ') : String(value)]
  })
  return { contentType, others }
}

/** A connection that leads nowhere, so that responses can be written as to any other. */
class Nowhere extends Duplex {
  override _read(): void {}
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done()
  }
}

class Collected extends ServerResponse {
  readonly #chunks: Buffer[] = []
  readonly done: Promise<void>

  constructor(request: IncomingMessage) {
    super(request)
    this.assignSocket(new Nowhere() as never)
    this.done = new Promise((resolve) => this.once('finish', resolve))
  }

  /** Takes everything at once: nobody drains a connection that leads nowhere. */
  override write(chunk: unknown): boolean {
    this.#collect(chunk)
    return true
  }

  override end(chunk?: unknown): this {
    if (typeof chunk !== 'function') this.#collect(chunk)
    return super.end()
  }

  body(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  #collect(chunk: unknown): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
  }
}
