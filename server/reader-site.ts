import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApiProblem, parseApiRequest } from '@/lib/content-api/request'
import { canonicalSpelling, internalSearchPath, parsePageNumber, searchPath } from '@/lib/paths'
import { negotiated } from '@/server/encodings'
import { Overloaded } from '@/server/gate'
import { notModifiedHeaders, pageHeaders, type SiteHeaders } from '@/server/headers'
import { matchingEtag, type Representation, type StoredPage } from '@/server/page-store'
import type { Outcome, Pages } from '@/server/pages'
import type { Reader } from '@/server/site'
import { sendAtOnce, type WholeAnswer, wholeAnswer } from '@/server/whole-answer'

/** No address of the paper is longer; what is, is nobody's. */
const LONGEST_PATH = 2048
const LONGEST_QUERY = 200
const RETRY_AFTER_SECONDS = 2

/** The addresses at which machines ask for stories; the desk's stand elsewhere below /api. */
const API = '/api/'
const MACHINES = /^\/api\/(?:v1(?:\/|$)|oembed$)/

/** Addresses that only the server itself may ask the framework for. */
const INTERNAL = /^\/(?:unavailable|search|formats)\//

/** A question that cannot be answered, and why (RFC 9457). */
interface Refused {
  kind: 'refused'
  problem: ApiProblem
}

interface Sending extends WholeAnswer {
  representation: Representation
}

/** What somebody asked for, and what the request says about where the link stands. */
type Missed = { url: string; referer: string | undefined }

interface ReaderSiteParts {
  pages: Pages
  headers: SiteHeaders
  now: () => Date
  /** Told of each request for an address that is nobody's. */
  missed: (asked: Missed) => void
}

/** Answers GET and HEAD of readers' addresses: from memory when it can, always with the status that is true. */
export class ReaderSite implements Reader {
  readonly #pages: Pages
  readonly #headers: SiteHeaders
  readonly #now: () => Date
  readonly #missed: (asked: Missed) => void
  readonly #sendings = new WeakMap<Representation, Sending>()

  constructor({ pages, headers, now, missed }: ReaderSiteParts) {
    this.#pages = pages
    this.#headers = headers
    this.#now = now
    this.#missed = missed
  }

