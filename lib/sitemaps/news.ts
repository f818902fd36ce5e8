import { element, type Xml, xmlDocument } from '@/lib/markup/xml'
import { languageSubtags } from '@/lib/paper/language'
import type { SitemapEntry } from '@/lib/sitemaps/entry'
import { HOUR_MS } from '@/lib/time/durations'

/** A story in the news sitemap; its address is absolute. */
export interface NewsEntry {
  address: string
  headline: string
  /** BCP 47 tag of the story. */
  language: string
  /** First publication, ISO 8601 with its zone. */
  published: string
}

/** Google, News sitemaps: what was published within the last two days. */
export const NEWS_MAX_AGE_MS = 48 * HOUR_MS
/** Google, News sitemaps: at most this many stories in one file. */
export const MAX_NEWS_PER_FILE = 1000

/** The news sitemap of these stories, in their order; valid without a story. `publication` is the name of the paper. */
export function newsSitemap(stories: NewsEntry[], publication: string): string {
  return xmlDocument(
    element(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      stories.map((story) => newsEntry(story, publication)),
    ),
  )
}

/** The index of the news sitemaps when there are several. */
export function newsSitemapIndex(files: Pick<SitemapEntry, 'address' | 'modified'>[]): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      files.map(({ address, modified }) =>
        element(
          'sitemap',
          {},
          element('loc', {}, address),
          modified === null ? null : element('lastmod', {}, modified),
        ),
      ),
    ),
  )
}

/**
 * The language in the form of Google News: ISO 639 with two letters, or three where there is no code of two; Chinese as zh-cn
 * or zh-tw, by script or region.
 */
export function newsLanguage(language: string): string {
  const [primary, ...parts] = languageSubtags(language)
  if (primary !== 'zh') return primary
  const isTraditional =
    parts.includes('hant') || (!parts.includes('hans') && parts.some((part) => TRADITIONAL.has(part)))
  return isTraditional ? 'zh-tw' : 'zh-cn'
}

/** Regions where Chinese is written in the traditional script. */
const TRADITIONAL = new Set(['tw', 'hk', 'mo'])

function newsEntry({ address, headline, language, published }: NewsEntry, publication: string): Xml {
  return element(
    'url',
    {},
    element('loc', {}, address),
    element(
      'news:news',
      {},
      element(
        'news:publication',
        {},
        element('news:name', {}, publication),
        element('news:language', {}, newsLanguage(language)),
      ),
      element('news:publication_date', {}, published),
      element('news:title', {}, headline),
    ),
  )
}
