import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { SitemapQueries } from '@/db/distribution/sitemap-queries'
import { siteSettings } from '@/db/paper/site'
import { lastStaleAt } from '@/db/store/invalidation'
import { openSnapshot, type Store } from '@/db/store/open'
import { SITEMAP } from '@/lib/addresses/document-paths'
import { tags } from '@/lib/pages/tags'
import { parseSitemapFilePath, type SitemapFile } from '@/lib/sitemaps/addresses'
import { URLSET } from '@/lib/sitemaps/entry'
import { ConcurrencyLimit, Overloaded } from '@/server/http/concurrency-limit'
import { encodedEtag, notModifiedEtag } from '@/server/http/conditional'
import { type Encoding, negotiateEncoding } from '@/server/http/content-encoding'
import { REVALIDATE } from '@/server/http/headers'
import { type SitemapContext, storyEntries } from '@/server/sitemaps/sitemap-entries'
import { latest, type SitemapFileInfo } from '@/server/sitemaps/sitemap-files'
import { SitemapIndexCache } from '@/server/sitemaps/sitemap-index-cache'

interface SitemapsOptions {
  db: Store
  now: () => Date
  siteUrl: string
  /** When the templates were built: no sitemap is older. */
  builtAt: Date
  /** Headers of every response, as name, value, name, value … */
  headers: string[]
  indexCache?: SitemapIndexCache | undefined
}

/** A sitemap in one snapshot of the store. */
interface FoundSitemap {
  info: SitemapFileInfo
  text: () => AsyncGenerator<string> | string[]
}

const RETRY_AFTER_SECONDS = 30
/** Each response holds a batch of stories and a compressor. */
const MAX_RESPONSES = 4
const MAX_WAITING = 64
/** A client that reads nothing for this long is disconnected. */
const STALL_TIMEOUT_MS = 30_000
/** SQLite cannot checkpoint later writes while a snapshot is open. */
const RESPONSE_TIMEOUT_MS = 10 * 60_000

/**
 * The sitemaps of the archive. They are too large for the page store, so their entries are read in batches while they are
 * sent, all from one snapshot of the store. A crawler that holds the current version gets 304 and nothing is read.
 */
export class Sitemaps {
  readonly #options: SitemapsOptions
  readonly #indexCache: SitemapIndexCache
  readonly #limit = new ConcurrencyLimit({ atOnce: MAX_RESPONSES, waiting: MAX_WAITING })
  readonly #oneAtATime = new ConcurrencyLimit({ atOnce: 1, waiting: MAX_RESPONSES })

  constructor(options: SitemapsOptions) {
    this.#options = options
    this.#indexCache = options.indexCache ?? new SitemapIndexCache()
  }

