import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Something that was sent to a stand-in. */
export interface Heard {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** Idempotency-Key. */
  key: string
  /** When it had all of it, in milliseconds since 1970. */
  at: number
}

/** How a stand-in answers, if it does. */
export type Manner = (heard: Heard, response: ServerResponse) => void

export const takes: Manner = (_heard, response) => void response.writeHead(202).end('taken')
export const hangs: Manner = () => {}

/**
 * Stands for a search engine, a hub, a cache or a program of a partner: it keeps everything it hears and answers in the
 * manner it is told. It may fall and be back at the same address, as they do; what it has heard it never forgets.
 */
export class StandIn {
  readonly heard: Heard[] = []
  #server: Server | null = null
  #port = 0

  private constructor(public manner: Manner) {}

  static async open(manner: Manner = takes): Promise<StandIn> {
    const standIn = new StandIn(manner)
    await standIn.rise()
    return standIn
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`
  }

  /** What it heard under each key. */
  byKey(): Map<string, Heard[]> {
    const byKey = new Map<string, Heard[]>()
    for (const heard of this.heard) byKey.set(heard.key, [...(byKey.get(heard.key) ?? []), heard])
    return byKey
  }

  async rise(): Promise<void> {
    if (this.#server) return
    this.#server = createServer((request, response) => void this.#hear(request, response)).listen(
      this.#port,
      '127.0.0.1',
    )
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('a stand-in has no port')
    this.#port = address.port
  }

  /** Breaks off whatever is under way. */
  async fall(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = null
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const { method = '', url: path = '', headers } = request
      const key = String(headers['idempotency-key'] ?? '')
      const heard = { method, path, headers, body: Buffer.concat(chunks).toString(), key, at: Date.now() }
      this.heard.push(heard)
      this.manner(heard, response)
    } catch {
      // Whoever sent it is gone; it was not heard whole.
      response.destroy()
    }
  }
}
