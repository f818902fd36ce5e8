import type { IncomingMessage, ServerResponse } from 'node:http'
import { storageFault } from '@/db/store/storage-fault'
import { lenientSpelling } from '@/lib/addresses/article-address'
import { OPEN_SEARCH_SUGGESTIONS } from '@/lib/addresses/document-paths'
import { canonicalSpelling, internalSearchPath, internalSuggestionsPath, parsePageNumber } from '@/lib/addresses/paths'
import { notFound, type Problem } from '@/lib/content-api/problem'
import { parseApiRequest } from '@/lib/content-api/request'
import { askedSearchPath, parseAskedSearch, searchParameters } from '@/lib/search/asked-search'
import { searchQuery } from '@/lib/text/search-query'
import { fileEtag } from '@/server/front-door/file-etags'
import { isApiPath, sendPreflight, sendProblem } from '@/server/http/api-responses'
import { connectionEnd } from '@/server/http/askers'
import { Overloaded } from '@/server/http/concurrency-limit'
import { notModifiedEtag } from '@/server/http/conditional'
import { negotiateEncoding } from '@/server/http/content-encoding'
import { notModifiedHeaders, pageHeaders, REVALIDATE, type SiteHeaders } from '@/server/http/headers'
import { type PrebuiltResponse, sendPrebuilt } from '@/server/http/prebuilt-response'
import type { PageHandler } from '@/server/http/router'
import type { Representation, StoredPage } from '@/server/pages/page-store'
import type { Outcome, Pages } from '@/server/pages/pages'

/** Longer paths answer 404: no address of the site is as long. */
const MAX_PATH_LENGTH = 2048
const MAX_API_QUERY_LENGTH = 8192
const RETRY_AFTER_SECONDS = 2

const API = '/api/'

/** Addresses that only the server itself requests from the framework. */
const INTERNAL = /^\/(?:unavailable|search|formats)\//

/** A request to the API that is refused, and why (RFC 9457). */
interface Refused {
  kind: 'refused'
  problem: Problem
}

const FAILED: Problem = { status: 500, title: 'The answer could not be made', detail: 'Try again later.' }
const BUSY: Problem = { status: 503, title: 'Too many at once', detail: 'Try again in two seconds.' }

/** A request for an address that does not exist, and the page whose link led there. */
interface NotFoundRequest {
  url: string
  referer: string | undefined
}

interface PageHandlerParts {
  pages: Pages
  headers: SiteHeaders
  now: () => Date
  /** Called for each request for an address that does not exist. */
  recordNotFound: (request: NotFoundRequest) => void
}

/** Answers GET and HEAD of readers' addresses, from the page store where possible, with the status each address has. */
export class CachedPageHandler implements PageHandler {
  readonly #pages: Pages
  #headers: SiteHeaders
  readonly #now: () => Date
  readonly #recordNotFound: (request: NotFoundRequest) => void
  #prepared = new WeakMap<Representation, PrebuiltResponse>()

  constructor({ pages, headers, now, recordNotFound }: PageHandlerParts) {
    this.#pages = pages
    this.#headers = headers
    this.#now = now
    this.#recordNotFound = recordNotFound
  }

  /** Sets whether responses say that caches in front are purged; see pageHeaders. */
  setPurging(isPurging: boolean): void {
    if (isPurging === this.#headers.isPurging) return
    this.#headers = { ...this.#headers, isPurging }
    // The prepared headers have become wrong.
    this.#prepared = new WeakMap()
  }

  answerFromStore(request: IncomingMessage, response: ServerResponse): boolean {
    const url = request.url ?? '/'
    const query = url.indexOf('?')
    const page = this.#pages.store.get(query === -1 ? url : url.slice(0, query), this.#now().getTime())
    // Only searches and the API have a query; everywhere else it is ignored.
    if (!page || (query !== -1 && (page.path === '/search' || page.path.startsWith(API)))) return false
    this.#send(page, page.status, request, response)
    return true
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isApiPath(pathOf(request))) return this.#answerApi(request, response)
    try {
      const outcome = await this.#outcome(request.url ?? '/', connectionEnd(response))
      switch (outcome.kind) {
        case 'page':
          this.#send(outcome.page, outcome.page.status, request, response)
          break
        case 'redirect':
          this.#redirect(outcome.location, response)
          break
        case 'missing':
          this.#recordNotFound({ url: request.url ?? '/', referer: request.headers.referer })
          this.#send(await this.#pages.missing(), 404, request, response)
          break
        case 'failed':
          console.error(`${request.url} could not be rendered`, outcome.error)
          // A store that cannot be read is no fault of the page: clients come back for it.
          this.#send(await this.#pages.unavailable(), storageFault(outcome.error) ? 503 : 500, request, response)
          break
        case 'left':
          response.destroy()
      }
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      this.#send(await this.#pages.unavailable(), 503, request, response)
    }
  }

