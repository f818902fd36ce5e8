import { archivePageAt } from '@/db/addresses/archive-pages'
import { type NamedArticle, namedArticle, publicOrWithdrawn } from '@/db/addresses/named-article'
import { redirectFrom } from '@/db/addresses/redirects'
import { isIndexNowKey } from '@/db/deliveries/receivers'
import { lengthOfList, pagedListAt } from '@/db/reading/paged-lists'
import { standingPageStateAt } from '@/db/reading/standing-pages'
import type { Reader } from '@/db/store/open'
import { lenientSpelling, parseArticlePath, withoutTail } from '@/lib/addresses/article-address'
import {
  articleFormatPath,
  feedPath,
  INTERNAL_SECURITY,
  internalFormatPath,
  internalKeyPath,
  internalNewsSitemapPath,
  isDocumentPath,
  parseFeedPath,
  parseNewsSitemapPath,
  parseSocialCardPath,
  SECURITY,
} from '@/lib/addresses/document-paths'
import { expectedAddress } from '@/lib/addresses/expected-addresses'
import { pagesOf } from '@/lib/addresses/list-pages'
import { canonicalSpelling, correctionsPath, parsePageNumber, REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'
import { parseIndexNowKeyPath } from '@/lib/deliveries/index-now'

/** How an address is answered: with a page, a redirect, or 404. A notice is the page of what is gone: it answers 410. */
export type Address =
  | { kind: 'page'; rendersAt?: string; isNotice?: true }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }

interface PathQuery {
  path: string
  now: Date
}

/** What a path names without any redirect, and whether the path is its canonical spelling. */
export interface DirectAddress {
  address: Exclude<Address, { kind: 'missing' }>
  isExact: boolean
  /** The article whose page, format or notice it is; null for anything else. */
  article: NamedArticle | null
}

/** How an address is answered, and for which article. */
interface Answer {
  address: Address
  articleId: number | null
}

const EXACT_PAGE: DirectAddress = { address: { kind: 'page' }, isExact: true, article: null }
const EXACT_NOTICE: DirectAddress = { address: { kind: 'page', isNotice: true }, isExact: true, article: null }
const MISSING: Answer = { address: { kind: 'missing' }, articleId: null }
const FIXED_PAGES = new Set(['/', '/search', '/corrections', ...REQUIRED_PAGE_PATHS])

/**
 * How `path` (canonical spelling) is answered at `now`. It takes a few queries and no render.
 * - `rendersAt` is the path at which the framework renders the page, when that is another path.
 * - A withdrawn article is a page: its withdrawal notice.
 * - A redirect leads to a page in one hop: never to another redirect, and never to a path that answers 404.
 * - A page at exactly this path wins over a redirect from it. A redirect wins over other spellings of an article's
 *   address, because the ids of another system may look like ours.
 * - A path that names nothing, but is expected of any site, such as /feed, redirects to what stands for it here.
 * - A path that names nothing is read again without what stood behind it in print (withoutTail). Words may stand behind
 *   the address of an article alone.
 */
export async function addressOf(db: Reader, query: PathQuery): Promise<Address> {
  return (await answerAt(db, query)).address
}

/**
 * The id of the article to which `path` leads, in any spelling, from a present or former address, that of a format or
 * one with something behind it; null when it leads to none, or to one that was never public.
 */
export async function articleIdAt(db: Reader, { path, now }: PathQuery): Promise<number | null> {
  return (await answerAt(db, { path: canonicalSpelling(path) ?? lenientSpelling(path), now })).articleId
}

async function answerAt(db: Reader, { path, now }: PathQuery): Promise<Answer> {
  const named = await answerWithoutTail(db, { path, now })
  const before = named.address.kind === 'missing' ? withoutTail(path) : null
  if (!before || (before.hasWordsBehind && !parseArticlePath(before.path))) return named
  const answer = await answerWithoutTail(db, { path: before.path, now })
  if (answer.address.kind !== 'page') return answer
  const { rendersAt = before.path, isNotice } = answer.address
  // Every spelling of the address of a withdrawn article answers with the notice itself.
  return {
    ...answer,
    address: isNotice ? { kind: 'page', rendersAt, isNotice } : { kind: 'redirect', location: before.path },
  }
}

async function answerWithoutTail(db: Reader, { path, now }: PathQuery): Promise<Answer> {
  const own = await directAddressAt(db, { path, now })
  if (own?.isExact) return answerOf(own)
  const location = await redirectLocation(db, { path, now })
  if (location !== null) {
    const articleId = parseArticlePath(location)?.id ?? null
    return { address: { kind: 'redirect', location }, articleId }
  }
  if (own) return answerOf(own)
  const expected = expectedAddress(path)
  return expected === null ? MISSING : answerExpected(db, { path: expected, now })
}

/** One redirect to the page that stands for an expected address, also when that has moved. */
async function answerExpected(db: Reader, { path, now }: PathQuery): Promise<Answer> {
  const own = await directAddressAt(db, { path, now })
  const location = own?.isExact ? path : await redirectLocation(db, { path, now })
  return location === null ? MISSING : { ...MISSING, address: { kind: 'redirect', location } }
}

function answerOf({ address, article }: DirectAddress): Answer {
  return { address, articleId: article?.id ?? null }
}

