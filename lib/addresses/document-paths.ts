/*
 * The addresses of what machines read: feeds, sitemaps, the formats of an article, cards for social networks.
 */

export const ROBOTS = '/robots.txt'
export const LLMS = '/llms.txt'
export const MANIFEST = '/manifest.webmanifest'
export const SITEMAP = '/sitemap.xml'
export const NEWS_SITEMAP = '/news-sitemap.xml'

export const FEED_FORMATS = ['rss.xml', 'atom.xml', 'feed.json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const ARTICLE_FORMATS = ['json', 'md'] as const
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number]

/** The feed of a list, or, with `/`, of the whole paper: `/city` gives `/city/rss.xml`. */
export function feedPath(list: string, format: FeedFormat): string {
  return list === '/' ? `/${format}` : `${list}/${format}`
}

/** The list and the format in the path of a feed; null when it ends in none. */
export function parseFeedPath(path: string): { list: string; format: FeedFormat } | null {
  const format = FEED_FORMATS.find((name) => path.endsWith(`/${name}`))
  if (!format) return null
  return { list: path.slice(0, -format.length - 1) || '/', format }
}

/** The article at `path` as data or as Markdown. */
export function articleFormatPath(path: string, format: ArticleFormat): string {
  return `${path}.${format}`
}

/** The path of the article and the format in `path`; null when it names no format. The article may not exist. */
export function parseArticleFormatPath(path: string): { article: string; format: ArticleFormat } | null {
  const format = ARTICLE_FORMATS.find((name) => path.endsWith(`.${name}`))
  const article = format && path.slice(0, -format.length - 1)
  if (!article || !/^\/[^/]+\/[^/]*\d$/.test(article)) return null
  return { article, format }
}

/** Where the framework renders a format of article `id`: readers never see it. */
export function internalFormatPath(id: number, format: ArticleFormat): string {
  return `/formats/${id}/${format}`
}

/** Where the framework renders the key by which search engines know the site: readers never see it. */
export function internalKeyPath(key: string): string {
  return `/formats/keys/${key}`
}

/** Page `n`, from 1, of a news sitemap that is too long for one file. */
export function newsSitemapPath(n: number): string {
  return `/news-sitemap-${n}.xml`
}

/** The number in the path of such a page; null when it is none. */
export function parseNewsSitemapPath(path: string): number | null {
  const match = /^\/news-sitemap-([1-9]\d{0,3})\.xml$/.exec(path)
  return match ? Number(match[1]) : null
}

/** Where the framework renders such a page: readers never see it. */
export function internalNewsSitemapPath(n: number): string {
  return `/news-sitemap/${n}`
}

/** The card that social networks show of an article; `hash` is of everything that is drawn. */
export function socialCardPath({ id, hash }: { id: number | 'paper'; hash: string }): string {
  return `/cards/${id}-${hash}.png`
}

/** Which card a path stands for; null when it is none. */
export function parseSocialCardPath(path: string): { id: number | 'paper'; hash: string } | null {
  const match = /^\/cards\/(paper|[1-9]\d{0,14})-([0-9a-z]{1,64})\.png$/.exec(path)
  if (!match?.[1] || !match[2]) return null
  return { id: match[1] === 'paper' ? 'paper' : Number(match[1]), hash: match[2] }
}

/** How a page of this site, at its absolute address, is to be shown elsewhere (oEmbed). */
export function oEmbedPath(address: string, format: 'json' | 'xml' = 'json'): string {
  return `/api/oembed?${new URLSearchParams(format === 'json' ? { url: address } : { url: address, format })}`
}

/** Whether what stands at `path` is for machines and small enough to be kept like a page. */
export function isDocumentPath(path: string): boolean {
  if ([ROBOTS, LLMS, MANIFEST, NEWS_SITEMAP].includes(path)) return true
  return path.startsWith('/api/v1/') || path.startsWith('/api/oembed')
}
