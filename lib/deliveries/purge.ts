import type { OutgoingRequest } from '@/lib/deliveries/delivery'
import type { PurgeStyle, PurgeTerms } from '@/lib/deliveries/receiver'
import { tags } from '@/lib/pages/tags'

/**
 * Tags in one request. Varnish: its default of 8 KB a header (http_req_hdr_len) with tags of at most 40 characters;
 * Fastly: 256 (reference of batch purges); Cloudflare: 30 in its older documentation, 100 in its present one.
 */
const MAX_TAGS: Record<PurgeStyle, number> = { varnish: 150, fastly: 256, cloudflare: 30 }

/** The stale tags divided into the requests that the cache needs. */
export function purgeParts(stale: string[], style: PurgeStyle): string[][] {
  const max = MAX_TAGS[style]
  return Array.from({ length: Math.ceil(stale.length / max) }, (_, part) => stale.slice(part * max, (part + 1) * max))
}

/** The tag that every page and document carries: purging it empties the cache. */
export const EVERYTHING = [tags.everything]

/** The request that purges everything with one of the stale tags. */
export function purgeRequest(stale: string[], terms: PurgeTerms): OutgoingRequest {
  const address = terms.address.replace(/\/$/, '')
  const place = encodeURIComponent(terms.place)
  switch (terms.style) {
    case 'varnish':
      return { method: 'PURGE', url: terms.address, headers: { 'xkey-purge': stale.join(' ') }, body: '' }
    case 'fastly':
      return {
        method: 'POST',
        url: `${address}/service/${place}/purge`,
        headers: { 'Fastly-Key': terms.token, 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ surrogate_keys: stale }),
      }
    case 'cloudflare':
      return {
        method: 'POST',
        url: `${address}/zones/${place}/purge_cache`,
        headers: { Authorization: `Bearer ${terms.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ tags: stale }),
      }
  }
}
