import { createHash } from 'node:crypto'
import { pageHeaders, type SiteHeaders } from '@/server/http/headers'
import type { StoredPage } from '@/server/pages/page-store'

/** What a header of the door has in place of the address that was asked for. */
export const OWN_ADDRESS = '{address}'

/** The proxy makes these for each file; keys are for caches that are purged, and then there are no files. */
const OF_EACH_FILE = new Set([
  'Content-Type',
  'ETag',
  'Last-Modified',
  'Content-Length',
  'Content-Encoding',
  'Surrogate-Key',
  'Cache-Tag',
])

/** As [name, value], in their order. */
export type DoorHeaders = readonly (readonly [string, string])[]

/** The headers that the proxy sends with `page`: those of the site, without what each file has of its own. */
export function doorHeaders(page: StoredPage, site: SiteHeaders): DoorHeaders {
  const all = pageHeaders(page, page.representations.identity, site)
  const headers: [string, string][] = []
  for (let at = 0; at < all.length; at += 2) {
    const [name = '', value = ''] = [all[at], all[at + 1]]
    if (OF_EACH_FILE.has(name)) continue
    // A feed names itself (RFC 8288): its address is that of the request.
    headers.push([
      name,
      page.document ? value.replace(`${page.path}>; rel="self"`, `${OWN_ADDRESS}>; rel="self"`) : value,
    ])
  }
  return headers
}

/** The name of a set of headers: the same for the same headers. */
export function headersKey(headers: DoorHeaders): string {
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 16)
}
