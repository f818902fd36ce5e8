import 'server-only'
import { type Address, addressOf } from '@/db/addresses/addresses'
import { articlePreview } from '@/db/editing/preview'
import { storedArticle, storedArticleIfAny } from '@/db/editing/stored-article'
import { siteSettings } from '@/db/paper/site'
import { publicationAhead } from '@/db/publishing/checklist'
import { saveSiteFaults } from '@/db/publishing/site-faults'
import { timedYield } from '@/db/store/long-work/yield-to-requests'
import type { Reader, Writer } from '@/db/store/open'
import { canonicalSpelling } from '@/lib/addresses/paths'
import { visibilityAt } from '@/lib/article/visibility'
import { ownLinks } from '@/lib/crawler-check/body-rules'
import { type CrawledPage, closest, crawledPage } from '@/lib/crawler-check/crawled-page'
import type { CheckedAddress } from '@/lib/crawler-check/rule'
import { findingsInTurns, mendedIn } from '@/lib/crawler-check/rules'
import type { CrawlersView } from '@/lib/desk/articles/crawlers-view'
import { searchResult, socialCard } from '@/lib/desk/articles/link-appearance'
import { siteRuntime } from '@/lib/pages/site-runtime'

interface ViewRequest {
  id: number
  now: Date
  /** When it is to be published; left out: at its scheduled time, else at `now`. */
  at?: Date
}

/**
 * How crawlers will see the text under work of article `id`; null while it has no section, and so no address. When it is
 * what readers have, their page is looked at, which the page store makes once; any other text is rendered anew each
 * time, because what a page shows changes without a new version of its text: an alt text, a target, a
 * translation. Nothing in it keeps a story from being published. Throws when there is no such article.
 */
export async function crawlersView(db: Reader, { id, now, at }: ViewRequest): Promise<CrawlersView | null> {
  const article = await storedArticle(db, id, now)
  const instant = at ?? publicationAhead(article, now)
  const found = await articlePreview(db, { id, now: instant })
  if (!found?.page.article.sections.length) return null
  const { path } = found.page.article
  const isReaders = !article.hasUnpublishedChanges && visibilityAt(article.snapshot, siteRuntime().now()) === 'public'
  const { readerPage, renderAsPublished } = siteRuntime()
  const page = crawledPage(await (isReaders ? readerPage(path) : renderAsPublished({ id, path, at: instant })))
  return viewOf(db, { page, version: article.version, at: instant })
}

/**
 * Looks at the page of a story that was just published, scheduled or changed, once readers have it and no page is being
 * rendered: what no editor can mend is logged, and kept for admins until the page is looked at again without it. The
 * caller does not wait.
 */
export function lookForSiteFaults(db: Writer, request: ViewRequest): void {
  siteRuntime()
    .untilIdle()
    .then(() => noteSiteFaults(db, request))
    .catch((error: unknown) => console.error(`the page of article ${request.id} could not be looked at`, error))
}

/**
 * Keeps the present faults of the site in the page of article `id`, logs those that are new, and returns how many there
 * are; 0 when the article is gone by now.
 */
export async function noteSiteFaults(db: Writer, request: ViewRequest): Promise<number> {
  const { id, now } = request
  if (!(await storedArticleIfAny(db, id, now))) return 0
  const view = await crawlersView(db, request)
  const faults = view?.siteFaults ?? []
  for (const { rule, message } of await saveSiteFaults(db, { id, faults, now })) {
    console.error(`a fault of the site in the page of article ${id}, ${rule}: ${message}`)
  }
  return faults.length
}

async function viewOf(
  db: Reader,
  { page, version, at }: { page: CrawledPage; version: number; at: Date },
): Promise<CrawlersView> {
  const { siteUrl } = siteRuntime()
  const { value: settings } = await siteSettings(db)
  const addresses = await linkedAddresses(db, { page, siteUrl, at })
  const context = { siteUrl, paper: settings.name, now: at, addresses }
  const all = await findingsInTurns(page, context, timedYield())
  const findings = all.flatMap((finding) => {
    const field = mendedIn(finding)
    return field === null ? [] : [{ ...finding, field }]
  })
  const siteFaults = all.filter((finding) => finding.severity === 'error' && mendedIn(finding) === null)
  const isRendered = page.status === 200
  return {
    version,
    findings,
    siteFaults,
    searchResult: isRendered ? searchResult(page) : null,
    socialCard: isRendered ? socialCard(page) : null,
  }
}

/** The status of each address of this site to which the story links. */
async function linkedAddresses(
  db: Reader,
  { page, siteUrl, at }: { page: CrawledPage; siteUrl: string; at: Date },
): Promise<Map<string, CheckedAddress>> {
  const addresses = new Map<string, CheckedAddress>()
  for (const { tag, address } of ownLinks(page, siteUrl)) {
    if (addresses.has(address) || address === page.url || !closest(tag, ({ name }) => name === 'article')) continue
    const path = canonicalSpelling(new URL(address).pathname)
    const found = path === null ? ({ kind: 'missing' } as const) : await addressOf(db, { path, now: at })
    addresses.set(address, { status: statusOf(found) })
  }
  return addresses
}

function statusOf(address: Address): number {
  switch (address.kind) {
    case 'page':
      return address.isNotice ? 410 : 200
    case 'redirect':
      return 308
    case 'missing':
      return 404
  }
}
