import { tags } from '@/lib/pages/tags'
import type { FinishedPage, Representation } from '@/server/pages/page-store'

/** Pages load and run only files of this site, without inline scripts or styles, and are not framed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TWO_YEARS_SECONDS = 63_072_000

/** Caches must revalidate before each use, because a copy that is not purged goes stale. */
export const REVALIDATE = 'public, max-age=0, s-maxage=0, must-revalidate'

/** When caches are purged, they keep what never goes stale by time for a day, and longer when the site is down. Browsers
 * cannot be purged. */
const CACHE_UNTIL_PURGED = 'public, max-age=0, s-maxage=86400, stale-if-error=86400'

export const IMMUTABLE = 'public, max-age=31536000, immutable'

export interface SiteHeaders {
  /** Headers of every response, as name, value, name, value … */
  common: string[]
  /** Further headers of readers' pages. */
  page: string[]
  /** Further headers of documents that are not HTML. */
  document: string[]
  /** Whether caches in front are purged. */
  isPurging: boolean
}

/** The headers of a site at `siteUrl`; `speculationRules` is the path of the rules for instant navigation. */
export function siteHeaders({ siteUrl, speculationRules }: { siteUrl: string; speculationRules: string }): SiteHeaders {
  const secure = siteUrl.startsWith('https:')
  const everywhere = [
    'X-Content-Type-Options',
    'nosniff',
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    ...(secure ? ['Strict-Transport-Security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`] : []),
  ]
  const page = [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Security-Policy',
    secure ? `${CONTENT_SECURITY_POLICY}; upgrade-insecure-requests` : CONTENT_SECURITY_POLICY,
    'X-Frame-Options',
    'DENY',
    'Cross-Origin-Opener-Policy',
    'same-origin',
    'Cross-Origin-Resource-Policy',
    'same-origin',
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Speculation-Rules',
    `"${speculationRules}"`,
  ]
  // Other sites embed feeds and cards; opened as a page, no script in them may run.
  const document = [
    'Content-Security-Policy',
    "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy',
    'cross-origin',
  ]
  return { common: everywhere, page, document, isPurging: false }
}

/** A page without its body. */
type PageMetadata = Omit<FinishedPage, 'body'>

/** Validators, cache lifetime and purge keys of a page. */
function cachingHeaders(
  page: PageMetadata,
  { etag }: Pick<Representation, 'etag'>,
  { isPurging }: Pick<SiteHeaders, 'isPurging'>,
): string[] {
  const isCacheable = isPurging && page.status === 200 && page.freshUntil === Number.POSITIVE_INFINITY
  const keys = [...page.tags, tags.everything]
  return [
    'ETag',
    etag,
    'Last-Modified',
    page.lastModified.toUTCString(),
    'Vary',
    'Accept-Encoding',
    ...(page.document?.others.includes('Cache-Control')
      ? []
      : ['Cache-Control', isCacheable ? CACHE_UNTIL_PURGED : REVALIDATE]),
    'Surrogate-Key',
    keys.join(' '),
    'Cache-Tag',
    keys.join(','),
  ]
}

/** Headers of a response with a body. */
export function pageHeaders(page: PageMetadata, representation: Representation, site: SiteHeaders): string[] {
  const { document } = page
  return [
    ...(document ? ['Content-Type', document.contentType, ...site.document, ...document.others] : site.page),
    ...site.common,
    ...cachingHeaders(page, representation, site),
    'Content-Length',
    String(representation.length),
    ...(page.link ? ['Link', page.link] : []),
    // A page that is gone is removed from search results, also by crawlers that read no markup.
    ...(page.status === 410 && !page.document?.others.includes('X-Robots-Tag') ? ['X-Robots-Tag', 'noindex'] : []),
    ...(representation.encoding === 'identity' ? [] : ['Content-Encoding', representation.encoding]),
  ]
}

/** Headers of a 304 with `etag`. */
export function notModifiedHeaders(page: PageMetadata, etag: string, site: SiteHeaders): string[] {
  return [...site.common, ...(page.document?.others ?? []), ...cachingHeaders(page, { etag }, site)]
}
