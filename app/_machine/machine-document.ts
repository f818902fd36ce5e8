type DocumentHeader =
  | 'Link'
  | 'X-Robots-Tag'
  | 'Access-Control-Allow-Origin'
  | 'Access-Control-Expose-Headers'
  | 'Cache-Control'

/** What a route of a document may set beside its body; all other headers are set in server/http/headers.ts. */
interface DocumentOptions {
  /** With its charset, where it has one. */
  contentType: string
  /** Link, X-Robots-Tag, which origins may read it, and Cache-Control for content that never changes. */
  headers?: Partial<Record<DocumentHeader, string>>
  /** Left out: 200. A response with another status is not stored. */
  status?: number
}

/** Cache-Control of an address whose content never changes. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

/**
 * What a route for machines answers: a feed, a sitemap, a card. It is rendered once, kept in the page store with the
 * tags of everything that was read for it (app/reads.ts), and sent with validators, compressed.
 */
export function machineDocument(
  body: string | Uint8Array<ArrayBuffer>,
  { contentType, headers = {}, status = 200 }: DocumentOptions,
): Response {
  return new Response(body, { status, headers: { ...headers, 'Content-Type': contentType } })
}