  answerFromStore(request: IncomingMessage, response: ServerResponse): boolean {
    const url = request.url ?? '/'
    const query = url.indexOf('?')
    const page = this.#pages.store.get(query === -1 ? url : url.slice(0, query), this.#now().getTime())
    // A search and a question of a machine carry their words in the query; everywhere else a query is noise.
    if (!page || (query !== -1 && (page.path === '/search' || page.path.startsWith(API)))) return false
    this.#send(page, page.status, request, response)
    return true
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS' && request.url?.startsWith(API)) {
      this.#plain(response, 204, '', ['Access-Control-Allow-Origin', '*', 'Access-Control-Allow-Methods', 'GET, HEAD'])
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      this.#plain(response, 405, 'This address answers GET and HEAD.', ['Allow', 'GET, HEAD'])
      return
    }
    try {
      const outcome = await this.#outcome(request.url ?? '/')
      switch (outcome.kind) {
        case 'page':
          this.#send(outcome.page, outcome.page.status, request, response)
          break
        case 'redirect':
          this.#redirect(outcome.location, response)
          break
        case 'refused':
          this.#plain(response, outcome.problem.status, JSON.stringify(outcome.problem), [
            ...['Access-Control-Allow-Origin', '*', 'Content-Type', 'application/problem+json'],
          ])
          break
        case 'missing':
          this.#missed({ url: request.url ?? '/', referer: request.headers.referer })
          this.#send(this.#pages.missing, 404, request, response)
          break
        case 'failed':
          console.error(`${request.url} could not be rendered`, outcome.error)
          this.#send(this.#pages.unavailable, 500, request, response)
      }
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      this.#send(this.#pages.unavailable, 503, request, response)
    }
  }

  async #outcome(url: string): Promise<Outcome | Refused> {
    const [path = '/', ...rest] = url.split('?')
    if (path.length > LONGEST_PATH) return { kind: 'missing' }
    const spelled = canonicalSpelling(path)
    if (spelled === null || INTERNAL.test(spelled) || spelled === '/unavailable') return { kind: 'missing' }
    if (spelled === '/search') return this.#search(path, new URLSearchParams(rest.join('?')))
    if (MACHINES.test(spelled)) return this.#api(spelled, new URLSearchParams(rest.join('?')))
    const outcome = await this.#pages.at(spelled)
    if (outcome.kind === 'page' && outcome.page.status === 200 && spelled !== path) {
      return { kind: 'redirect', location: spelled }
    }
    return outcome
  }

  async #api(path: string, query: URLSearchParams): Promise<Outcome | Refused> {
    const request = parseApiRequest(path, query)
    if ('problem' in request) return { kind: 'refused', problem: request.problem }
    return request.isKept ? this.#pages.at(request.path) : this.#pages.passing(request.path)
  }

  async #search(path: string, words: URLSearchParams): Promise<Outcome> {
    const query = (words.get('q') ?? '').normalize('NFC').trim().replace(/\s+/gu, ' ').slice(0, LONGEST_QUERY)
    if (query === '') {
      if (path !== '/search') return { kind: 'redirect', location: '/search' }
      return this.#pages.at('/search')
    }
    const wanted = words.get('page')
    const page = wanted === null ? 1 : parsePageNumber(wanted)
    if (page === null || path !== '/search') return { kind: 'redirect', location: searchPath(query) }
    return this.#pages.passing(internalSearchPath(query, page))
  }

  #send(page: StoredPage, status: number, request: IncomingMessage, response: ServerResponse): void {
    const { headers: asked } = request
    if (status === 200) {
      const known = this.#heldAlready(page, asked['if-none-match'], asked['if-modified-since'])
      if (known) {
        response.writeHead(304, notModifiedHeaders(page, known, this.#headers))
        response.end()
        return
      }
    }
    const sending = this.#sending(page, page.representations[negotiated(asked['accept-encoding'])])
    const { headers, representation } = sending
    if (status === 200 && request.method === 'GET' && sendAtOnce(response, sending)) return
    response.writeHead(status, status === 503 ? [...headers, 'Retry-After', String(RETRY_AFTER_SECONDS)] : headers)
    if (request.method === 'HEAD') response.end()
    else response.end(representation.body)
  }

  /** The validator that lets this page be answered with 304; null when it must be sent (RFC 9110, 13.2.2). */
  #heldAlready(page: StoredPage, ifNoneMatch?: string, ifModifiedSince?: string): string | null {
    if (ifNoneMatch !== undefined) return matchingEtag(page, ifNoneMatch)
    if (ifModifiedSince === undefined) return null
    const since = Date.parse(ifModifiedSince)
    return since >= page.lastModified.getTime() ? page.representations.identity.etag : null
  }

  #sending(page: StoredPage, representation: Representation): Sending {
    const known = this.#sendings.get(representation)
    if (known) return known
    const sending = {
      representation,
      ...wholeAnswer(pageHeaders(page, representation, this.#headers), representation.body),
    }
    this.#sendings.set(representation, sending)
    return sending
  }

  #redirect(location: string, response: ServerResponse): void {
    this.#plain(response, 308, '', ['Location', location])
  }

  #plain(response: ServerResponse, status: number, words: string, headers: string[]): void {
    response.writeHead(status, [
      ...this.#headers.everywhere,
      ...(headers.includes('Content-Type') ? [] : ['Content-Type', 'text/plain; charset=utf-8']),
      ...headers,
      'Cache-Control',
      'public, max-age=0, s-maxage=0, must-revalidate',
      'Content-Length',
      String(Buffer.byteLength(words)),
    ])
    response.end(words)
  }
}
