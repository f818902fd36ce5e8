import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { clientAddress } from '@/server/http/client-address'
import { keepListedHeaders, withoutFrameworkQuery } from '@/server/http/framework-allow-list'
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
 * Prepares a request for the framework, and the headers of its response:
 * - headers, cookies and parameters that are not listed (framework-allow-list.ts) are removed, but in development;
 * - forwarded headers are removed unless a proxy in front is trusted; the client's address is passed on in our own header;
 * - the content security policy has a nonce of this response, which the framework puts on its scripts; no other script
 *   runs. Inline styles are allowed, because the editor needs them to position elements;
 * - pages of the desk are not cached, not indexed, and not framed by other sites.
 */
export function prepareFrameworkRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies, isDevelopment, headers }: { trustedProxies: number; isDevelopment: boolean; headers: SiteHeaders },
): void {
  const client = clientAddress(request, trustedProxies)
  if (!isDevelopment) {
    keepListedHeaders(request.headers, request.url?.split('?', 1)[0])
    request.url = withoutFrameworkQuery(request.url ?? '/')
  }
  if (trustedProxies === 0) for (const name of FORWARDED) delete request.headers[name]
  request.headers[CLIENT_ADDRESS_HEADER] = client
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