/** What `path` names without any stored redirect; null when it names nothing in any spelling. */
export async function directAddressAt(db: Reader, query: PathQuery): Promise<DirectAddress | null> {
  const { path, now } = query
  if (FIXED_PAGES.has(path) || isDocumentPath(path)) return EXACT_PAGE
  if (path === SECURITY) return rendered(INTERNAL_SECURITY)
  const feed = parseFeedPath(path)
  if (feed) return feed.list === '/' || (await hasFeed(db, feed.list)) ? EXACT_PAGE : null
  const news = parseNewsSitemapPath(path)
  if (news !== null) return rendered(internalNewsSitemapPath(news))
  const card = parseSocialCardPath(path)
  if (card) return card.id === 'paper' ? EXACT_PAGE : cardAddress(db, { id: card.id, now })
  const key = parseIndexNowKeyPath(path)
  if (key && (await isIndexNowKey(db, key)).value) {
    return rendered(internalKeyPath(key))
  }
  const archived = await archivePageAt(db, query)
  if (archived === path) return EXACT_PAGE
  if (archived !== null) return { address: { kind: 'redirect', location: archived }, isExact: false, article: null }
  const { subject, page } = withoutPageNumber(path)
  const list = await pagedListAt(db, subject)
  if (list && page === null) return EXACT_PAGE
  if (list && page !== null) {
    return page <= pagesOf(await lengthOfList(db, { list, now })) ? EXACT_PAGE : null
  }
  if (page !== null) return null
  const standing = await standingPageStateAt(db, path)
  if (standing === null) return articleAddress(db, query)
  return standing === 'public' ? EXACT_PAGE : EXACT_NOTICE
}

/** The page of an article that readers may or might see, or one of its formats. */
async function articleAddress(db: Reader, query: PathQuery): Promise<DirectAddress | null> {
  const article = await namedArticle(db, query)
  if (!article?.path || !(article.isPublic || article.isWithdrawn)) return null
  const { id, format, path, isExact } = article
  const present = format === null ? path : articleFormatPath(path, format)
  if (!article.isWithdrawn && !isExact) return { address: { kind: 'redirect', location: present }, isExact, article }
  const rendersAt = format === null ? path : internalFormatPath(id, format)
  const address = {
    kind: 'page' as const,
    ...(rendersAt !== query.path && { rendersAt }),
    ...(article.isWithdrawn && { isNotice: true as const }),
  }
  return { address, isExact, article }
}

/** The address of a withdrawn article's card shows the withdrawal notice. */
async function cardAddress(db: Reader, { id, now }: { id: number; now: Date }): Promise<DirectAddress | null> {
  const visible = await publicOrWithdrawn(db, { id, now })
  if (!visible) return null
  if (!visible.isWithdrawn) return EXACT_PAGE
  return { ...EXACT_NOTICE, address: { kind: 'page', rendersAt: visible.path, isNotice: true } }
}

function rendered(rendersAt: string): DirectAddress {
  return { address: { kind: 'page', rendersAt }, isExact: true, article: null }
}

/** Every list but the corrections has a feed. */
async function hasFeed(db: Reader, list: string): Promise<boolean> {
  return list !== correctionsPath() && (await pagedListAt(db, list)) !== null
}

/**
 * The page at which a redirect from `path` ends; null without one. The pages and the feed of a list move with the list.
 * When the list no longer has the page, the redirect leads to the list itself, or to what replaced the list.
 */
async function redirectLocation(db: Reader, { path, now }: PathQuery): Promise<string | null> {
  const exact = await redirectFrom(db, { path, now })
  const below = belowList(path)
  const moved = below && (await redirectFrom(db, { path: below.list, now }))
  if (!below || moved === null) return exact === null ? null : finalLocation(db, { path: exact, now }, path)
  // A redirect from a lost page leads to its list. The list has moved since and may have that page again.
  const first = exact === null || exact === moved ? moved + below.rest : exact
  const lost = await redirectFrom(db, { path: moved + below.rest, now })
  for (const end of [first, exact, lost]) {
    const location = end === null ? null : await finalLocation(db, { path: end, now }, path)
    if (location !== null) return location
  }
  if (await pagedListAt(db, moved)) return null
  const instead = await finalLocation(db, { path: moved, now }, path)
  return instead && below.instead(instead)
}

/** The page reached by following redirects from `path`; null when there is none, or when they return to `origin`. */
async function finalLocation(db: Reader, { path, now }: PathQuery, origin: string): Promise<string | null> {
  const visited = new Set([origin])
  for (let at: string | null = path; at !== null && !visited.has(at); at = await redirectFrom(db, { path: at, now })) {
    const own: DirectAddress | null = await directAddressAt(db, { path: at, now })
    if (own?.address.kind === 'redirect') return own.address.location === origin ? null : own.address.location
    if (own) return at
    visited.add(at)
  }
  return null
}

/** The path of a further page or of the feed of a list, and the address to use when the list no longer has it. */
interface BelowList {
  list: string
  rest: string
  instead: (moved: string) => string
}

/** null when `path` is neither a further page nor a feed. */
function belowList(path: string): BelowList | null {
  const feed = parseFeedPath(path)
  if (feed && feed.list !== '/') {
    const { list, format } = feed
    return { list, rest: feedPath('', format), instead: () => feedPath('/', format) }
  }
  const { subject: list, page } = withoutPageNumber(path)
  return page === null ? null : { list, rest: path.slice(list.length), instead: (moved) => moved }
}

function withoutPageNumber(path: string): { subject: string; page: number | null } {
  const match = /^(.+)\/page\/([^/]+)$/.exec(path)
  const page = match?.[2] ? parsePageNumber(match[2]) : null
  return match?.[1] && page !== null ? { subject: match[1], page } : { subject: path, page: null }
}
