import { decodeSegment } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import { type CrawledPage, elementsNamed, textOf } from '@/lib/crawler-check/crawled-page'
import type { SearchResult, SocialCard } from '@/lib/desk/articles/crawlers-view'

const DRAWN_CARDS = '/cards/'

/** How a search engine lists the page. */
export function searchResult(page: CrawledPage): SearchResult {
  const [canonical = page.url] = page.head.canonicals
  const { host, pathname } = new URL(canonical, page.url)
  const path = pathname
    .split('/')
    .filter(Boolean)
    .map((segment) => decodeSegment(segment) ?? segment)
  return {
    title: page.head.titles[0] ?? '',
    address: [host, ...path].join(' › '),
    description: page.head.names.get('description')?.[0] ?? '',
  }
}

/** How a social network shows a link to the page. */
export function socialCard(page: CrawledPage): SocialCard {
  const said = (property: string) => page.head.properties.get(property)?.[0] ?? ''
  const [heading] = elementsNamed(page, 'h1')
  const image = said('og:image')
  const path = parseUrl(image, page.url)?.pathname ?? ''
  return {
    site: said('og:site_name'),
    title: said('og:title') || (heading ? textOf(heading) : ''),
    description: said('og:description'),
    picture: path && !path.startsWith(DRAWN_CARDS) ? { path, alt: said('og:image:alt') } : null,
  }
}
