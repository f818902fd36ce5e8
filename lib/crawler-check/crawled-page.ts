import { DomUtils, parseDocument } from 'htmlparser2'
import { parseArticlePath } from '@/lib/addresses/article-address'
import { REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'
import { visibleText } from '@/lib/text/visible-text'

/** A fault of a page for crawlers, aggregators or social networks. */
export interface Finding {
  /** The rule that is broken (rules.ts). */
  rule: string
  /** An error is a fault of the page, advice would make it better. Neither keeps a story from readers. */
  severity: 'error' | 'advice'
  /** What is wrong, and where, in an editor's words. */
  message: string
  /** How to mend it. */
  remedy: string
}

/** An element of the page, with its attributes in `attribs`. */
export type Tag = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** The kind of a page, by its address and status. */
export type PageKind = 'front' | 'list' | 'author' | 'article' | 'paper' | 'search' | 'absent'

/** The response of a site at one address. */
export interface CrawledResponse {
  /** The absolute URL that was requested. */
  url: string
  status: number
  /** By name in lower case. */
  headers: Record<string, string>
  html: string
}

/** A link to the same page in another language. */
export interface Alternate {
  hreflang: string
  href: string
}

/** A feed that a page links to. */
export interface LinkedFeed {
  type: string
  title: string
  href: string
}

/** The contents of the head in the order of the page, duplicates included. */
export interface PageHead {
  titles: string[]
  canonicals: string[]
  alternates: Alternate[]
  feeds: LinkedFeed[]
  /** `<meta name>` by name in lower case. */
  names: ReadonlyMap<string, string[]>
  /** `<meta property>` by property in lower case. */
  properties: ReadonlyMap<string, string[]>
  charset: string | null
}

/** A page as a crawler gets it: the response, parsed once, without running scripts. */
export interface CrawledPage extends CrawledResponse {
  kind: PageKind
  /** The `lang` of the whole page; empty without one. */
  language: string
  head: PageHead
  /** Every element in reading order. */
  tags: Tag[]
  /** The blocks of JSON-LD that parse as JSON, in order. */
  jsonLd: unknown[]
  /** The text of the blocks of JSON-LD that are not valid JSON. */
  brokenJsonLd: string[]
}

const FEED_TYPES = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json'])

/** Parses the response of a site at an address. */
export function crawledPage(response: CrawledResponse): CrawledPage {
  const tags = DomUtils.getElementsByTagName('*', parseDocument(response.html).children, true)
  const blocks = tags.filter(({ name, attribs }) => name === 'script' && attribs.type === 'application/ld+json')
  const jsonLd: unknown[] = []
  const brokenJsonLd: string[] = []
  for (const block of blocks) {
    const text = DomUtils.textContent(block)
    try {
      jsonLd.push(JSON.parse(text))
    } catch {
      brokenJsonLd.push(text)
    }
  }
  return {
    ...response,
    kind: pageKind(response),
    language: tags.find(({ name }) => name === 'html')?.attribs.lang ?? '',
    head: pageHead(tags),
    tags,
    jsonLd,
    brokenJsonLd,
  }
}

/** The elements with one of these names. */
export function elementsNamed({ tags }: Pick<CrawledPage, 'tags'>, ...names: string[]): Tag[] {
  return tags.filter(({ name }) => names.includes(name))
}

/** The text of an element as a reader sees it (lib/text/visible-text.ts), for comparing. */
export function textOf(tag: Tag): string {
  return visibleText(DomUtils.textContent(tag))
}

/** The element itself or its nearest ancestor for which `matches` is true; null when there is none. */
export function closest(tag: Tag, matches: (tag: Tag) => boolean): Tag | null {
  let above: Tag['parent'] | Tag = tag
  while (above && 'attribs' in above) {
    if (matches(above)) return above
    above = above.parent
  }
  return null
}

function pageKind({ url, status }: CrawledResponse): PageKind {
  if (status === 404 || status === 410) return 'absent'
  const { pathname } = new URL(url)
  const [first = '', second, third] = pathname.slice(1).split('/')
  if (pathname === '/') return 'front'
  if (first === 'search') return 'search'
  if (REQUIRED_PAGE_PATHS.includes(pathname)) return 'paper'
  if (first === 'authors') return 'author'
  if (first === 'topics' || first === 'timelines' || second === undefined || second === 'page' || third !== undefined)
    return 'list'
  return parseArticlePath(pathname) ? 'article' : 'list'
}

function pageHead(tags: Tag[]): PageHead {
  const metas = tags.filter(({ name }) => name === 'meta')
  const links = tags.filter(({ name }) => name === 'link')
  const withRel = (rel: string) =>
    links.filter(({ attribs }) => (attribs.rel ?? '').toLowerCase().split(/\s+/).includes(rel))
  const by = (attribute: 'name' | 'property') => {
    const values = new Map<string, string[]>()
    for (const { attribs } of metas) {
      const key = attribs[attribute]?.toLowerCase()
      if (key === undefined) continue
      values.set(key, [...(values.get(key) ?? []), attribs.content ?? ''])
    }
    return values
  }
  return {
    // An SVG may have a title of its own.
    titles: tags.filter((tag) => tag.name === 'title' && !closest(tag, ({ name }) => name === 'svg')).map(textOf),
    canonicals: withRel('canonical').map(({ attribs }) => attribs.href ?? ''),
    alternates: withRel('alternate').flatMap(({ attribs: { hreflang, hrefLang, href = '' } }) => {
      const language = hreflang ?? hrefLang
      return language === undefined ? [] : [{ hreflang: language, href }]
    }),
    feeds: withRel('alternate').flatMap(({ attribs: { type = '', title = '', href = '' } }) =>
      FEED_TYPES.has(type) ? [{ type, title, href }] : [],
    ),
    names: by('name'),
    properties: by('property'),
    charset: metas.find(({ attribs }) => attribs.charset !== undefined)?.attribs.charset ?? null,
  }
}
