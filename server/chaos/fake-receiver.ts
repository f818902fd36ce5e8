import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** A request that a fake receiver got in full. */
export interface ReceivedRequest {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** Idempotency-Key. */
  key: string
  /** When its last byte arrived, in milliseconds since 1970. */
  at: number
}

/** How a fake receiver answers, if at all. */
export type Behavior = (request: ReceivedRequest, response: ServerResponse) => void

export const accepts: Behavior = (_request, response) => void response.writeHead(202).end('taken')
export const hangs: Behavior = () => {}

/**
 * Plays a search engine, a hub, a cache or a partner's program: it keeps every request and answers as `behavior` says. It
 * can be stopped and started again at the same address; its requests are kept.
 */
export class FakeReceiver {
  readonly received: ReceivedRequest[] = []
  #server: Server | null = null
  #port = 0

  private constructor(public behavior: Behavior) {}

  static async open(manner: Behavior = accepts): Promise<FakeReceiver> {
    const receiver = new FakeReceiver(manner)
    await receiver.start()
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`
  }

  /** The requests of each Idempotency-Key. */
  byKey(): Map<string, ReceivedRequest[]> {
    const byKey = new Map<string, ReceivedRequest[]>()
    for (const request of this.received) byKey.set(request.key, [...(byKey.get(request.key) ?? []), request])
    return byKey
  }

  async start(): Promise<void> {
    if (this.#server) return
    this.#server = createServer((request, response) => void this.#receive(request, response)).listen(
      this.#port,
      '127.0.0.1',
    )
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the fake receiver has no port')
    this.#port = address.port
  }

  /** Closes all connections, also those in use. */
  async stop(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = null
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const { method = '', url: path = '', headers } = request
      const key = String(headers['idempotency-key'] ?? '')
      const received = { method, path, headers, body: Buffer.concat(chunks).toString(), key, at: Date.now() }
      this.received.push(received)
      this.behavior(received, response)
    } catch {
      // The client disconnected before the request was complete.
      response.destroy()
    }
  }
}
