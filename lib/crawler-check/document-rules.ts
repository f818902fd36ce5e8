import { DomUtils, parseDocument } from 'htmlparser2'
import robotsParser from 'robots-parser'
import type { CrawledResponse, Finding, Tag } from '@/lib/crawler-check/crawled-page'
import { textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import type { CheckContext, Fault } from '@/lib/crawler-check/rule'
import { notWellFormed } from '@/lib/crawler-check/well-formed'
import { HOUR_MS } from '@/lib/time/durations'

/** Kinds of documents that crawlers and feed readers fetch beside pages. */
export type DocumentKind = 'robots' | 'sitemap' | 'news-sitemap' | 'feed' | 'json-feed'

/** A document as a crawler gets it; `html` is its text in any format. */
export interface CrawledDocument extends CrawledResponse {
  kind: DocumentKind
  /** Its elements in order; empty when it is not XML. */
  tags: Tag[]
}

type DocumentContext = Pick<CheckContext, 'siteUrl' | 'paper' | 'now'>

/** A requirement for all documents of some kinds. */
export interface DocumentRule {
  id: string
  severity: Finding['severity']
  source: string
  requirement: string
  on: readonly DocumentKind[]
  faults: (document: CrawledDocument, context: DocumentContext) => Fault[]
}

const MAX_ROBOTS_BYTES = 500 * 1024 // Google reads the first 500 KiB (R25)
const MAX_ADDRESSES = 50_000 // sitemaps.org, protocol: URLs in a file, files in an index (R2)
const MAX_SITEMAP_BYTES = 52_428_800 // the same, uncompressed
const MAX_ADDRESS_LENGTH = 2048 // the same, loc
const MAX_NEWS = 1000 // Google news sitemap (R1)
const NEWS_SITEMAP_MAX_AGE_HOURS = 48 // Google news sitemap: last two days (R1)
const TOLERANCE_MS = 10 * 60_000
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/
const XML: readonly DocumentKind[] = ['sitemap', 'news-sitemap', 'feed']
const SITEMAPS: readonly DocumentKind[] = ['sitemap', 'news-sitemap']
const FEEDS: readonly DocumentKind[] = ['feed', 'json-feed']
const TYPES: Record<DocumentKind, RegExp> = {
  robots: /^text\/plain\b/,
  sitemap: /^(?:application|text)\/xml\b/,
  'news-sitemap': /^(?:application|text)\/xml\b/,
  feed: /^application\/(?:rss|atom)\+xml\b/,
  'json-feed': /^application\/(?:feed\+)?json\b/,
}

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]
const REPORT = 'The site writes it by itself; if it stays so, report it.'

/** Parses the response of a site at the address of a document. */
export function crawledDocument(kind: DocumentKind, response: CrawledResponse): CrawledDocument {
  const isXml = XML.includes(kind)
  const tags = isXml
    ? DomUtils.getElementsByTagName('*', parseDocument(response.html, { xmlMode: true }).children, true)
    : []
  return { ...response, kind, tags }
}

/** The findings of every rule that applies to the document. */
export function documentFindings(document: CrawledDocument, context: DocumentContext): Finding[] {
  return DOCUMENT_RULES.filter(({ on }) => on.includes(document.kind)).flatMap((rule) =>
    rule.faults(document, context).map((found) => ({ rule: rule.id, severity: rule.severity, ...found })),
  )
}

