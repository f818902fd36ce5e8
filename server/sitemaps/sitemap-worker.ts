import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
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
}

/**
 * A million entries make garbage that is collected only when the heap is full, and the heap of a site with many cached
 * pages is large. A small heap is collected early, on another thread than the one that serves readers. The young
 * generation matters most: with 2 MB of it the site held 74 MiB more at the peak, with 1 MB 34 MiB.
 */
const LIMITS = { maxOldGenerationSizeMb: 28, maxYoungGenerationSizeMb: 1 }

/** Headers that belong to the connection, not to the response (RFC 9110, section 7.6.1). */
const CONNECTION_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

/** Makes sitemaps in a worker thread, which is started by the first request for one. */
export class SitemapWorker {
  readonly #data: Omit<ThreadData, 'socket'>
  readonly #agent = new Agent({ keepAlive: true })
  #open: Promise<{ worker: Worker; socket: string }> | null = null
  #isClosed = false

  constructor(data: Omit<ThreadData, 'socket'>) {
    this.#data = data
  }

  /** Answers GET and HEAD of the sitemap at `path` and returns true; returns false, having sent nothing, without one. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (path !== SITEMAP && !parseSitemapFilePath(path)) return false
    const { socket } = await this.#begun()
    const upstream = httpRequest({
      socketPath: socket,
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
    try {
      const [answer] = (await once(upstream, 'response')) as [IncomingMessage]
      if (answer.statusCode === 404) {
        answer.resume()
        return false
      }
      response.writeHead(answer.statusCode ?? 500, endToEndHeaders(answer))
      await pipeline(answer, response)
    } catch (error) {
      // The client has disconnected.
      if (!response.destroyed) throw error
    }
    return true
  }

  /** Makes the index before a crawler waits for it: after an upgrade it reads every story. */
  async prepare(): Promise<void> {
    if (this.#isClosed) return
    try {
      const { socket } = await this.#begun()
      const asked = httpRequest({ socketPath: socket, agent: this.#agent, path: SITEMAP, method: 'HEAD' }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      answer.resume()
    } catch (error) {
      // The site may be stopped meanwhile.
      if (!this.#isClosed) console.error('the index of the sitemaps could not be made beforehand', error)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#agent.destroy()
    const open = await this.#open?.catch(() => null)
    await open?.worker.terminate()
  }

  #begun(): Promise<{ worker: Worker; socket: string }> {
    this.#open ??= this.#start()
    return this.#open
  }

  async #start(): Promise<{ worker: Worker; socket: string }> {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-sitemaps-'))
    const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${folder}` : join(folder, 'socket')
    const worker = new Worker(new URL('./sitemap-thread.mjs', import.meta.url), {
      workerData: { ...this.#data, socket },
      resourceLimits: LIMITS,
    })
    worker.once('exit', () => {
      // The next request starts another.
      this.#open = null
      rmSync(folder, { recursive: true, force: true })
    })
    worker.on('error', (error) => console.error('the sitemap thread failed', error))
    await once(worker, 'message')
    worker.unref()
    return { worker, socket }
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
