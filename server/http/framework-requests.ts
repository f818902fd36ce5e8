import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import type { SiteHeaders } from '@/server/http/headers'

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Readies a request for the framework, and the headers of its answer:
 * - forwarded headers count only when a proxy in front is trusted; who asks is told in a header of our own;
 * - a policy with a nonce of this answer, which the framework puts on its scripts: nothing else runs. Styles may be
 *   inline, because an editor that measures and places things writes them;
 * - nothing of the desk is kept by anybody, or found by search engines, or framed by another site.
 */
export function prepareFrameworkRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies, headers }: { trustedProxies: number; headers: SiteHeaders },
): void {
  const client = clientAddress(request, trustedProxies)
  if (trustedProxies === 0) for (const name of FORWARDED) delete request.headers[name]
  request.headers[CLIENT_ADDRESS_HEADER] = client
  // Without a name, the framework would answer 200 before it knows (next.config.mjs, htmlLimitedBots).
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
  // A preview link must not travel to the sites that a story links to.
  response.setHeader('Referrer-Policy', 'same-origin')
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

/** The address of who asks: the connection's, or what the outermost trusted proxy saw. */
function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return own
  const seen = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  return seen.at(-trustedProxies) ?? own
}
