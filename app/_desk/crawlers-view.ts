import 'server-only'
import { addressOf } from '@/db/addresses/addresses'
import { articlePreview } from '@/db/editing/preview'
import { storedArticle } from '@/db/editing/stored-article'
import { siteSettings } from '@/db/paper/site'
import { publicationAhead } from '@/db/publishing/checklist'
import type { Reader } from '@/db/store/open'
import { canonicalSpelling } from '@/lib/addresses/paths'
import { ownLinks } from '@/lib/crawler-check/body-rules'
import { type CrawledPage, closest, crawledPage } from '@/lib/crawler-check/crawled-page'
import type { CheckedAddress } from '@/lib/crawler-check/rule'
import { findingsOn } from '@/lib/crawler-check/rules'
import type { CrawlersView } from '@/lib/desk/articles/crawlers-view'
import { searchResult, socialCard } from '@/lib/desk/articles/link-appearance'
import type { Problem } from '@/lib/desk/refusal'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** The view of the latest version of an article, so that publishing from a room that has just shown it renders nothing. */
const views = new Map<number, CrawlersView>()
const MAX_VIEWS = 500

const STATUS = { page: 200, redirect: 308, missing: 404 } as const

interface ViewRequest {
  id: number
  now: Date
  /** When it is to be published; left out: at its scheduled time, else at `now`. */
  at?: Date
}

/**
 * How crawlers will see the text under work of article `id`; null while it has no section, and so no address. Throws
 * when there is no such article.
 */
export async function crawlersView(db: Reader, { id, now, at }: ViewRequest): Promise<CrawlersView | null> {
  const article = await storedArticle(db, id, now)
  const latest = views.get(id)
  if (latest?.version === article.version) return latest
  const instant = at ?? publicationAhead(article, now)
  const found = await articlePreview(db, { id, now: instant })
  if (!found?.page.article.sections.length) return null
  const { path } = found.page.article
  const page = crawledPage(await siteRuntime().renderAsPublished({ id, path, at: instant }))
  const view = await viewOf(db, { page, version: article.version, at: instant })
  views.delete(id)
  views.set(id, view)
  if (views.size > MAX_VIEWS) views.delete(views.keys().next().value ?? id)
  return view
}

/** The errors that keep article `id` from being published, in words for an editor. */
export async function crawlerErrors(db: Reader, asked: ViewRequest): Promise<Problem[]> {
  const view = await crawlersView(db, asked)
  const errors = view?.findings.filter(({ severity }) => severity === 'error') ?? []
  return errors.map(({ message, remedy }) => ({ field: 'page', message: `${message} ${remedy}` }))
}

async function viewOf(
  db: Reader,
  { page, version, at }: { page: CrawledPage; version: number; at: Date },
): Promise<CrawlersView> {
  const { siteUrl } = siteRuntime()
  const { value: settings } = await siteSettings(db)
  const addresses = await linkedAddresses(db, { page, siteUrl, at })
  const findings = findingsOn(page, { siteUrl, paper: settings.name, now: at, addresses })
  if (page.status !== 200) return { version, findings, searchResult: null, socialCard: null }
  return { version, findings, searchResult: searchResult(page), socialCard: socialCard(page) }
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
    addresses.set(address, { status: STATUS[found.kind] })
  }
  return addresses
}
