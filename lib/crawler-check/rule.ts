import type { CrawledPage, CrawledResponse, Finding, PageKind } from '@/lib/crawler-check/crawled-page'

/** What was fetched from another address than the one that is checked. */
export interface KnownAddress {
  status: number
  /** The page there; left out when it was not fetched. */
  page?: CrawledPage
  /** The size of the picture there, when it is one. */
  widthPx?: number
  heightPx?: number
}

/** What a check knows beside the page itself. A rule that needs what is left out here finds nothing. */
export interface CheckContext {
  /** Public origin of the paper, without a trailing slash. */
  siteUrl: string
  /** Name of the paper; null when unknown. */
  paper: string | null
  now: Date
  /** Other addresses, by absolute URL without a fragment. */
  addresses: ReadonlyMap<string, KnownAddress>
  /** The response to the same request without a User-Agent. */
  anonymous?: CrawledResponse
  /** The status of a request with If-None-Match and the ETag of the page. */
  revalidatedStatus?: number
  /** How many redirects led from the requested address to the page. */
  redirectCount?: number
  /** Whether the address was made up for the check, so that nothing can be there. */
  isInvented?: boolean
  /** Time to the response. */
  responseMs?: number
  /** The publication dates in the news sitemap, by address. */
  newsSitemap?: ReadonlyMap<string, string>
  /** Whether a sitemap lists the page. */
  isInSitemap?: boolean
}

/** What is wrong with a page, and how to mend it, in an editor's words. */
export type Fault = Pick<Finding, 'message' | 'remedy'>

export type RuleFamily = 'head' | 'structured-data' | 'dates' | 'body' | 'status' | 'news'

/** One requirement of every page of some kinds. */
export interface Rule {
  id: string
  family: RuleFamily
  severity: Finding['severity']
  /** Keys of RULE_SOURCES, with the part of the source where that helps. */
  source: string
  /** In one sentence. */
  requirement: string
  /** The kinds of page that it applies to. */
  on: readonly PageKind[]
  faults: (page: CrawledPage, context: CheckContext) => Fault[]
}

/** Every kind of page that is there. */
export const PRESENT: readonly PageKind[] = ['front', 'list', 'author', 'article', 'paper', 'search']
export const ALL_KINDS: readonly PageKind[] = [...PRESENT, 'absent']
export const ARTICLE: readonly PageKind[] = ['article']

/** What a rule finds on a page; nothing when it does not apply to the kind of page. */
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
  if (!URL.canParse(href, url)) return null
  const address = new URL(href, url)
  address.hash = ''
  return address.href
}
