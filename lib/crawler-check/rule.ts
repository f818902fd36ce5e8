import type { CrawledResponse, CrawledPage, Finding, PageKind } from '@/lib/crawler-check/crawled-page'

/** What is known of another address than the one that is checked. */
export interface KnownAddress {
  status: number
  /** The page there; left out where nobody read it. */
  page?: CrawledPage
  /** The size of the picture there. */
  widthPx?: number
  heightPx?: number
}

/** What a check knows beside the page itself. A rule that needs what is left out here says nothing. */
export interface CheckContext {
  /** Public origin of the paper, without a trailing slash. */
  siteUrl: string
  /** What the paper is called; null when that is not known. */
  paper: string | null
  now: Date
  /** Other addresses, by the whole address without a fragment. */
  addresses: ReadonlyMap<string, KnownAddress>
  /** The same page as somebody without a User-Agent got it. */
  anonymous?: CrawledResponse
  /** The status of the answer when the page was asked for again by its ETag. */
  revalidatedStatus?: number
  /** How many redirects led from the address asked for to the page. */
  redirectCount?: number
  /** Whether nothing can stand at the address, because it was made up for the check. */
  isInvented?: boolean
  /** Milliseconds to the answer. */
  responseMs?: number
  /** The dates of publication that the news sitemap gives, by address. */
  newsSitemap?: ReadonlyMap<string, string>
  /** Whether a sitemap lists the page. */
  isInSitemap?: boolean
}

/** What is wrong with a page, and how to mend it, in an editor's words. */
export type Fault = Pick<Finding, 'message' | 'remedy'>

export type RuleFamily = 'head' | 'structured-data' | 'dates' | 'body' | 'status' | 'news'

/** One thing that must hold of every page of some kinds. */
export interface Rule {
  id: string
  family: RuleFamily
  severity: Finding['severity']
  /** Where it comes from (sources.ts), with the part of it where that helps. */
  source: string
  /** What must hold, in one sentence. */
  requirement: string
  /** The kinds of page that it holds for. */
  on: readonly PageKind[]
  faults: (page: CrawledPage, context: CheckContext) => Fault[]
}

/** Every page that readers find something at. */
export const PRESENT: readonly PageKind[] = ['front', 'list', 'author', 'article', 'paper', 'search']
export const ALL_KINDS: readonly PageKind[] = [...PRESENT, 'absent']
export const ARTICLE: readonly PageKind[] = ['article']

/** What a rule finds on a page; nothing on a page that it does not hold for. */
export function findingsOf(rule: Rule, page: CrawledPage, context: CheckContext): Finding[] {
  if (!rule.on.includes(page.kind)) return []
  return rule.faults(page, context).map((fault) => ({ rule: rule.id, severity: rule.severity, ...fault }))
}

/** Whether search engines are asked to leave the page out. */
export function isUnlisted({ head, headers }: CrawledPage): boolean {
  return [...(head.names.get('robots') ?? []), headers['x-robots-tag'] ?? ''].some((words) =>
    /\bno(?:ne|index)\b/i.test(words),
  )
}

/** `href` as a whole address without its fragment; null when it is none. */
export function absoluteUrl(href: string, { url }: Pick<CrawledPage, 'url'>): string | null {
  if (!URL.canParse(href, url)) return null
  const address = new URL(href, url)
  address.hash = ''
  return address.href
}
