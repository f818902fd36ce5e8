import { parseUrl } from '@/lib/addresses/url'
import type { Manuscript } from '@/lib/article/manuscript'
import type { CrawledPage, CrawledResponse, Finding, PageKind } from '@/lib/crawler-check/crawled-page'

/** The response of an address that the checked page links to or loads. */
export interface CheckedAddress {
  /** 0 when nothing came, however often it was asked for. */
  status: number
  /** The page at the address; left out when it was not fetched. */
  page?: CrawledPage
  /** The size of the picture at the address; left out when it is not a picture. */
  widthPx?: number
  heightPx?: number
}

/** The facts that rules use beside the page itself. A rule whose facts are left out finds nothing. */
export interface CheckContext {
  /** Public origin of the paper, without a trailing slash. */
  siteUrl: string
  /** Name of the paper; null when unknown. */
  paper: string | null
  now: Date
  /** Other addresses, by absolute URL without a fragment. */
  addresses: ReadonlyMap<string, CheckedAddress>
  /** The response to the same request without a User-Agent. */
  anonymous?: CrawledResponse
  /** The status of a request with If-None-Match and the ETag of the page. */
  revalidatedStatus?: number
  /** How many redirects led from the requested address to the page. */
  redirectCount?: number
  /** Whether the check invented the address, so that no page can exist there. */
  isInvented?: boolean
  /** Milliseconds until the response began. */
  responseMs?: number
  /** The publication dates in the news sitemap, by address. */
  newsSitemap?: ReadonlyMap<string, string>
  /** Whether a sitemap lists the page. */
  isInSitemap?: boolean
}

/** What is wrong with a page, and how to mend it, in an editor's words. */
export type Fault = Pick<Finding, 'message' | 'remedy'>

export type RuleFamily = 'head' | 'structured-data' | 'dates' | 'body' | 'status' | 'news'

/** A requirement for all pages of some kinds. */
export interface Rule {
  id: string
  family: RuleFamily
  severity: Finding['severity']
  /**
   * Where an editor mends it: a field of the manuscript that a story which passes the checklist can have wrong. null for
   * what no editor can mend: the site writes it, so the finding is a fault of the site.
   */
  mendedIn: keyof Manuscript | null
  /** Keys of RULE_SOURCES, with the part of the source where that helps. */
  source: string
  /** In one sentence. */
  requirement: string
  /** The kinds of page that it applies to. */
  on: readonly PageKind[]
  faults: (page: CrawledPage, context: CheckContext) => Fault[]
}

/** The remedy of what the site writes by itself. */
export const BY_ITSELF = 'The site writes it by itself: report it to its developers, with the address of the page.'

/** What the address of a link or a picture does, in words. */
export function answerWords(status: number): string {
  return status === 0 ? 'does not answer' : `answers ${status}`
}

/** The kinds of pages that exist. */
export const PRESENT: readonly PageKind[] = ['front', 'list', 'author', 'article', 'paper', 'search']
export const ALL_KINDS: readonly PageKind[] = [...PRESENT, 'absent']
export const ARTICLE: readonly PageKind[] = ['article']

/** The findings of one rule on a page; empty when the rule does not apply to the kind of page. */
export function findingsOf(rule: Rule, page: CrawledPage, context: CheckContext): Finding[] {
  if (!rule.on.includes(page.kind)) return []
  return rule.faults(page, context).map((fault) => ({ rule: rule.id, severity: rule.severity, ...fault }))
}

/** Whether the page asks search engines not to list it. */
export function isUnlisted({ head, headers }: CrawledPage): boolean {
  return [...(head.names.get('robots') ?? []), headers['x-robots-tag'] ?? ''].some((words) =>
    /\bno(?:ne|index)\b/i.test(words),
  )
}

/** `href` as an absolute URL without its fragment; null when it is not a URL. */
export function absoluteUrl(href: string, { url }: Pick<CrawledPage, 'url'>): string | null {
  const address = parseUrl(href, url)
  if (!address) return null
  address.hash = ''
  return address.href
}
