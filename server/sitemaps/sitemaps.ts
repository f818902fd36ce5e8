import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { SitemapReading } from '@/db/distribution/sitemaps'
import { siteSettings } from '@/db/paper/site'
import { lastStaleAt } from '@/db/store/invalidation'
import { type Db, openSnapshot } from '@/db/store/open'
import { SITEMAP } from '@/lib/addresses/document-paths'
import { tags } from '@/lib/pages/tags'
import { parseSitemapFilePath, type SitemapFile } from '@/lib/sitemaps/addresses'
import { URLSET } from '@/lib/sitemaps/entry'
import { ConcurrencyLimit, Overloaded } from '@/server/http/concurrency-limit'
import { ASK_FIRST } from '@/server/http/headers'
import { type Encoding, negotiated } from '@/server/pages/encodings'
import { type FileFacts, newestOf } from '@/server/sitemaps/sitemap-facts'
import { SitemapIndexCache } from '@/server/sitemaps/sitemap-index-cache'
import { storyLines, type View } from '@/server/sitemaps/sitemap-lines'

interface SitemapsOptions {
  db: Db
  now: () => Date
  siteUrl: string
  /** When the templates were built: no sitemap is older. */
  builtAt: Date
  /** What every answer carries, as name, value, name, value … */
  headers: string[]
  ledger?: SitemapIndexCache
}

/** A sitemap as it stands in one view of the store. */
interface Found {
  facts: FileFacts
  text: () => AsyncGenerator<string> | string[]
}

const ENCODINGS: Encoding[] = ['identity', 'gzip', 'br']
const RETRY_AFTER_SECONDS = 30
/** Each holds a batch of stories and a compressor. */
const ANSWERS_AT_ONCE = 4
const ANSWERS_WAITING = 64
/** Whoever takes nothing for so long has gone. */
const LONGEST_STALL_MS = 30_000
/** While a sitemap is sent, what is written meanwhile has to be kept apart. */
const LONGEST_ANSWER_MS = 10 * 60_000

/**
 * The sitemaps of the archive: too large to be kept as pages, so they are told line by line while they are sent, from
 * one state of the store. A crawler that has one already is answered without that.
 */
export class Sitemaps {
  readonly #options: SitemapsOptions
  readonly #ledger: SitemapIndexCache
  readonly #gate = new ConcurrencyLimit({ atOnce: ANSWERS_AT_ONCE, waiting: ANSWERS_WAITING })
  readonly #oneByOne = new ConcurrencyLimit({ atOnce: 1, waiting: ANSWERS_AT_ONCE })

  constructor(options: SitemapsOptions) {
    this.#options = options
    this.#ledger = options.ledger ?? new SitemapIndexCache()
  }

