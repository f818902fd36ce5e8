import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { sharedMs } from '@/server/bench/machine'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** As it came over the wire: still compressed when it was. */
  body: Buffer
  askedAt: number
  /** On the same clock, when the last byte was here. */
  answeredAt: number
}

const PATIENCE_MS = 30_000

/** Asks a site over kept connections, with nothing in the request but what it is told to say. */
export class Asker {
  readonly #agent = new Agent({ keepAlive: true })

  constructor(readonly url: string) {}

  async ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const askedAt = sharedMs()
      const asked = request(`${this.url}${path}`, { agent: this.#agent, headers, timeout: PATIENCE_MS }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
            askedAt,
            answeredAt: sharedMs(),
          }),
        )
      })
      asked.on('error', reject)
      asked.on('timeout', () => asked.destroy(new Error(`${path} was not answered within ${PATIENCE_MS} ms`)))
      asked.end()
    })
  }

  /** The same, but an answer with another status than expected is an error. */
  async expect(status: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.ask(path, headers)
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, expected ${status}`)
    return answer
  }

  close(): void {
    this.#agent.destroy()
  }
}
