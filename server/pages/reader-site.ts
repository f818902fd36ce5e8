import type { IncomingMessage, ServerResponse } from 'node:http'
import { canonicalSpelling, internalSearchPath, parsePageNumber, searchPath } from '@/lib/addresses/paths'
import { notFound, type Problem } from '@/lib/content-api/problem'
import { parseApiRequest } from '@/lib/content-api/request'
import { Overloaded } from '@/server/http/concurrency-limit'
import { notModifiedHeaders, pageHeaders, type SiteHeaders } from '@/server/http/headers'
import { isForMachines, sendPreflight, sendProblem } from '@/server/http/machine-requests'
import { type PrebuiltResponse, prebuiltResponse, sendPrebuilt } from '@/server/http/prebuilt-response'
import type { Reader } from '@/server/http/site'
import { negotiated } from '@/server/pages/encodings'
import { matchingEtag, type Representation, type StoredPage } from '@/server/pages/page-store'
import type { Outcome, Pages } from '@/server/pages/pages'

/** No address of the paper is longer; what is, is nobody's. */
const LONGEST_PATH = 2048
const LONGEST_QUERY = 200
const LONGEST_QUESTION = 8192
const RETRY_AFTER_SECONDS = 2

const API = '/api/'

/** Addresses that only the server itself may ask the framework for. */
const INTERNAL = /^\/(?:unavailable|search|formats)\//

/** A question that cannot be answered, and why (RFC 9457). */
interface Refused {
  kind: 'refused'
  problem: Problem
}

const WRONG_METHOD: Problem = {
  status: 405,
  title: 'This method means nothing here',
  detail: 'This address answers GET and HEAD.',
}
const FAILED: Problem = { status: 500, title: 'The answer could not be made', detail: 'Try again later.' }
const BUSY: Problem = { status: 503, title: 'Too many at once', detail: 'Try again in two seconds.' }

interface Sending extends PrebuiltResponse {
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
  #headers: SiteHeaders
  readonly #now: () => Date
  readonly #missed: (asked: Missed) => void
  #sendings = new WeakMap<Representation, Sending>()

  constructor({ pages, headers, now, missed }: ReaderSiteParts) {
    this.#pages = pages
    this.#headers = headers
    this.#now = now
    this.#missed = missed
  }

  /** From now on says to caches in front whether they are told what goes stale. */
  purging(isPurging: boolean): void {
    if (isPurging === this.#headers.isPurging) return
    this.#headers = { ...this.#headers, isPurging }
    // Their heads say otherwise.
    this.#sendings = new WeakMap()
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
    if (isForMachines(pathOf(request))) return this.#answerMachine(request, response)
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

  /** The same for programs, which are told of trouble in a form that they can read. */
  async #answerMachine(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return sendPreflight(response, this.#headers)
    const trouble = (problem: Problem) => sendProblem(response, problem, this.#headers)
    if (request.method !== 'GET' && request.method !== 'HEAD') return trouble(WRONG_METHOD)
    try {
      const outcome = await this.#asked(request.url ?? '/')
      switch (outcome.kind) {
        case 'page':
          return this.#send(outcome.page, outcome.page.status, request, response)
        case 'redirect':
          return this.#plain(response, 308, '', ['Location', outcome.location, 'Access-Control-Allow-Origin', '*'])
        case 'refused':
          return trouble(outcome.problem)
        case 'missing':
          return trouble(notFound('Nothing stands at this address.'))
        case 'failed':
          console.error(`${request.url} could not be rendered`, outcome.error)
          trouble(FAILED)
      }
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      trouble(BUSY)
    }
  }

  async #asked(url: string): Promise<Outcome | Refused> {
    const [path = '/', ...rest] = url.split('?')
    const words = rest.join('?')
    const spelled = path.length > LONGEST_PATH || words.length > LONGEST_QUESTION ? null : canonicalSpelling(path)
    if (spelled === null) return { kind: 'missing' }
    if (spelled !== path) return { kind: 'redirect', location: words ? `${spelled}?${words}` : spelled }
    const question = parseApiRequest(path, new URLSearchParams(words))
    if ('problem' in question) return { kind: 'refused', problem: question.problem }
    return question.isKept ? this.#pages.at(question.path) : this.#pages.passing(question.path)
  }

  async #outcome(url: string): Promise<Outcome> {
    const [path = '/', ...rest] = url.split('?')
    if (path.length > LONGEST_PATH) return { kind: 'missing' }
    const spelled = canonicalSpelling(path)
    if (spelled === null || INTERNAL.test(spelled) || spelled === '/unavailable') return { kind: 'missing' }
    if (spelled === '/search') return this.#search(path, new URLSearchParams(rest.join('?')))
    // Only asked for in another spelling, which would be a redirect if something stood there.
    if (isForMachines(spelled)) return { kind: 'redirect', location: spelled }
    const outcome = await this.#pages.at(spelled)
    if (outcome.kind === 'page' && outcome.page.status === 200 && spelled !== path) {
      return { kind: 'redirect', location: spelled }
    }
    return outcome
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
    if (status === 200 && request.method === 'GET' && sendPrebuilt(response, sending)) return
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
      ...prebuiltResponse(pageHeaders(page, representation, this.#headers), representation.body),
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

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}
