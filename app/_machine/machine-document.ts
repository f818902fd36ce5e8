type SaidBeside =
  | 'Link'
  | 'X-Robots-Tag'
  | 'Access-Control-Allow-Origin'
  | 'Access-Control-Expose-Headers'
  | 'Cache-Control'

/** What a route of a document may say beside its words; everything else is the server's (server/http/headers.ts). */
interface Saying {
  /** With its charset, where it has one. */
  contentType: string
  /** Link, X-Robots-Tag, who else may read it, and Cache-Control for what never changes under its address. */
  headers?: Partial<Record<SaidBeside, string>>
  /** Left out: 200. Anything else goes out as it is and is not kept. */
  status?: number
}

/** For an address that never changes what it answers. */
export const NEVER_CHANGES = 'public, max-age=31536000, immutable'

/**
 * What a route for machines answers: a feed, a sitemap, a card. It is rendered once, kept in the page store with the
 * tags of everything that was read for it (app/reads.ts), and sent with validators, compressed.
 */
export function machineDocument(
  body: string | Uint8Array<ArrayBuffer>,
  { contentType, headers = {}, status = 200 }: Saying,
): Response {
  return new Response(body, { status, headers: { ...headers, 'Content-Type': contentType } })
}
