import sharp from 'sharp'
import { NEWS_SITEMAP, ROBOTS } from '@/lib/addresses/document-paths'
import { ownLinks, picturesOn } from '@/lib/crawler-check/body-rules'
import { type CrawledPage, crawledPage, type Finding } from '@/lib/crawler-check/crawled-page'
import {
  crawledDocument,
  type DocumentKind,
  documentFindings,
  locations,
  newsDates,
  sitemapsInRobots,
} from '@/lib/crawler-check/document-rules'
import { absoluteUrl, type CheckContext, type CheckedAddress } from '@/lib/crawler-check/rule'
import { findingsOn } from '@/lib/crawler-check/rules'
import { type CrawlResponse, crawlRequest } from '@/server/crawling/crawl-request'
import { mapConcurrently } from '@/server/crawling/map-concurrently'

/** The findings at one address. */
export interface Report {
  url: string
  findings: Finding[]
}

interface LinkedAddress {
  address: string | null
  check: (address: string) => Promise<CheckedAddress>
}

const CONCURRENCY = 4
/** User-Agent of its own, so that logs distinguish the check from search engines. */
const CRAWLER = 'Mozilla/5.0 (compatible; BroadsheetCheck/1.0)'
/** A path that does not exist on any site. */
const INVENTED_PATH = '/nothing-stands-here-and-never-did'
/** More redirects count as a loop. */
const MAX_REDIRECTS = 5
const FEED_KINDS: Record<string, DocumentKind> = {
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/feed+json': 'json-feed',
}

/** Checks the pages of one site as a crawler does. Each linked address is requested once; other sites are not requested. */
export class Crawler {
  readonly #siteUrl: string
  readonly #now: () => Date
  readonly #checkedAddresses = new Map<string, Promise<CheckedAddress>>()
  readonly #feeds = new Map<string, DocumentKind>()
  #paper: string | null = null
  #newsSitemap: Map<string, string> | null = null
  #listed: Set<string> | null = null

  constructor({ siteUrl, now }: { siteUrl: string; now: () => Date }) {
    this.#siteUrl = siteUrl
    this.#now = now
  }

