/*
 * Addresses of documents for programs: feeds, sitemaps, the formats of an article, cards for social networks.
 */

export const ROBOTS = '/robots.txt'
export const LLMS = '/llms.txt'
export const MANIFEST = '/manifest.webmanifest'
/** The description of the search for browsers, and what they ask while somebody types. */
export const OPEN_SEARCH = '/opensearch.xml'
export const OPEN_SEARCH_SUGGESTIONS = '/search/suggest'
export const SITEMAP = '/sitemap.xml'
/** RFC 9116, section 3. */
export const SECURITY = '/.well-known/security.txt'
export const NEWS_SITEMAP = '/news-sitemap.xml'

export const FEED_FORMATS = ['rss.xml', 'atom.xml', 'feed.json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const ARTICLE_FORMATS = ['json', 'md'] as const
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number]

/** The path of a list's feed: `/city` gives `/city/rss.xml`. The list `/` is the whole paper. */
export function feedPath(list: string, format: FeedFormat): string {
  return list === '/' ? `/${format}` : `${list}/${format}`
}

/** The list and the format in the path of a feed; null when `path` does not end in a feed format. */
export function parseFeedPath(path: string): { list: string; format: FeedFormat } | null {
  const format = FEED_FORMATS.find((name) => path.endsWith(`/${name}`))
  if (!format) return null
  return { list: path.slice(0, -format.length - 1) || '/', format }
}

/** The path of the article at `path` as JSON or as Markdown. */
export function articleFormatPath(path: string, format: ArticleFormat): string {
  return `${path}.${format}`
}

/** The path at which the framework renders a format of article `id`. It is internal and never public. */
export function internalFormatPath(id: number, format: ArticleFormat): string {
  return `/formats/${id}/${format}`
}

/** The path at which the framework renders security.txt. It is internal and never public. */
export const INTERNAL_SECURITY = '/formats/security'

/** The path at which the framework renders the file of an IndexNow key. It is internal and never public. */
export function internalKeyPath(key: string): string {
  return `/formats/keys/${key}`
}

/** The path of file `n` of the news sitemap, counted from 1, when it is too long for one file. */
export function newsSitemapPath(n: number): string {
  return `/news-sitemap-${n}.xml`
}

/** The number of the news sitemap file at `path`; null when `path` is not one. */
export function parseNewsSitemapPath(path: string): number | null {
  const match = /^\/news-sitemap-([1-9]\d{0,3})\.xml$/.exec(path)
  return match ? Number(match[1]) : null
}

/** The path at which the framework renders file `n` of the news sitemap. It is internal and never public. */
export function internalNewsSitemapPath(n: number): string {
  return `/news-sitemap/${n}`
}

/** The path of the card that social networks show for an article; `hash` covers everything that is drawn on it. */
export function socialCardPath({ id, hash }: { id: number | 'paper'; hash: string }): string {
  return `/cards/${id}-${hash}.png`
}

/** The id and hash in the path of a card; null when `path` is not one. */
export function parseSocialCardPath(path: string): { id: number | 'paper'; hash: string } | null {
  const match = /^\/cards\/(paper|[1-9]\d{0,14})-([0-9a-z]{1,64})\.png$/.exec(path)
  if (!match?.[1] || !match[2]) return null
  return { id: match[1] === 'paper' ? 'paper' : Number(match[1]), hash: match[2] }
}

/** The path of the oEmbed description of a page of this site; `address` is the page's absolute URL. */
export function oEmbedPath(address: string, format: 'json' | 'xml' = 'json'): string {
  return `/api/oembed?${new URLSearchParams(format === 'json' ? { url: address } : { url: address, format })}`
}

/** Whether `path` is a document for programs that is small enough for the page store. */
export function isDocumentPath(path: string): boolean {
  if ([ROBOTS, LLMS, MANIFEST, NEWS_SITEMAP, OPEN_SEARCH].includes(path)) return true
  return path.startsWith('/api/v1/') || path.startsWith('/api/oembed')
}
