import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
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
 * A million lines leave a lot behind that is collected only when the heap is full, and the heap of a site with many
 * pages is large. In a small one it is collected soon, and by another thread than the one that readers wait for. The
 * young generation counts most: with 2 MB of it the site held 74 MiB more at the peak, with one 34.
 */
const LIMITS = { maxOldGenerationSizeMb: 28, maxYoungGenerationSizeMb: 1 }

/** What belongs to one connection, not to the answer (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

/** Sitemaps, written by a thread of their own, which begins with the first that is asked for. */
export class SitemapWorker {
  readonly #data: Omit<ThreadData, 'socket'>
  readonly #agent = new Agent({ keepAlive: true })
  #open: Promise<{ worker: Worker; socket: string }> | null = null

  constructor(data: Omit<ThreadData, 'socket'>) {
    this.#data = data
  }

  /** Answers GET and HEAD of the sitemap at `path` and says true; says false, having done nothing, when there is none. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (path !== SITEMAP && !parseSitemapFilePath(path)) return false
    this.#open ??= this.#start()
    const { socket } = await this.#open
    const asked = ask({
      socketPath: socket,
      agent: this.#agent,
      path,
      method: request.method,
      headers: conditionsOf(request),
    })
    response.once('close', () => {
      // An answer that is out leaves its connection to the next question.
      if (!response.writableFinished) asked.destroy()
    })
    asked.end()
    try {
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      if (answer.statusCode === 404) {
        answer.resume()
        return false
      }
      response.writeHead(answer.statusCode ?? 500, headersOf(answer))
      await pipeline(answer, response)
    } catch (error) {
      // Whoever asked has gone.
      if (!response.destroyed) throw error
    }
    return true
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    const open = await this.#open?.catch(() => null)
    await open?.worker.terminate()
  }

  async #start(): Promise<{ worker: Worker; socket: string }> {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-sitemaps-'))
    const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${folder}` : join(folder, 'socket')
    const worker = new Worker(new URL('./sitemap-thread.mjs', import.meta.url), {
      workerData: { ...this.#data, socket },
      resourceLimits: LIMITS,
    })
    worker.once('exit', () => {
      // The next question starts another.
      this.#open = null
      rmSync(folder, { recursive: true, force: true })
    })
    worker.on('error', (error) => console.error('the thread of the sitemaps ended', error))
    await once(worker, 'message')
    worker.unref()
    return { worker, socket }
  }
}

function conditionsOf({ headers }: IncomingMessage): Record<string, string> {
  const names = ['accept-encoding', 'if-none-match', 'if-modified-since'] as const
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))
}

function headersOf({ rawHeaders }: IncomingMessage): string[] {
  const kept: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    if (!OF_THE_CONNECTION.has(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}