  /** The findings on these pages, in their order. */
  async pages(addresses: string[]): Promise<Report[]> {
    return mapConcurrently(CONCURRENCY, addresses, (url) => this.#page(url))
  }

  /**
   * The findings in robots.txt, the sitemaps, every feed and every page that the sitemaps list, and at an address that does
   * not exist.
   */
  async everything(): Promise<Report[]> {
    const documents = await this.#sitemaps()
    const pages = await this.pages([...(this.#listed ?? [])])
    const feeds = await mapConcurrently(CONCURRENCY, [...this.#feeds], ([url, kind]) => this.#document(url, kind))
    const invented = await this.#page(this.#siteUrl + INVENTED_PATH)
    return [...documents, ...feeds, invented, ...pages]
  }

  async #sitemaps(): Promise<Report[]> {
    const robotsUrl = this.#siteUrl + ROBOTS
    const robots = await crawlRequest(robotsUrl, { userAgent: CRAWLER })
    const reports = [this.#documentReport('robots', robots)]
    const listed = new Set<string>()
    const news = new Map<string, string>()
    const queue = sitemapsInRobots(robots.body.toString()).filter((url) => this.#isOwn(url))
    const visited = new Set<string>()
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      if (visited.has(url)) continue
      visited.add(url)
      const sent = await crawlRequest(url, { userAgent: CRAWLER })
      const kind = new URL(url).pathname.startsWith(NEWS_SITEMAP.replace('.xml', '')) ? 'news-sitemap' : 'sitemap'
      const document = crawledDocument(kind, { ...sent, html: sent.body.toString() })
      const isIndex = document.tags[0]?.name === 'sitemapindex'
      reports.push(this.#documentReport(isIndex ? 'sitemap' : kind, sent))
      const named = locations(document.tags)
      if (isIndex) queue.push(...named.filter((address) => this.#isOwn(address)))
      else if (kind === 'news-sitemap') for (const [address, date] of newsDates(document)) news.set(address, date)
      else for (const address of named) if (this.#isOwn(address)) listed.add(address)
    }
    this.#listed = listed
    this.#newsSitemap = news
    return reports
  }

  async #document(url: string, kind: DocumentKind): Promise<Report> {
    return this.#documentReport(kind, await crawlRequest(url, { userAgent: CRAWLER }))
  }

  #documentReport(kind: DocumentKind, { body, ...sent }: CrawlResponse): Report {
    const document = crawledDocument(kind, { ...sent, html: body.toString() })
    const context = { siteUrl: this.#siteUrl, paper: this.#paper, now: this.#now() }
    return { url: sent.url, findings: documentFindings(document, context) }
  }

  async #page(requested: string): Promise<Report> {
    try {
      const { response, redirects } = await this.#followed(requested)
      const { body, tookMs, ...answer } = response
      const page = crawledPage({ ...answer, html: body.toString() })
      const anonymous = await crawlRequest(page.url)
      const etag = page.headers.etag
      const revalidated =
        etag && page.status === 200
          ? await crawlRequest(page.url, { userAgent: CRAWLER, headers: { 'if-none-match': etag } })
          : null
      this.#paper ??= page.head.properties.get('og:site_name')?.[0] ?? null
      for (const { type, href } of page.head.feeds) {
        const address = absoluteUrl(href, page)
        const kind = FEED_KINDS[type]
        if (address && kind && this.#isOwn(address)) this.#feeds.set(address, kind)
      }
      const context: CheckContext = {
        siteUrl: this.#siteUrl,
        paper: this.#paper,
        now: this.#now(),
        responseMs: tookMs,
        redirectCount: redirects,
        anonymous: { ...anonymous, html: anonymous.body.toString() },
        addresses: await this.#linkedAddresses(page),
        ...(new URL(requested).pathname === INVENTED_PATH && { isInvented: true }),
        ...(revalidated && { revalidatedStatus: revalidated.status }),
        ...(this.#newsSitemap && { newsSitemap: this.#newsSitemap }),
        ...(this.#listed && { isInSitemap: this.#listed.has(requested) }),
      }
      return { url: page.url, findings: findingsOn(page, context) }
    } catch (error) {
      const message = `Nothing came from ${requested}: ${error instanceof Error ? error.message : error}.`
      const remedy = 'See whether the site runs and can be reached from here.'
      return { url: requested, findings: [{ rule: 'status/found', severity: 'error', message, remedy }] }
    }
  }

  /** The response at an address, after redirects within this site. */
  async #followed(requested: string): Promise<{ response: CrawlResponse; redirects: number }> {
    let response = await crawlRequest(requested, { userAgent: CRAWLER })
    let redirects = 0
    for (
      ;
      redirects < MAX_REDIRECTS && response.status >= 300 && response.status < 400 && response.headers.location;
      redirects++
    ) {
      const next = new URL(response.headers.location, response.url).href
      if (!this.#isOwn(next)) break
      response = await crawlRequest(next, { userAgent: CRAWLER })
    }
    return { response, redirects }
  }

  /** The responses of the addresses on this site that the page links to or shows. */
  async #linkedAddresses(page: CrawledPage): Promise<Map<string, CheckedAddress>> {
    const absolute = (href: string) => absoluteUrl(href, page)
    const pictures = [...picturesOn(page).map(({ href }) => href), ...(page.head.properties.get('og:image') ?? [])]
    const linked: LinkedAddress[] = [
      ...pictures.map((href) => ({ address: absolute(href), check: (at: string) => this.#picture(at) })),
      ...page.head.alternates
        .filter(({ href }) => absolute(href) !== page.url)
        .map(({ href }) => ({ address: absolute(href), check: (at: string) => this.#version(at) })),
      ...page.head.feeds.map(({ href }) => ({ address: absolute(href), check: (at: string) => this.#status(at) })),
      ...ownLinks(page, this.#siteUrl).map(({ address }) => ({ address, check: (at: string) => this.#status(at) })),
    ]
    const answers = new Map<string, CheckedAddress>()
    await mapConcurrently(CONCURRENCY, linked, async ({ address, check }) => {
      if (address === null || !this.#isOwn(address) || answers.has(address)) return
      answers.set(address, await this.#once(address, check))
    })
    return answers
  }

  #once(address: string, check: (address: string) => Promise<CheckedAddress>): Promise<CheckedAddress> {
    const answer = this.#checkedAddresses.get(address) ?? check(address).catch(() => ({ status: 0 }))
    this.#checkedAddresses.set(address, answer)
    return answer
  }

  async #status(address: string): Promise<CheckedAddress> {
    const { status } = await crawlRequest(address, { method: 'HEAD', userAgent: CRAWLER })
    return { status }
  }

  async #version(address: string): Promise<CheckedAddress> {
    const { body, ...answer } = await crawlRequest(address, { userAgent: CRAWLER })
    return { status: answer.status, page: crawledPage({ ...answer, html: body.toString() }) }
  }

  async #picture(address: string): Promise<CheckedAddress> {
    const { status, body } = await crawlRequest(address, { userAgent: CRAWLER })
    if (status !== 200) return { status }
    const { width, height } = await sharp(body).metadata()
    return { status, widthPx: width, heightPx: height }
  }

  #isOwn(address: string): boolean {
    return address.startsWith(`${this.#siteUrl}/`)
  }
}