/** The rules for robots.txt, sitemaps and feeds. */
export const DOCUMENT_RULES: readonly DocumentRule[] = [
  {
    id: 'document/found',
    severity: 'error',
    source: 'R2, R15, R25',
    on: ['robots', ...XML, 'json-feed'],
    requirement: 'The document answers 200 with its media type.',
    faults: ({ kind, status, headers }) => {
      if (status !== 200) return fault(`The document answers ${status}.`, 'See what the server says in its log.')
      const type = headers['content-type'] ?? ''
      return TYPES[kind].test(type) ? [] : fault(`The document is sent as ${quoteText(type)}.`, REPORT)
    },
  },
  {
    id: 'document/well-formed',
    severity: 'error',
    source: 'R2, R15 (XML 1.0)',
    on: [...XML, 'json-feed'],
    requirement: 'A strict parser accepts the document.',
    faults: ({ kind, html }) => {
      const why = kind === 'json-feed' ? (jsonIn(html) ? null : 'it is no JSON') : notWellFormed(html)
      return why === null ? [] : fault(`The document is broken: ${why}.`, REPORT)
    },
  },
  {
    id: 'document/validators',
    severity: 'error',
    source: 'R12',
    on: ['robots', ...FEEDS],
    requirement: 'The document has a strong ETag, so that an unchanged one is not fetched again.',
    faults: ({ headers }) =>
      /^"[^"]+"$/.test(headers.etag ?? '') ? [] : fault('The document carries no strong ETag.', REPORT),
  },
  {
    id: 'robots/size',
    severity: 'error',
    source: 'R25',
    on: ['robots'],
    requirement: 'robots.txt is at most 500 KiB long.',
    faults: ({ html }) =>
      html.length <= MAX_ROBOTS_BYTES ? [] : fault('The file is longer than the 500 KiB that are read.', 'Shorten it.'),
  },
  {
    id: 'robots/sitemaps',
    severity: 'error',
    source: 'R25, R2',
    on: ['robots'],
    requirement: 'robots.txt names at least one sitemap, each by an absolute URL of this site.',
    faults: ({ html }, { siteUrl }) => {
      const named = sitemapsInRobots(html)
      if (!named.length) return fault('The file names no sitemap.', 'Name it in a line that begins with Sitemap.')
      const foreign = named.find((address) => !address.startsWith(`${siteUrl}/`))
      return foreign === undefined
        ? []
        : fault(
            `The sitemap ${quoteText(foreign)} is no whole address of this site.`,
            'Set SITE_URL to the public address.',
          )
    },
  },
  {
    id: 'robots/open',
    severity: 'error',
    source: 'R8',
    on: ['robots'],
    requirement: 'robots.txt does not close the whole site to all crawlers.',
    faults: ({ html, url }, { siteUrl }) =>
      robotsParser(url, html).isDisallowed(`${siteUrl}/`, '*')
        ? fault(
            'Every crawler is kept out of the whole site.',
            'Take “Disallow: /” out for the crawlers of search engines.',
          )
        : [],
  },
  {
    id: 'sitemap/limits',
    severity: 'error',
    source: 'R2',
    on: SITEMAPS,
    requirement: 'A sitemap has at most 50,000 addresses and 50 MB.',
    faults: ({ tags, html }) => {
      const count = locations(tags).length
      if (count > MAX_ADDRESSES)
        return fault(`The sitemap lists ${count} addresses; ${MAX_ADDRESSES} are read.`, 'Split it.')
      return html.length <= MAX_SITEMAP_BYTES
        ? []
        : fault('The sitemap is larger than the 50 MB that are read.', 'Split it.')
    },
  },
  {
    id: 'sitemap/addresses',
    severity: 'error',
    source: 'R2',
    on: SITEMAPS,
    requirement:
      'Every address in a sitemap is an absolute URL of this site, at most 2,048 characters long, and listed once.',
    faults: ({ tags }, { siteUrl }) => {
      const all = locations(tags)
      const listed = new Set<string>()
      for (const address of all) {
        if (!address.startsWith(`${siteUrl}/`))
          return fault(
            `The sitemap lists ${quoteText(address)}, which is no address of this site.`,
            'Set SITE_URL to the public address.',
          )
        if (address.length > MAX_ADDRESS_LENGTH)
          return fault(`The address ${quoteText(address)} is too long to be read.`, 'Shorten the words of the address.')
        if (listed.has(address)) return fault(`The sitemap lists ${quoteText(address)} twice.`, REPORT)
        listed.add(address)
      }
      return []
    },
  },
  {
    id: 'sitemap/lastmod',
    severity: 'error',
    source: 'R2',
    on: SITEMAPS,
    requirement: 'Every lastmod is a valid date that is not in the future.',
    faults: ({ tags }, { now }) => {
      const wrong = textsNamed(tags, 'lastmod').find(
        (iso) => !WITH_ZONE.test(iso) || Date.parse(iso) > now.getTime() + TOLERANCE_MS,
      )
      return wrong === undefined ? [] : fault(`The sitemap tells of a change at ${quoteText(wrong)}.`, REPORT)
    },
  },
  {
    id: 'news-sitemap/limit',
    severity: 'error',
    source: 'R1',
    on: ['news-sitemap'],
    requirement: 'A news sitemap has at most 1,000 stories.',
    faults: ({ tags }) => {
      const count = tags.filter(({ name }) => name === 'url').length
      return count <= MAX_NEWS
        ? []
        : fault(`The news sitemap lists ${count} stories; ${MAX_NEWS} are read.`, 'Split it.')
    },
  },
  {
    id: 'news-sitemap/complete',
    severity: 'error',
    source: 'R1',
    on: ['news-sitemap'],
    requirement:
      'Every story in a news sitemap has exactly one description, with the name and language of the paper, a date and a title.',
    faults: ({ tags }) => {
      const needed = ['news:name', 'news:language', 'news:publication_date', 'news:title']
      return tags
        .filter(({ name }) => name === 'url')
        .flatMap((story) => {
          const inside = DomUtils.getElementsByTagName('*', story.children, true)
          const [address = ''] = textsNamed(inside, 'loc')
          if (inside.filter(({ name }) => name === 'news:news').length !== 1)
            return fault(`The story at ${quoteText(address)} is not described once.`, REPORT)
          const missing = needed.filter((name) => !textsNamed(inside, name)[0])
          return missing.length ? fault(`The story at ${quoteText(address)} lacks ${missing.join(', ')}.`, REPORT) : []
        })
    },
  },
  {
    id: 'news-sitemap/fresh',
    severity: 'error',
    source: 'R1',
    on: ['news-sitemap'],
    requirement: 'A news sitemap lists only stories of the last 48 hours, with a valid date.',
    faults: ({ tags }, { now }) => {
      const wrong = textsNamed(tags, 'news:publication_date').find((iso) => {
        const age = now.getTime() - Date.parse(iso)
        return !WITH_ZONE.test(iso) || age > NEWS_SITEMAP_MAX_AGE_HOURS * HOUR_MS + TOLERANCE_MS || age < -TOLERANCE_MS
      })
      return wrong === undefined ? [] : fault(`The news sitemap lists a story of ${quoteText(wrong)}.`, REPORT)
    },
  },
  {
    id: 'news-sitemap/titles',
    severity: 'error',
    source: 'R1',
    on: ['news-sitemap'],
    requirement: 'No title ends with the name of the paper as a label.',
    faults: ({ tags }, { paper }) => {
      const wrong =
        paper &&
        textsNamed(tags, 'news:title').find((title) =>
          new RegExp(`[|–—-]\\s*${paper.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'u').test(title),
        )
      return wrong
        ? fault(`The title ${quoteText(wrong)} carries the name of the paper.`, 'Take it out of the headline.')
        : []
    },
  },
  {
    id: 'feed/self',
    severity: 'error',
    source: 'R14',
    on: FEEDS,
    requirement: 'A feed has exactly one self link, and it is the address of the feed.',
    faults: (document) => {
      const own = selfLinks(document)
      if (own.length !== 1)
        return fault(
          own.length ? 'The feed names several addresses as its own.' : 'The feed does not name its own address.',
          REPORT,
        )
      return own[0] === document.url
        ? []
        : fault(`The feed says that it stands at ${quoteText(own[0] ?? '')}.`, 'Set SITE_URL to the public address.')
    },
  },
  {
    id: 'feed/hub',
    severity: 'error',
    source: 'R14',
    on: ['feed'],
    requirement: 'The Link header and the feed either both name a hub or both name none.',
    faults: ({ headers, tags }) => {
      const inHeader = /rel="?[^",;]*\bhub\b/.test(headers.link ?? '')
      const inBody = tags.some(({ name, attribs }) => /(?:^|:)link$/.test(name) && attribs.rel === 'hub')
      return inHeader === inBody ? [] : fault('Header and feed do not name the same hub.', REPORT)
    },
  },
  {
    id: 'feed/ids',
    severity: 'error',
    source: 'R15',
    on: FEEDS,
    requirement: 'Every item of a feed has an id, and no two have the same one.',
    faults: (document) => {
      const ids = itemIds(document)
      if (ids.some((id) => !id)) return fault('A story of the feed has no name of its own.', REPORT)
      const twice = ids.find((id, place) => ids.indexOf(id) !== place)
      return twice === undefined ? [] : fault(`Two stories of the feed are called ${quoteText(twice)}.`, REPORT)
    },
  },
  {
    id: 'feed/addresses',
    severity: 'error',
    source: 'R15',
    on: FEEDS,
    requirement: 'Every link and picture in a feed has an absolute URL.',
    faults: (document) => {
      const wrong = addressesIn(document).find((address) => !/^(?:https?:|mailto:)/i.test(address))
      return wrong === undefined
        ? []
        : fault(`The feed leads to ${quoteText(wrong)}, which is no whole address.`, REPORT)
    },
  },
  {
    id: 'feed/dates',
    severity: 'error',
    source: 'R4, R15',
    on: FEEDS,
    requirement: 'Every item of a feed has a date that is not in the future.',
    faults: (document, { now }) => {
      const dates = itemDates(document)
      if (dates.length < itemIds(document).length) return fault('A story of the feed has no date.', REPORT)
      const wrong = dates.find((date) => !(Date.parse(date) <= now.getTime() + TOLERANCE_MS))
      return wrong === undefined ? [] : fault(`A story of the feed is from ${quoteText(wrong)}.`, REPORT)
    },
  },
]

/** The addresses in the Sitemap lines of a robots.txt. */
export function sitemapsInRobots(robots: string): string[] {
  return [...robots.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].map(([, address = '']) => address)
}

/** The addresses of pages or files that a sitemap or a sitemap index lists, without those of pictures. */
export function locations(tags: Tag[]): string[] {
  return textsNamed(tags, 'loc')
}

/** The publication dates in a news sitemap, by address. */
export function newsDates({ tags }: CrawledDocument): [address: string, date: string][] {
  return tags
    .filter(({ name }) => name === 'url')
    .map((story) => {
      const inside = DomUtils.getElementsByTagName('*', story.children, true)
      return [textsNamed(inside, 'loc')[0] ?? '', textsNamed(inside, 'news:publication_date')[0] ?? '']
    })
}

function textsNamed(tags: Tag[], name: string): string[] {
  return tags.filter((tag) => tag.name === name).map(textOf)
}

interface JsonFeed {
  feed_url?: string
  items?: { id?: string; url?: string; image?: string; content_html?: string; date_published?: string }[]
}

function jsonIn(text: string): JsonFeed | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

function itemsOf({ tags }: CrawledDocument): Tag[] {
  return tags.filter(({ name }) => name === 'item' || name === 'entry')
}

function within(item: Tag): Tag[] {
  return DomUtils.getElementsByTagName('*', item.children, true)
}

function selfLinks(document: CrawledDocument): string[] {
  if (document.kind === 'json-feed') return [jsonIn(document.html)?.feed_url ?? []].flat()
  const items = new Set(itemsOf(document).flatMap(within))
  return document.tags
    .filter((tag) => /(?:^|:)link$/.test(tag.name) && tag.attribs.rel === 'self' && !items.has(tag))
    .map(({ attribs }) => attribs.href ?? '')
}

function itemIds(document: CrawledDocument): string[] {
  if (document.kind === 'json-feed') return (jsonIn(document.html)?.items ?? []).map(({ id }) => id ?? '')
  return itemsOf(document).map((item) => textsNamed(within(item), item.name === 'item' ? 'guid' : 'id')[0] ?? '')
}

function itemDates(document: CrawledDocument): string[] {
  if (document.kind === 'json-feed') {
    return (jsonIn(document.html)?.items ?? []).flatMap(({ date_published: date }) => date ?? [])
  }
  return itemsOf(document).flatMap(
    (item) => textsNamed(within(item), item.name === 'item' ? 'pubDate' : 'published')[0] ?? [],
  )
}

/** The addresses in a feed: of its own elements and of the HTML in its items. */
function addressesIn(document: CrawledDocument): string[] {
  if (document.kind === 'json-feed') {
    return (jsonIn(document.html)?.items ?? []).flatMap(({ url, image, content_html: html }) => [
      ...[url, image].filter((address) => address !== undefined),
      ...addressesInHtml(html ?? ''),
    ])
  }
  return itemsOf(document).flatMap((item) => {
    const tags = within(item)
    const own = tags.flatMap(({ name, attribs }) => {
      if (name === 'link') return [attribs.href ?? []].flat()
      return /^(?:enclosure|media:content)$/.test(name) ? [attribs.url ?? ''] : []
    })
    const inHtml = [...rawTextsNamed(tags, 'content:encoded'), ...rawTextsNamed(tags, 'content')]
    return [...own, ...(item.name === 'item' ? textsNamed(tags, 'link') : []), ...inHtml.flatMap(addressesInHtml)]
  })
}

function rawTextsNamed(tags: Tag[], name: string): string[] {
  return tags.filter((tag) => tag.name === name).map((tag) => DomUtils.textContent(tag))
}

function addressesInHtml(html: string): string[] {
  return DomUtils.getElementsByTagName('*', parseDocument(html).children, true).flatMap(({ attribs }) =>
    [attribs.href, attribs.src].filter((address) => address !== undefined),
  )
}
