import type { IncomingHttpHeaders } from 'node:http'

/** What identifies a response to a GET or HEAD: its validators. */
export interface Validators {
  /** Strong ETag of the uncompressed body, quotes included; those of compressed bodies derive from it (encodedEtag). */
  identityEtag: string
  /** The ETag that a 304 carries when the client named none of ours; that of the uncompressed body unless given. */
  etag?: string
  lastModified: Date
}

/** The strong ETag of the same content in another encoding: `suffix` follows a dot inside the quotes. */
export function encodedEtag(identityEtag: string, suffix: string): string {
  return `${identityEtag.slice(0, -1)}.${suffix}"`
}

/**
 * The ETag of the 304 that answers a conditional GET or HEAD; null when the response must be sent in full.
 *
 * - If-None-Match alone decides when it is there (RFC 9110, section 13.2.2). It is `*` or a list, compared weakly
 *   (section 13.1.2). The ETag of any encoding of the same content matches: a body may have been compressed again since.
 * - Otherwise If-Modified-Since decides, to the second; a value that is no date is ignored (section 13.1.3).
 */
export function notModifiedEtag(headers: IncomingHttpHeaders, validators: Validators): string | null {
  const { identityEtag, etag = identityEtag, lastModified } = validators
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined) return ifNoneMatch.trim() === '*' ? etag : matchingEtag(ifNoneMatch, identityEtag)
  const ifModifiedSince = headers['if-modified-since']
  if (ifModifiedSince === undefined) return null
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= Date.parse(ifModifiedSince) ? etag : null
}

function matchingEtag(ifNoneMatch: string, identityEtag: string): string | null {
  const anyEncoding = `${identityEtag.slice(0, -1)}.`
  for (const entry of ifNoneMatch.split(',')) {
    const etag = entry.trim().replace(/^W\//, '')
    if (etag === identityEtag || (etag.startsWith(anyEncoding) && etag.endsWith('"'))) return etag
  }
  return null
}
