import type { IncomingHttpHeaders } from 'node:http'
import { isAdminApiPath } from '@/lib/admin-api/operations'

/*
 * What of a request reaches the framework. The desk uses pages, forms and cookies, and nothing else that the framework
 * can do: no picture optimizer, no server actions, no payloads for its router, no data routes, no draft mode. Whatever
 * is not listed here does not exist on this site, also what a later version of the framework adds.
 */

/**
 * The desk, previews, and addresses of the desk for programs. Their segments are names and ids; a payload for the router
 * would be asked for with a dot in one of them.
 */
const DESK = /^\/(?:admin|preview|api(?!\/(?:v1|oembed)(?:\/|$)))(?:\/[\w-]+)*\/?$/

const ADMIN_API_DESCRIPTION = '/api/openapi.json'

/** In development, the framework has files and addresses of its own. */
const IN_DEVELOPMENT = /^\/(?:_next|__nextjs[\w-]*|admin|preview|api(?!\/(?:v1|oembed)(?:\/|$)))(?:\/|$)/

/** Further headers that the Admin API reads. It takes no cookie, so that no page of another site can use one. */
const ADMIN_API_HEADERS = new Set(['authorization', 'idempotency-key'])

const HEADERS = new Set([
  ...['host', 'connection', 'content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'expect'],
  ...['accept', 'accept-encoding', 'accept-language', 'cache-control', 'pragma', 'cookie', 'origin', 'referer'],
  ...['user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'sec-fetch-user', 'if-none-match'],
  ...['if-modified-since', 'range', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port'],
  ...['x-forwarded-proto', 'x-real-ip', 'upgrade-insecure-requests'],
])

/** Cookies of sign-in, by the prefix that app/_desk/authentication.ts names. A trusted device is none: every sign-in asks for the second factor. */
const COOKIE = /^(?:__Secure-)?broadsheet\.(?!trust_device)/

/** Names in a query that the framework reads itself: its router, its data routes and its rewritten parameters. */
const QUERY = /^(?:_rsc|_?_next|nxt|next[A-Z]|amp$)/i

/** Whether the framework answers this path. `path` has no query. */
export function isForFramework(path: string, { isDevelopment }: { isDevelopment: boolean }): boolean {
  return path === ADMIN_API_DESCRIPTION || (isDevelopment ? IN_DEVELOPMENT : DESK).test(path)
}

/** Removes from the headers of a request to `path` everything that is not listed: other headers, and other cookies. */
export function keepListedHeaders(headers: IncomingHttpHeaders, path = '/'): void {
  const isForProgram = isAdminApiPath(path)
  const isListed = (name: string) => HEADERS.has(name) || (isForProgram && ADMIN_API_HEADERS.has(name))
  for (const name of Object.keys(headers)) if (!isListed(name)) delete headers[name]
  if (isForProgram) delete headers.cookie
  const cookies = headers.cookie?.split(';').map((cookie) => cookie.trim())
  if (cookies) headers.cookie = cookies.filter((cookie) => COOKIE.test(cookie)).join('; ')
}

/** `url` without the parameters that the framework reads itself; the others stay as they are spelled. */
export function withoutFrameworkQuery(url: string): string {
  const at = url.indexOf('?')
  if (at === -1) return url
  const kept = url
    .slice(at + 1)
    .split('&')
    .filter((pair) => !QUERY.test(decoded(pair.split('=', 1)[0] ?? '')))
  return kept.length > 0 ? `${url.slice(0, at)}?${kept.join('&')}` : url.slice(0, at)
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}
