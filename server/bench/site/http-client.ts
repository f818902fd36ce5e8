import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { sharedMs } from '@/server/bench/machine'

export interface TimedResponse {
  status: number
  headers: IncomingHttpHeaders
  /** As received, still compressed. */
  body: Buffer
  sentAt: number
  /** When the last byte arrived, on the same clock. */
  receivedAt: number
}

/** The first index of the sitemaps of a million stories takes a minute. */
const TIMEOUT_MS = 180_000

/** A kept connection was closed before the request for this path reached it. */
class ClosedConnection extends Error {}

/** Sends requests over kept connections, with only the headers that are given. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true })

  /** `url` is the origin of the site. */
  constructor(readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<TimedResponse> {
    try {
      return await this.#sent(path, headers)
    } catch (error) {
      // The site closes a connection that nothing was sent on for five seconds, as while the bench reads an archive.
      if (!(error instanceof ClosedConnection)) throw error
      return this.#sent(path, headers)
    }
  }

  async #sent(path: string, headers: Record<string, string>): Promise<TimedResponse> {
    return new Promise((resolve, reject) => {
      const sentAt = sharedMs()
      const outgoing = request(`${this.url}${path}`, { agent: this.#agent, headers, timeout: TIMEOUT_MS }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
            sentAt,
            receivedAt: sharedMs(),
          }),
        )
      })
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        reject(outgoing.reusedSocket && error.code === 'ECONNRESET' ? new ClosedConnection(path) : error),
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${path} was not answered within ${TIMEOUT_MS} ms`)))
      outgoing.end()
    })
  }

  /** A GET that throws when the status is not `status`. */
  async expect(status: number, path: string, headers: Record<string, string> = {}): Promise<TimedResponse> {
    const answer = await this.get(path, headers)
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, expected ${status}`)
    return answer
  }

  close(): void {
    this.#agent.destroy()
  }
}
