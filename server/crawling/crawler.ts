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
import { absoluteUrl, type CheckContext, type KnownAddress } from '@/lib/crawler-check/rule'
import { findingsOn } from '@/lib/crawler-check/rules'
import { type CrawlResponse, crawlRequest } from '@/server/crawling/crawl-request'
import { mapConcurrently } from '@/server/crawling/map-concurrently'

/** What was found at one address. */
export interface Report {
  url: string
  findings: Finding[]
}

interface LinkedAddress {
  address: string | null
  look: (address: string) => Promise<KnownAddress>
}

const CONCURRENCY = 4
/** Says what it is, so that a site's log tells the check from a search engine. */
const CRAWLER = 'Mozilla/5.0 (compatible; BroadsheetCheck/1.0)'
/** Where no site has anything. */
const INVENTED_PATH = '/nothing-stands-here-and-never-did'
/** More would be a loop. */
const MAX_REDIRECTS = 5
const FEED_KINDS: Record<string, DocumentKind> = {
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/feed+json': 'json-feed',
}

/** Reads a site as a crawler does, and nothing of any other; each address is asked for once, however many lead there. */
export class Crawler {
  readonly #siteUrl: string
  readonly #now: () => Date
  readonly #known = new Map<string, Promise<KnownAddress>>()
  readonly #feeds = new Map<string, DocumentKind>()
  #paper: string | null = null
  #newsSitemap: Map<string, string> | null = null
  #listed: Set<string> | null = null

  constructor({ siteUrl, now }: { siteUrl: string; now: () => Date }) {
    this.#siteUrl = siteUrl
    this.#now = now
  }

  /** What is found on these pages, in their order. */
  async pages(addresses: string[]): Promise<Report[]> {
    return mapConcurrently(CONCURRENCY, addresses, (url) => this.#page(url))
  }

  /**
   * What is found in robots.txt, in the sitemaps, in every feed, on every page that the sitemaps list, and at an address
   * where nothing can stand.
   */
  async everything(): Promise<Report[]> {
    const documents = await this.#sitemaps()
    const pages = await this.pages([...(this.#listed ?? [])])
    const feeds = await mapConcurrently(CONCURRENCY, [...this.#feeds], ([url, kind]) => this.#document(url, kind))
    const nowhere = await this.#page(this.#siteUrl + INVENTED_PATH)
    return [...documents, ...feeds, nowhere, ...pages]
  }

  async #sitemaps(): Promise<Report[]> {
    const robotsUrl = this.#siteUrl + ROBOTS
    const robots = await crawlRequest(robotsUrl, { userAgent: CRAWLER })
    const reports = [this.#documentReport('robots', robots)]
    const listed = new Set<string>()
    const news = new Map<string, string>()
    const waiting = sitemapsInRobots(robots.body.toString()).filter((url) => this.#isOwn(url))
    const seen = new Set<string>()
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (seen.has(url)) continue
      seen.add(url)
      const sent = await crawlRequest(url, { userAgent: CRAWLER })
      const kind = new URL(url).pathname.startsWith(NEWS_SITEMAP.replace('.xml', '')) ? 'news-sitemap' : 'sitemap'
      const document = crawledDocument(kind, { ...sent, html: sent.body.toString() })
      const isIndex = document.tags[0]?.name === 'sitemapindex'
      reports.push(this.#documentReport(isIndex ? 'sitemap' : kind, sent))
      const named = locations(document.tags)
      if (isIndex) waiting.push(...named.filter((address) => this.#isOwn(address)))
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

  async #page(asked: string): Promise<Report> {
    try {
      const { sent, hops } = await this.#followed(asked)
      const { body, tookMs, ...answer } = sent
      const page = crawledPage({ ...answer, html: body.toString() })
      const unnamed = await crawlRequest(page.url)
      const etag = page.headers.etag
      const again =
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
        ...{ siteUrl: this.#siteUrl, paper: this.#paper, now: this.#now(), responseMs: tookMs, redirectCount: hops },
        anonymous: { ...unnamed, html: unnamed.body.toString() },
        addresses: await this.#around(page),
        ...(new URL(asked).pathname === INVENTED_PATH && { isInvented: true }),
        ...(again && { revalidatedStatus: again.status }),
        ...(this.#newsSitemap && { newsSitemap: this.#newsSitemap }),
        ...(this.#listed && { isInSitemap: this.#listed.has(asked) }),
      }
      return { url: page.url, findings: findingsOn(page, context) }
    } catch (error) {
      const message = `Nothing came from ${asked}: ${error instanceof Error ? error.message : error}.`
      const remedy = 'See whether the site runs and can be reached from here.'
      return { url: asked, findings: [{ rule: 'status/found', severity: 'error', message, remedy }] }
    }
  }

  /** The answer at an address, or at the one of this site to which it leads. */
  async #followed(asked: string): Promise<{ sent: CrawlResponse; hops: number }> {
    let sent = await crawlRequest(asked, { userAgent: CRAWLER })
    let hops = 0
    for (; hops < MAX_REDIRECTS && sent.status >= 300 && sent.status < 400 && sent.headers.location; hops++) {
      const next = new URL(sent.headers.location, sent.url).href
      if (!this.#isOwn(next)) break
      sent = await crawlRequest(next, { userAgent: CRAWLER })
    }
    return { sent, hops }
  }

  /** Everything that the page leads to or shows on this site. */
  async #around(page: CrawledPage): Promise<Map<string, KnownAddress>> {
    const whole = (href: string) => absoluteUrl(href, page)
    const pictures = [...picturesOn(page).map(({ href }) => href), ...(page.head.properties.get('og:image') ?? [])]
    const wanted: LinkedAddress[] = [
      ...pictures.map((href) => ({ address: whole(href), look: (at: string) => this.#picture(at) })),
      ...page.head.alternates
        .filter(({ href }) => whole(href) !== page.url)
        .map(({ href }) => ({ address: whole(href), look: (at: string) => this.#version(at) })),
      ...page.head.feeds.map(({ href }) => ({ address: whole(href), look: (at: string) => this.#status(at) })),
      ...ownLinks(page, this.#siteUrl).map(({ address }) => ({ address, look: (at: string) => this.#status(at) })),
    ]
    const known = new Map<string, KnownAddress>()
    await mapConcurrently(CONCURRENCY, wanted, async ({ address, look }) => {
      if (address === null || !this.#isOwn(address) || known.has(address)) return
      known.set(address, await this.#once(address, look))
    })
    return known
  }

  #once(address: string, look: (address: string) => Promise<KnownAddress>): Promise<KnownAddress> {
    const known = this.#known.get(address) ?? look(address).catch(() => ({ status: 0 }))
    this.#known.set(address, known)
    return known
  }

  async #status(address: string): Promise<KnownAddress> {
    const { status } = await crawlRequest(address, { method: 'HEAD', userAgent: CRAWLER })
    return { status }
  }

  async #version(address: string): Promise<KnownAddress> {
    const { body, ...answer } = await crawlRequest(address, { userAgent: CRAWLER })
    return { status: answer.status, page: crawledPage({ ...answer, html: body.toString() }) }
  }

  async #picture(address: string): Promise<KnownAddress> {
    const { status, body } = await crawlRequest(address, { userAgent: CRAWLER })
    if (status !== 200) return { status }
    const { width, height } = await sharp(body).metadata()
    return { status, widthPx: width, heightPx: height }
  }

  #isOwn(address: string): boolean {
    return address.startsWith(`${this.#siteUrl}/`)
  }
}