  /** The same for the API, whose errors are problem documents. */
  async #answerApi(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return sendPreflight(response, this.#headers)
    const refuse = (problem: Problem) => sendProblem(response, problem, this.#headers)
    try {
      const outcome = await this.#apiOutcome(request.url ?? '/', connectionEnd(response))
      switch (outcome.kind) {
        case 'page':
          return this.#send(outcome.page, outcome.page.status, request, response)
        case 'redirect':
          return this.#plain(response, 308, '', ['Location', outcome.location, 'Access-Control-Allow-Origin', '*'])
        case 'refused':
          return refuse(outcome.problem)
        case 'missing':
          return refuse(notFound('Nothing stands at this address.'))
        case 'failed':
          console.error(`${request.url} could not be rendered`, outcome.error)
          return refuse(storageFault(outcome.error) ? { ...FAILED, status: 503 } : FAILED)
        case 'left':
          response.destroy()
      }
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      refuse(BUSY)
    }
  }

  async #apiOutcome(url: string, left: AbortSignal): Promise<Outcome | Refused> {
    const [path = '/', ...rest] = url.split('?')
    const query = rest.join('?')
    const spelled =
      path.length > MAX_PATH_LENGTH || query.length > MAX_API_QUERY_LENGTH ? null : canonicalSpelling(path)
    if (spelled === null) return { kind: 'missing' }
    if (spelled !== path) return { kind: 'redirect', location: query ? `${spelled}?${query}` : spelled }
    const parsed = parseApiRequest(path, new URLSearchParams(query))
    if ('problem' in parsed) return { kind: 'refused', problem: parsed.problem }
    return parsed.isCached ? this.#pages.at(parsed.path) : this.#pages.renderUncached(parsed.path, left)
  }

  async #outcome(url: string, left: AbortSignal): Promise<Outcome> {
    const [path = '/', ...rest] = url.split('?')
    if (path.length > MAX_PATH_LENGTH) return { kind: 'missing' }
    const spelled = canonicalSpelling(path) ?? lenientSpelling(path)
    if (path === OPEN_SEARCH_SUGGESTIONS) return this.#suggestions(new URLSearchParams(rest.join('?')), left)
    if (INTERNAL.test(spelled) || spelled === '/unavailable') return { kind: 'missing' }
    if (spelled === '/search') return this.#search(path, new URLSearchParams(rest.join('?')), left)
    // The path is another spelling of an API address, which is redirected.
    if (isApiPath(spelled)) return { kind: 'redirect', location: spelled }
    const outcome = await this.#pages.at(spelled)
    if (outcome.kind === 'page' && outcome.page.status === 200 && spelled !== path) {
      return { kind: 'redirect', location: spelled }
    }
    return outcome
  }

  async #search(path: string, parameters: URLSearchParams, left: AbortSignal): Promise<Outcome> {
    const asked = parseAskedSearch(parameters)
    if (asked === null) {
      if (path !== '/search') return { kind: 'redirect', location: '/search' }
      return this.#pages.at('/search')
    }
    const requestedPage = parameters.get('page')
    const page = requestedPage === null ? 1 : parsePageNumber(requestedPage)
    if (page === null || path !== '/search') return { kind: 'redirect', location: askedSearchPath(asked) }
    // A form sends each of its fields, also those that narrow nothing.
    const isUntidy = [...parameters].some(([name, value]) => value === '' || (name === 'sort' && value === 'relevance'))
    if (isUntidy) return { kind: 'redirect', location: askedSearchPath(asked, page) }
    return this.#pages.renderUncached(internalSearchPath(String(searchParameters(asked)), page), left)
  }

  /** Words that cannot be meant have no suggestions, which is an answer like any other. */
  #suggestions(parameters: URLSearchParams, left?: AbortSignal): Promise<Outcome> {
    return this.#pages.renderUncached(internalSuggestionsPath(searchQuery(parameters.get('q') ?? '') || ' '), left)
  }

  #send(page: StoredPage, status: number, request: IncomingMessage, response: ServerResponse): void {
    if (status === 200) {
      const { representations, lastModified } = page
      const etag =
        notModifiedEtag(request.headers, { identityEtag: representations.identity.etag, lastModified }) ??
        fileEtag(request.headers['if-none-match'], page)
      if (etag !== null) {
        response.writeHead(304, notModifiedHeaders(page, etag, this.#headers))
        response.end()
        return
      }
    }
    const encoding = negotiateEncoding(request.headers['accept-encoding'])
    const prepared = this.#prepare(page, page.representations[encoding])
    const { headers, representation } = prepared
    if (status === 200 && request.method === 'GET' && sendPrebuilt(response, prepared)) return
    response.writeHead(status, status === 503 ? [...headers, 'Retry-After', String(RETRY_AFTER_SECONDS)] : headers)
    if (request.method === 'HEAD') response.end()
    else response.end(representation.body)
  }

  #prepare(page: StoredPage, representation: Representation): PrebuiltResponse {
    const existing = this.#prepared.get(representation)
    if (existing) return existing
    const prepared = { headers: pageHeaders(page, representation, this.#headers), representation }
    this.#prepared.set(representation, prepared)
    return prepared
  }

  #redirect(location: string, response: ServerResponse): void {
    this.#plain(response, 308, '', ['Location', location])
  }

  #plain(response: ServerResponse, status: number, text: string, headers: string[]): void {
    response.writeHead(status, [
      ...this.#headers.common,
      ...(headers.includes('Content-Type') ? [] : ['Content-Type', 'text/plain; charset=utf-8']),
      ...headers,
      'Cache-Control',
      REVALIDATE,
      'Content-Length',
      String(Buffer.byteLength(text)),
    ])
    response.end(text)
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}