  /** Answers GET and HEAD of the sitemap at `path` and says true; says false, having done nothing, when there is none. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const file = path === SITEMAP ? 'index' : parseSitemapFilePath(path)
    if (!file) return false
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    try {
      return await this.#gate.pass(() => this.#answer(file, request, response, gone.signal))
    } catch (error) {
      if (error instanceof Overloaded) {
        this.#comeBack(response)
        return true
      }
      if (gone.signal.aborted) return true
      throw error
    }
  }

  async #answer(
    file: SitemapFile | 'index',
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<boolean> {
    const opened = await this.#oneByOne.pass(async () => {
      signal.throwIfAborted()
      const snapshot = openSnapshot(this.#options.db)
      try {
        const { timeZone } = (await siteSettings(snapshot.db)).value
        const now = this.#options.now()
        const stories = new SitemapReading(snapshot.db, { now })
        const view = { db: snapshot.db, stories, now, timeZone, siteUrl: this.#options.siteUrl, signal }
        const siteChangedAt = await lastStaleAt(snapshot.db, [tags.site])
        return { snapshot, siteChangedAt, found: await this.#find(view, file) }
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

  async #find(view: View, file: SitemapFile | 'index'): Promise<Found | null> {
    if (file === 'index') {
      const index = await this.#ledger.index(view)
      return { facts: index, text: () => [index.xml] }
    }
    if (file.kind === 'stories') {
      const facts = await this.#ledger.storiesFile(view, file)
      return facts && { facts, text: () => urlset(linesOf(storyLines(view, facts.span, facts.after), facts.count)) }
    }
    const list = await this.#ledger.listFile(view, file)
    return list && { facts: list, text: () => urlset(list.lines()) }
  }

  async #send(
    { facts, text }: Found,
    siteChangedAt: Date | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const encoding = negotiated(request.headers['accept-encoding'])
    // What the site itself is, such as its zone, is part of every sitemap.
    const newest = newestOf(this.#options.builtAt, siteChangedAt, facts.changedAt)
    const lastModified = wholeSecond(newest ?? this.#options.builtAt)
    const known = heldAlready(facts, lastModified, request)
    const headers = (etag: string) => [
      ...this.#options.headers,
      ...['ETag', etag, 'Last-Modified', lastModified.toUTCString()],
      ...['Vary', 'Accept-Encoding', 'Cache-Control', ASK_FIRST],
    ]
    if (known !== null) {
      response.writeHead(304, headers(known)).end()
      return
    }
    response.writeHead(200, [
      ...headers(etagOf(facts, encoding)),
      ...['Content-Type', 'application/xml; charset=utf-8'],
      ...(encoding === 'identity' ? ['Content-Length', String(facts.bytes)] : ['Content-Encoding', encoding]),
    ])
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    response.setTimeout(LONGEST_STALL_MS, () => response.destroy())
    const patience = setTimeout(() => response.destroy(), LONGEST_ANSWER_MS)
    try {
      // One batch at a time: the next is read when the client has taken the one before.
      const source = Readable.from(text(), { highWaterMark: 1 })
      const compressor = compressorFor(encoding)
      await (compressor ? pipeline(source, compressor, response) : pipeline(source, response))
    } finally {
      clearTimeout(patience)
    }
  }

  #comeBack(response: ServerResponse): void {
    const headers = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store']
    response.writeHead(503, [...this.#options.headers, ...headers, 'Retry-After', String(RETRY_AFTER_SECONDS)])
    response.end('Too many sitemaps are being read at once. Please try again in half a minute.\n')
  }
}

async function* urlset(lines: AsyncGenerator<{ xml: string }[]>): AsyncGenerator<string> {
  yield URLSET.start
  for await (const batch of lines) if (batch.length) yield batch.map(({ xml }) => xml).join('')
  yield URLSET.end
}

/** The first `count` lines. */
async function* linesOf(
  batches: AsyncGenerator<{ lines: { xml: string }[] }>,
  count: number,
): AsyncGenerator<{ xml: string }[]> {
  let left = count
  for await (const { lines } of batches) {
    yield lines.slice(0, left)
    left -= lines.length
    if (left <= 0) return
  }
}

/** The validator that lets the sitemap be answered with 304; null when it must be sent (RFC 9110, 13.2.2). */
function heldAlready(facts: FileFacts, lastModified: Date, { headers }: IncomingMessage): string | null {
  const asked = headers['if-none-match']
  if (asked !== undefined) {
    const held = asked.split(',').map((etag) => etag.trim().replace(/^W\//, ''))
    if (held.includes('*')) return etagOf(facts, 'identity')
    return ENCODINGS.map((encoding) => etagOf(facts, encoding)).find((etag) => held.includes(etag)) ?? null
  }
  const since = headers['if-modified-since']
  return since !== undefined && Date.parse(since) >= lastModified.getTime() ? etagOf(facts, 'identity') : null
}

function etagOf({ digest }: FileFacts, encoding: Encoding): string {
  return encoding === 'identity' ? `"${digest}"` : `"${digest}.${encoding}"`
}

function compressorFor(encoding: Encoding) {
  switch (encoding) {
    case 'identity':
      return null
    case 'gzip':
      return createGzip({ level: 5 })
    case 'br':
      // A small window: lines repeat what stands right before them, and several are compressed at once.
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
