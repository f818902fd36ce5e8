import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'

/** What one render by the framework came to. */
export interface Rendered {
  status: number
  /** Where a redirect leads; null otherwise. */
  location: string | null
  html: string
  /** The Link header that goes with the page; empty without one. */
  link: string
  tags: string[]
}

type FinishedPage = Pick<Rendered, 'html' | 'link' | 'tags'>

/** Asks Next for pages inside the process, one request a page, with nothing of the client's request in it. */
export class Renderer {
  readonly #handle: RequestListener
  readonly #origin: URL
  readonly #underWay = new AsyncLocalStorage<FinishedPage>()

  constructor({ handle, siteUrl }: { handle: RequestListener; siteUrl: string }) {
    this.#handle = handle
    this.#origin = new URL(siteUrl)
  }

  /** To be called by the cache handler, in the asynchronous context of the render that it belongs to. */
  finished(finished: FinishedPage): void {
    const page = this.#underWay.getStore()
    if (page) Object.assign(page, finished)
  }

  /** The render in whose asynchronous context this is asked; null outside of one. */
  rendering(): object | null {
    return this.#underWay.getStore() ?? null
  }

  /** Renders `path` (no query). A render that fails inside the framework comes back as status 500. */
  async render(path: string): Promise<Rendered> {
    const page: FinishedPage = { html: '', link: '', tags: [] }
    const request = new IncomingMessage(new Nowhere() as never)
    Object.assign(request, {
      method: 'GET',
      url: path,
      headers: {
        host: this.#origin.host,
        accept: 'text/html',
        // No user-agent: a client that Next knows for a crawler gets its pages rendered apart, and never stored.
        'x-forwarded-proto': this.#origin.protocol.slice(0, -1),
      },
    })
    request.push(null)
    const response = new Collected(request)
    await this.#underWay.run(page, async () => {
      await Promise.all([response.done, this.#handle(request, response)])
    })
    const location = response.getHeader('location')
    return {
      status: response.statusCode,
      // Next may set it twice, to the same address.
      location: location === undefined ? null : String(Array.isArray(location) ? location[0] : location),
      html: page.html || response.text(),
      link: page.link,
      tags: page.tags,
    }
  }
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

  override write(chunk: unknown, ...rest: never[]): boolean {
    this.#collect(chunk)
    return super.write(chunk, ...rest)
  }

  override end(chunk?: unknown, ...rest: never[]): this {
    if (chunk !== undefined && typeof chunk !== 'function') this.#collect(chunk)
    return super.end(chunk, ...rest)
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString()
  }

  #collect(chunk: unknown): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
  }
}
