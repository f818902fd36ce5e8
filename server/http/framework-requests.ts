import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import type { SiteHeaders } from '@/server/http/headers'

const ROUTER_STATE_HEADER = 'next-router-state-tree'

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Prepares a request for the framework, and the headers of its response:
 * - a router state that the framework cannot read is removed, because it would answer 500; the page is then sent whole;
 * - forwarded headers are removed unless a proxy in front is trusted; the client's address is passed on in our own header;
 * - the content security policy has a nonce of this response, which the framework puts on its scripts; no other script
 *   runs. Inline styles are allowed, because the editor needs them to position elements;
 * - pages of the desk are not cached, not indexed, and not framed by other sites.
 */
export function prepareFrameworkRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies, headers }: { trustedProxies: number; headers: SiteHeaders },
): void {
  const client = clientAddress(request, trustedProxies)
  if (trustedProxies === 0) for (const name of FORWARDED) delete request.headers[name]
  request.headers[CLIENT_ADDRESS_HEADER] = client
  if (!isRouterState(request.headers[ROUTER_STATE_HEADER])) delete request.headers[ROUTER_STATE_HEADER]
  // Without a User-Agent, Next sends status 200 before it knows the right one (next.config.mjs, htmlLimitedBots).
  request.headers['user-agent'] ||= 'unnamed'
  const { common: everywhere } = headers
  for (let at = 0; at < everywhere.length; at += 2) {
    const [name, value] = [everywhere[at], everywhere[at + 1]]
    if (name && value) response.setHeader(name, value)
  }
  if (request.url?.startsWith('/_next')) return
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'))
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  response.setHeader('X-Frame-Options', 'SAMEORIGIN')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  // The Referer header would disclose the preview link to sites that the story links to.
  response.setHeader('Referrer-Policy', 'same-origin')
}

/** Whether the framework can read this header of its own router; checked by what reads it. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    return parseAndValidateFlightRouterState(header) !== undefined
  } catch {
    return false
  }
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** The address of the client: the connection's, or the one that the outermost trusted proxy forwarded. */
function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return own
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? own
}
