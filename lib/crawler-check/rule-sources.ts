/** The sources of the rules of the crawler check; the `source` of each rule names at least one of these keys. */
export const RULE_SOURCES = {
  R1: 'Google: News sitemap (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)',
  R2: 'sitemaps.org: protocol; limits of a file and an index',
  R3: 'Google: Article structured data (developers.google.com/search/docs/appearance/structured-data/article)',
  R4: 'Google: publication dates (developers.google.com/search/docs/appearance/publication-dates)',
  R5: 'Google Discover: large images and max-image-preview',
  R6: 'Core Web Vitals (web.dev)',
  R7: 'Google: paywalled content markup',
  R8: 'Google: robots meta tag and X-Robots-Tag (developers.google.com/search/reference/robots_meta_tag)',
  R9: 'Google: canonical addresses and syndicated copies',
  R10: 'Google: removed pages, soft 404s and redirects',
  R11: 'Google: pagination; every page of a list has its own address and real links',
  R12: 'Google: HTTP caching for crawlers (developers.google.com/search/blog/2024/12/crawling-december-caching)',
  R14: 'W3C: WebSub, discovery of hub and topic',
  R15: 'RSS Advisory Board: RSS profile; RFC 4287; JSON Feed 1.1',
  R16: 'schema.org and Google: LiveBlogPosting',
  R17: 'Google and IPTC: image licence metadata',
  R18: 'Google News: transparency (bylines, dates, labels, contact)',
  R19: 'The Trust Project and schema.org: NewsMediaOrganization and its policies',
  R20: 'Google: localised versions, hreflang and x-default',
  R21: 'W3C: WCAG 2.2 AA',
  R22: 'Open Graph protocol and X cards',
  R24: 'A page is whole, with its head and its status, before its first byte, for every client',
  R25: 'Google: robots.txt, the first 500 KiB; Sitemap lines with whole addresses',
  R26: 'Cache headers that shared caches can work with (RFC 9111)',
  R27: 'Google: review snippet structured data; schema.org: Review, itemReviewed',
  HTML: 'WHATWG: HTML Standard',
  breadcrumb:
    'Google: breadcrumb structured data (developers.google.com/search/docs/appearance/structured-data/breadcrumb)',
  'JSON-LD': 'W3C: JSON-LD 1.1',
  promise: 'What this site promises its readers beyond the rules of others',
} as const

/** The keys of RULE_SOURCES in the `source` of a rule. Throws when there is none, or when one is not listed. */
export function ruleSources({ id, source }: { id: string; source: string }): (keyof typeof RULE_SOURCES)[] {
  const keys = source.match(/R\d+|HTML|JSON-LD|breadcrumb|promise/g) ?? []
  const listed = keys.filter((name) => name in RULE_SOURCES) as (keyof typeof RULE_SOURCES)[]
  if (!listed.length || listed.length < keys.length)
    throw new Error(`rule ${id} names a source that is not listed: ${source}`)
  return listed
}
