import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { canonicalSpelling } from '@/lib/addresses/paths'
import { isAdminApiPath } from '@/lib/admin-api/operations'
import { isApiPath, sendAdminProblem, sendProblem } from '@/server/http/api-responses'
import { REVALIDATE, type SiteHeaders } from '@/server/http/headers'
import { methodProblem } from '@/server/http/methods'

/** Why a request is refused before any part of the site sees it. */
interface Refusal {
  status: 404 | 405 | 501
  message: string
  /** The value of `Allow`; empty without one. */
  allow: string
}

/** Addresses whose errors are JSON, as the desk reads them. */
const DESK_API = /^\/api(?:\/|$)/

const UNREADABLE =
  'This address cannot be read. In an address, % is followed by two digits from 0 to F, which together spell letters in UTF-8; % itself is %25.'

/**
 * Refuses a request and returns true when its address lacks the method (405), when no address has it (501), or when an
 * address of the desk's programs cannot be decoded (404, as everywhere).
 */
export function refuse(request: IncomingMessage, response: ServerResponse, headers: SiteHeaders): boolean {
  const { method = 'GET', url = '/' } = request
  const [path = '/'] = url.split('?')
  const refusal = refusalOf(method, path)
  if (!refusal) return false
  const { status, message, allow } = refusal
  if (isApiPath(path)) {
    sendProblem(response, { status, title: 'The request cannot be answered', detail: message }, headers)
    return true
  }
  if (isAdminApiPath(path)) {
    sendAdminProblem(request, response, { status, detail: message, allow }, headers)
    return true
  }
  const isJson = DESK_API.test(path)
  const body = isJson ? JSON.stringify({ problems: [{ field: '', message }] }) : `${message}\n`
  response.writeHead(status, [
    ...headers.common,
    ...['Content-Type', isJson ? 'application/json' : 'text/plain; charset=utf-8', 'Cache-Control', REVALIDATE],
    ...(allow ? ['Allow', allow] : []),
    ...['Content-Length', String(Buffer.byteLength(body))],
  ])
  response.end(method === 'HEAD' ? undefined : body)
  return true
}

/** Refuses to be a proxy: what a server does with CONNECT (RFC 9110, section 9.3.6). */
export function refuseConnect(_request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => {})
  socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
}

function refusalOf(method: string, path: string): Refusal | null {
  // API addresses are decoded by their own handler, which answers 404.
  if (DESK_API.test(path) && !isApiPath(path) && canonicalSpelling(path) === null) {
    return { status: 404, message: UNREADABLE, allow: '' }
  }
  return methodProblem(method, path)
}
