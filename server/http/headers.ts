import { tags } from '@/lib/pages/tags'
import type { FinishedPage, Representation } from '@/server/pages/page-store'

/** Nothing of a page may be framed, run or fetched but what is the site's own (design: no inline scripts or styles). */
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

/** A copy that nobody purges is a stale copy: until a purge is configured, every use asks first. */
export const REVALIDATE = 'public, max-age=0, s-maxage=0, must-revalidate'

/** Where caches are told what goes stale, they keep what time alone never changes for a day, and longer when the site is
 * down. Browsers cannot be told. */
const CACHE_UNTIL_PURGED = 'public, max-age=0, s-maxage=86400, stale-if-error=86400'

export const IMMUTABLE = 'public, max-age=31536000, immutable'

export interface SiteHeaders {
  /** What every answer carries, as name, value, name, value … */
  common: string[]
  /** What a reader's page carries beside that. */
  page: string[]
  /** What a document for machines carries beside that. */
  document: string[]
  /** Whether the caches in front are told what goes stale. */
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
  // A feed or a card is shown by other sites; were it ever opened as a page, nothing in it would run.
  const document = [
    'Content-Security-Policy',
    "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy',
    'cross-origin',
  ]
  return { common: everywhere, page, document, isPurging: false }
}

/** What is known of a page beside its words. */
type PageMetadata = Omit<FinishedPage, 'body'>

/** What identifies a page to caches in front, beside the validators. */
function cachingHeaders(
  page: PageMetadata,
  { etag }: Pick<Representation, 'etag'>,
  { isPurging }: Pick<SiteHeaders, 'isPurging'>,
): string[] {
  const mayBeKept = isPurging && page.status === 200 && page.freshUntil === Number.POSITIVE_INFINITY
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
      : ['Cache-Control', mayBeKept ? CACHE_UNTIL_PURGED : REVALIDATE]),
    'Surrogate-Key',
    keys.join(' '),
    'Cache-Tag',
    keys.join(','),
  ]
}

export function pageHeaders(page: PageMetadata, sent: Representation, site: SiteHeaders): string[] {
  const { document } = page
  return [
    ...(document ? ['Content-Type', document.contentType, ...site.document, ...document.others] : site.page),
    ...site.common,
    ...cachingHeaders(page, sent, site),
    'Content-Length',
    String(sent.body.length),
    ...(page.link ? ['Link', page.link] : []),
    // What is gone is taken out of every list, also by those who read no markup.
    ...(page.status === 410 && !page.document?.others.includes('X-Robots-Tag') ? ['X-Robots-Tag', 'noindex'] : []),
    ...(sent.encoding === 'identity' ? [] : ['Content-Encoding', sent.encoding]),
  ]
}

export function notModifiedHeaders(page: PageMetadata, etag: string, site: SiteHeaders): string[] {
  return [...site.common, ...(page.document?.others ?? []), ...cachingHeaders(page, { etag }, site)]
}
