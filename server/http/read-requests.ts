import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseArticlePath } from '@/lib/addresses/article-address'
import { parseClick } from '@/lib/audience/clicks'
import type { Reading } from '@/server/audience/read-counter'
import { clientAddress } from '@/server/http/client-address'
import type { SiteHeaders } from '@/server/http/headers'

/** Longer than any address of a story. */
const MAX_BYTES = 2000

interface Parts {
  headers: SiteHeaders
  siteUrl: string
  trustedProxies: number
  record: (reading: Reading) => void
}

/**
 * Answers what the script of a story's page says: that the story at the path in the body was read, or with a place behind
 * the path, that a link there was followed. 204 when it is
 * understood, whether or not it counts; 400 for another body; 403 for a page of another site.
 */
export async function answerRead(
  request: IncomingMessage,
  response: ServerResponse,
  { headers, siteUrl, trustedProxies, record }: Parts,
): Promise<void> {
  const end = (status: number, words = '') => {
    const type = words ? ['Content-Type', 'text/plain; charset=utf-8'] : []
    response.writeHead(status, [...headers.common, ...type, 'Cache-Control', 'no-store']).end(words)
  }
  if (!isOfSite(request, siteUrl)) return end(403, 'Only pages of this site say what was read.\n')
  // A path has no spaces: behind one stands which link was followed.
  const [path = '', ...place] = ((await shortBody(request)) ?? '').split(' ')
  const address = parseArticlePath(path)
  const click = place.length ? parseClick(place.join(' ')) : undefined
  if (!address || click === null) return end(400, 'The body is the path of a story, such as /city/the-bridge-42.\n')
  record({
    articleId: address.id,
    ...(click && { click }),
    address: clientAddress(request, trustedProxies),
    userAgent: request.headers['user-agent'] ?? '',
  })
  end(204)
}

/** Browsers name the site of a page, older ones its origin alone. */
function isOfSite({ headers }: IncomingMessage, siteUrl: string): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === siteUrl : site === 'same-origin'
}

/** null when it is longer than any address of a story, or not text. */
async function shortBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes <= MAX_BYTES) parts.push(part)
  }
  return bytes <= MAX_BYTES ? Buffer.concat(parts).toString() : null
}
