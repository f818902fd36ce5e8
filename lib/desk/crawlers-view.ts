import { type CrawledPage, type Finding, named, wordsIn } from '@/lib/crawler-check/crawled-page'

/** A story under work as search engines and social networks will see it. */
export interface CrawlersView {
  /** The version of the story that was looked at. */
  version: number
  /** Errors before advice. */
  findings: Finding[]
  /** null when the page could not be made. */
  searchResult: SearchResult | null
  socialCard: SocialCard | null
}

/** A line in a list of search results. */
export interface SearchResult {
  title: string
  /** As search engines write it: the host, then the path in words. */
  address: string
  description: string
}

/** What a social network makes of a link. */
export interface SocialCard {
  site: string
  title: string
  description: string
  /** null when the site is to draw a card, or there is no picture. */
  picture: { path: string; alt: string } | null
}

const DRAWN_CARDS = '/cards/'

/** How a search engine lists the page. */
export function searchResult(page: CrawledPage): SearchResult {
  const [canonical = page.url] = page.head.canonicals
  const { host, pathname } = new URL(canonical, page.url)
  const path = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  return {
    title: page.head.titles[0] ?? '',
    address: [host, ...path].join(' › '),
    description: page.head.names.get('description')?.[0] ?? '',
  }
}

/** How a social network shows a link to the page. */
export function socialCard(page: CrawledPage): SocialCard {
  const said = (property: string) => page.head.properties.get(property)?.[0] ?? ''
  const [heading] = named(page, 'h1')
  const image = said('og:image')
  const path = URL.canParse(image, page.url) ? new URL(image, page.url).pathname : ''
  return {
    site: said('og:site_name'),
    title: said('og:title') || (heading ? wordsIn(heading) : ''),
    description: said('og:description'),
    picture: path && !path.startsWith(DRAWN_CARDS) ? { path, alt: said('og:image:alt') } : null,
  }
}