  /** Answers GET and HEAD of the sitemap at `path` and returns true; returns false, having sent nothing, without one. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const file = path === SITEMAP ? 'index' : parseSitemapFilePath(path)
    if (!file) return false
    const disconnected = new AbortController()
    response.once('close', () => disconnected.abort())
    try {
      return await this.#limit.run(() => this.#answer(file, request, response, disconnected.signal))
    } catch (error) {
      if (error instanceof Overloaded) {
        this.#sendOverloaded(response)
        return true
      }
      if (disconnected.signal.aborted) return true
      throw error
    }
  }

  async #answer(
    file: SitemapFile | 'index',
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<boolean> {
    const opened = await this.#oneAtATime.run(async () => {
      signal.throwIfAborted()
      const snapshot = openSnapshot(this.#options.db)
      try {
        const { timeZone } = (await siteSettings(snapshot.db)).value
        const now = this.#options.now()
        const stories = new SitemapQueries(snapshot.db, { now })
        const context: SitemapContext = {
          db: snapshot.db,
          stories,
          now,
          timeZone,
          siteUrl: this.#options.siteUrl,
          signal,
        }
        const siteChangedAt = await lastStaleAt(snapshot.db, [tags.site])
        return { snapshot, siteChangedAt, found: await this.#find(context, file) }
      } catch (error) {
        snapshot.close()
        throw error
      }
    })
    try {
      if (!opened.found) return false
      await this.#send(opened.found, opened.siteChangedAt, request, response)
      return true
    } finally {
      opened.snapshot.close()
    }
  }

  async #find(context: SitemapContext, file: SitemapFile | 'index'): Promise<FoundSitemap | null> {
    if (file === 'index') {
      const index = await this.#indexCache.index(context)
      return { info: index, text: () => [index.xml] }
    }
    if (file.kind === 'stories') {
      const info = await this.#indexCache.storiesFile(context, file)
      return (
        info && { info, text: () => urlset(firstEntries(storyEntries(context, info.span, info.after), info.count)) }
      )
    }
    const list = await this.#indexCache.listFile(context, file)
    return list && { info: list, text: () => urlset(list.entries()) }
  }

  async #send(
    { info, text }: FoundSitemap,
    siteChangedAt: Date | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const encoding = negotiateEncoding(request.headers['accept-encoding'])
    // The site's own settings, such as its time zone, are part of every sitemap.
    const newest = latest(this.#options.builtAt, siteChangedAt, info.changedAt)
    const lastModified = wholeSecond(newest ?? this.#options.builtAt)
    const identityEtag = `"${info.digest}"`
    const heldEtag = notModifiedEtag(request.headers, { identityEtag, lastModified })
    const headers = (etag: string) => [
      ...this.#options.headers,
      ...['ETag', etag, 'Last-Modified', lastModified.toUTCString()],
      ...['Vary', 'Accept-Encoding', 'Cache-Control', REVALIDATE],
    ]
    if (heldEtag !== null) {
      response.writeHead(304, headers(heldEtag)).end()
      return
    }
    response.writeHead(200, [
      ...headers(encoding === 'identity' ? identityEtag : encodedEtag(identityEtag, encoding)),
      ...['Content-Type', 'application/xml; charset=utf-8'],
      ...(encoding === 'identity' ? ['Content-Length', String(info.bytes)] : ['Content-Encoding', encoding]),
    ])
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    response.setTimeout(STALL_TIMEOUT_MS, () => response.destroy())
    const timeout = setTimeout(() => response.destroy(), RESPONSE_TIMEOUT_MS)
    try {
      // One batch at a time: the next is read once the client has received the one before.
      const source = Readable.from(text(), { highWaterMark: 1 })
      const compressor = compressorFor(encoding)
      await (compressor ? pipeline(source, compressor, response) : pipeline(source, response))
    } finally {
      clearTimeout(timeout)
    }
  }

  #sendOverloaded(response: ServerResponse): void {
    const headers = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store']
    response.writeHead(503, [...this.#options.headers, ...headers, 'Retry-After', String(RETRY_AFTER_SECONDS)])
    response.end('Too many sitemaps are being read at once. Please try again in half a minute.\n')
  }
}

async function* urlset(batches: AsyncGenerator<{ xml: string }[]>): AsyncGenerator<string> {
  yield URLSET.start
  for await (const batch of batches) if (batch.length) yield batch.map(({ xml }) => xml).join('')
  yield URLSET.end
}

/** The first `count` entries. */
async function* firstEntries(
  batches: AsyncGenerator<{ entries: { xml: string }[] }>,
  count: number,
): AsyncGenerator<{ xml: string }[]> {
  let remaining = count
  for await (const { entries } of batches) {
    yield entries.slice(0, remaining)
    remaining -= entries.length
    if (remaining <= 0) return
  }
}

function compressorFor(encoding: Encoding) {
  switch (encoding) {
    case 'identity':
      return null
    case 'gzip':
      return createGzip({ level: 5 })
    case 'br':
      // A small window: entries repeat the ones right before them, and several responses are compressed at once.
      return createBrotliCompress({
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 4,
          [constants.BROTLI_PARAM_LGWIN]: 18,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      })
  }
}

function wholeSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000)
}
