import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { SITEMAP } from '@/lib/addresses/document-paths'
import { parseSitemapFilePath } from '@/lib/sitemaps/addresses'

export interface ThreadData {
  /** The file of the store. */
  store: string
  /** Where the thread listens. */
  socket: string
  clockFile: string | null
  siteUrl: string
  builtAt: Date
  headers: string[]
  /** How far behind the serving thread, in steps of `nice`. */
  niceness: number
}

type SiteData = Omit<ThreadData, 'socket' | 'niceness'>

/**
 * A million entries make garbage that is collected only when the heap is full, and the heap of a site with many cached
 * pages is large. A small heap is collected early, on another thread than the one that serves readers. The young
 * generation matters most: with 2 MB of it the site held 74 MiB more at the peak, with 1 MB 34 MiB.
 */
const LIMITS = { maxOldGenerationSizeMb: 28, maxYoungGenerationSizeMb: 1 }

/** Crawlers wait longer than readers. */
const NICENESS = 5
/** A crawler may come while it is made beforehand: other background jobs wait for it. */
const NICENESS_BEFOREHAND = 10

/** Crawlers end a request after about half a minute. The first index of a million stories takes longer than that. */
const ANSWERED_WITHIN_MS = 20_000
const RETRY_AFTER_S = 120
const LATE = `The sitemaps are being made. Please ask again in ${RETRY_AFTER_S / 60} minutes.\n`

/** Headers that belong to the connection, not to the response (RFC 9110, section 7.6.1). */
const CONNECTION_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

interface Thread {
  worker: Worker
  socket: string
  /** Requests that it is answering. */
  answering: number
  /** It ends once it has answered these. */
  isLeaving: boolean
}

/** Makes sitemaps in a worker thread, which is started by the first request for one. */
export class SitemapWorker {
  readonly #script: URL | string
  readonly #data: SiteData
  readonly #withinMs: number
  readonly #agent = new Agent({ keepAlive: true })
  #current: Promise<Thread> | null = null
  #isClosed = false

  /** `script` is the built server/sitemaps/sitemap-thread.ts. */
  constructor(script: URL | string, data: SiteData, { withinMs = ANSWERED_WITHIN_MS } = {}) {
    this.#script = script
    this.#data = data
    this.#withinMs = withinMs
  }

  /**
   * Answers GET and HEAD of the sitemap at `path` and returns true; returns false, having sent nothing, without one. What is
   * not made in time is answered with 503, and is made all the same for who asks next.
   */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (path !== SITEMAP && !parseSitemapFilePath(path)) return false
    return this.#with(this.#begun(NICENESS), async (thread) => {
      const upstream = httpRequest({
        socketPath: thread.socket,
        agent: this.#agent,
        path,
        method: request.method,
        headers: forwardedHeaders(request),
      })
      response.once('close', () => {
        // A finished response leaves its connection to the next request.
        if (!response.writableFinished) upstream.destroy()
      })
      upstream.end()
      const isAnswered = new AbortController()
      try {
        const answered = once(upstream, 'response').then(([answer]: IncomingMessage[]) => answer ?? null)
        const { signal } = isAnswered
        const answer = await Promise.race([answered, setTimeout(this.#withinMs, null, { ref: false, signal })])
        if (answer === null) {
          this.#sendLate(response)
          void this.#with(thread, async () => (await answered)?.resume()).catch(() => {})
          return true
        }
        if (answer.statusCode === 404) {
          answer.resume()
          return false
        }
        response.writeHead(answer.statusCode ?? 500, endToEndHeaders(answer))
        await pipeline(answer, response)
      } catch (error) {
        // The client has disconnected.
        if (!response.destroyed) throw error
      } finally {
        isAnswered.abort()
      }
      return true
    })
  }

  /**
   * Makes the index before a crawler waits for it: after an upgrade it reads every story. The thread that does so gives way
   * to everything else, and ends; the next one knows what it kept.
   */
  async prepare(): Promise<void> {
    if (this.#isClosed || this.#current) return
    const preparing = this.#begun(NICENESS_BEFOREHAND)
    try {
      await this.#with(preparing, async (thread) => {
        const asked = httpRequest({ socketPath: thread.socket, agent: false, path: SITEMAP, method: 'HEAD' }).end()
        const [answer] = (await once(asked, 'response')) as [IncomingMessage]
        answer.resume()
        if (this.#current === preparing) this.#current = null
        thread.isLeaving = true
      })
    } catch (error) {
      // The site may be stopped meanwhile.
      if (!this.#isClosed) console.error('the index of the sitemaps could not be made beforehand', error)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#agent.destroy()
    const thread = await this.#current?.catch(() => null)
    await thread?.worker.terminate()
  }

  #sendLate(response: ServerResponse): void {
    response.writeHead(503, [
      ...this.#data.headers,
      ...['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(Buffer.byteLength(LATE))],
      ...['Retry-After', String(RETRY_AFTER_S), 'Cache-Control', 'no-store'],
    ])
    response.end(response.req.method === 'HEAD' ? undefined : LATE)
  }

  async #with<T>(starting: Thread | Promise<Thread>, answer: (thread: Thread) => Promise<T>): Promise<T> {
    const thread = await starting
    thread.answering += 1
    try {
      return await answer(thread)
    } finally {
      thread.answering -= 1
      if (thread.isLeaving && thread.answering === 0) await thread.worker.terminate()
    }
  }

  #begun(niceness: number): Promise<Thread> {
    if (this.#current) return this.#current
    const starting = this.#start(niceness, () => {
      // The next request starts another.
      if (this.#current === starting) this.#current = null
    })
    this.#current = starting
    return starting
  }

  async #start(niceness: number, ended: () => void): Promise<Thread> {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-sitemaps-'))
    const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${folder}` : join(folder, 'socket')
    const worker = new Worker(this.#script, {
      workerData: { ...this.#data, socket, niceness } satisfies ThreadData,
      resourceLimits: LIMITS,
    })
    worker.once('exit', () => {
      ended()
      rmSync(folder, { recursive: true, force: true })
    })
    worker.on('error', (error) => console.error('the sitemap thread failed', error))
    await once(worker, 'message')
    worker.unref()
    return { worker, socket, answering: 0, isLeaving: false }
  }
}

function forwardedHeaders({ headers }: IncomingMessage): Record<string, string> {
  const names = ['accept-encoding', 'if-none-match', 'if-modified-since'] as const
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))
}

function endToEndHeaders({ rawHeaders }: IncomingMessage): string[] {
  const kept: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    if (!CONNECTION_HEADERS.has(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}
