import { eq } from 'drizzle-orm'
import { redirectFrom } from '@/db/addresses/redirects'
import { isIndexNowKey } from '@/db/deliveries/receivers'
import { lengthOfList, pagedListAt } from '@/db/reading/paged-lists'
import { isPublic, isWithdrawn } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import {
  articleFormatPath,
  feedPath,
  internalFormatPath,
  internalKeyPath,
  internalNewsSitemapPath,
  isDocumentPath,
  parseArticleFormatPath,
  parseFeedPath,
  parseNewsSitemapPath,
  parseSocialCardPath,
} from '@/lib/addresses/document-paths'
import { pagesOf } from '@/lib/addresses/list-pages'
import { articlePath, correctionsPath, parseArticleAddress, parsePageNumber } from '@/lib/addresses/paths'
import { parseIndexNowKeyPath } from '@/lib/deliveries/index-now'

/** What stands at an address: something to render, something that stands elsewhere, or nothing. */
export type Address =
  | { kind: 'page'; rendersAt?: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }

interface Asked {
  path: string
  now: Date
}

/** What has a name of its own, and whether the path is exactly that name. */
export interface Standing {
  address: Exclude<Address, { kind: 'missing' }>
  isExact: boolean
}

const AT_ITS_ADDRESS: Standing = { address: { kind: 'page' }, isExact: true }
const PAGES_WITHOUT_SUBJECT = new Set(['/', '/search', '/corrections', '/about', '/contact', '/ethics'])

/**
 * What stands at `path` (canonical spelling) at `now`, told from the names alone: a few look-ups, no render.
 * - Where the framework renders it elsewhere than readers ask for it, that is told as well.
 * - A withdrawn article is a page: its notice.
 * - A redirect leads to a page, in one hop: never to another redirect, and never to where nothing stands.
 * - What stands at an address goes before a redirect from it, and a redirect before the other spellings of an article,
 *   since another system's numbers may look like ours.
 */
export async function addressOf(db: Reader, { path, now }: Asked): Promise<Address> {
  const own = await standsAt(db, { path, now })
  if (own?.isExact) return own.address
  const location = await leadsFrom(db, { path, now })
  if (location !== null) return { kind: 'redirect', location }
  return own?.address ?? { kind: 'missing' }
}

/** What stands at `path` without any redirect; null when nothing has this name, in any spelling. */
export async function standsAt(db: Reader, asked: Asked): Promise<Standing | null> {
  const { path, now } = asked
  if (PAGES_WITHOUT_SUBJECT.has(path) || isDocumentPath(path)) return AT_ITS_ADDRESS
  const feed = parseFeedPath(path)
  if (feed) return feed.list === '/' || (await hasFeed(db, feed.list)) ? AT_ITS_ADDRESS : null
  const news = parseNewsSitemapPath(path)
  if (news !== null) return { address: { kind: 'page', rendersAt: internalNewsSitemapPath(news) }, isExact: true }
  const card = parseSocialCardPath(path)
  if (card) return card.id === 'paper' ? AT_ITS_ADDRESS : cardStanding(db, { id: card.id, now })
  const key = parseIndexNowKeyPath(path)
  if (key && (await isIndexNowKey(db, key)).value) {
    return { address: { kind: 'page', rendersAt: internalKeyPath(key) }, isExact: true }
  }
  const format = parseArticleFormatPath(path)
  if (format) return formatStanding(db, { ...format, now })
  const { subject, page } = withoutPageNumber(path)
  const list = await pagedListAt(db, subject)
  if (list && page === null) return AT_ITS_ADDRESS
  if (list && page !== null) {
    return page <= pagesOf(await lengthOfList(db, { list, now })) ? AT_ITS_ADDRESS : null
  }
  return page === null ? articleStanding(db, asked) : null
}

async function articleStanding(db: Reader, { path, now }: Asked): Promise<Standing | null> {
  const [section = '', article = '', ...rest] = path.slice(1).split('/')
  if (rest.length || section === 'topics' || section === 'authors') return null
  const address = parseArticleAddress({ section, article })
  const row = address && (await articleOut(db, { id: address.id, now }))
  if (!row) return null
  const isExact = row.path === path
  if (row.isWithdrawn || isExact) return { address: { kind: 'page' }, isExact }
  return { address: { kind: 'redirect', location: row.path }, isExact }
}

async function formatStanding(
  db: Reader,
  { article, format, now }: { article: string; format: 'json' | 'md'; now: Date },
): Promise<Standing | null> {
  const known = await articleStanding(db, { path: article, now })
  const [, section = '', name = ''] = article.split('/')
  const named = parseArticleAddress({ section, article: name })
  if (!known || !named) return null
  const { address, isExact } = known
  if (address.kind === 'redirect') {
    return { address: { kind: 'redirect', location: articleFormatPath(address.location, format) }, isExact }
  }
  return { address: { kind: 'page', rendersAt: internalFormatPath(named.id, format) }, isExact }
}

/** The card of a withdrawn article is its notice too. */
async function cardStanding(db: Reader, { id, now }: { id: number; now: Date }): Promise<Standing | null> {
  const row = await articleOut(db, { id, now })
  if (!row) return null
  return { address: row.isWithdrawn ? { kind: 'page', rendersAt: row.path } : { kind: 'page' }, isExact: true }
}

/** The article that is public at `now` or was; null when readers know of none with this id. */
async function articleOut(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<{ path: string; isWithdrawn: boolean } | null> {
  const [row] = await db
    .select({
      id: articles.id,
      slug: articles.slug,
      section: sections.slug,
      isPublic: isPublic(now),
      isWithdrawn: isWithdrawn(now),
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, id))
  return row && (row.isPublic || row.isWithdrawn)
    ? { path: articlePath(row), isWithdrawn: Boolean(row.isWithdrawn) }
    : null
}

/** The corrections are a list without a feed. */
async function hasFeed(db: Reader, list: string): Promise<boolean> {
  return list !== correctionsPath() && (await pagedListAt(db, list)) !== null
}

/**
 * Where a redirect from `path` ends: at a page. The pages and feeds of a list moved with the list; where it has no such
 * page any more, the list itself is meant, and where the list was led to something else, that.
 */
async function leadsFrom(db: Reader, { path, now }: Asked): Promise<string | null> {
  const exact = await redirectFrom(db, { path, now })
  const below = belowList(path)
  const moved = below && (await redirectFrom(db, { path: below.list, now }))
  if (!below || moved === null) return exact === null ? null : whereItEnds(db, { path: exact, now }, path)
  // The redirect from a lost page leads to its list, which has moved since and may have that page again.
  const first = exact === null || exact === moved ? moved + below.rest : exact
  const lost = await redirectFrom(db, { path: moved + below.rest, now })
  for (const end of [first, exact, lost]) {
    const location = end === null ? null : await whereItEnds(db, { path: end, now }, path)
    if (location !== null) return location
  }
  if (await pagedListAt(db, moved)) return null
  const instead = await whereItEnds(db, { path: moved, now }, path)
  return instead && below.instead(instead)
}

/** The page at which somebody arrives who goes on from `path`; null when there is none, or it is where they came from. */
async function whereItEnds(db: Reader, { path, now }: Asked, asked: string): Promise<string | null> {
  const passed = new Set([asked])
  for (let at: string | null = path; at !== null && !passed.has(at); at = await redirectFrom(db, { path: at, now })) {
    const own: Standing | null = await standsAt(db, { path: at, now })
    if (own?.address.kind === 'redirect') return own.address.location === asked ? null : own.address.location
    if (own) return at
    passed.add(at)
  }
  return null
}

/** What stands below a list: a further page or a feed, and what to show where neither is to be had any more. */
interface BelowList {
  list: string
  rest: string
  instead: (moved: string) => string
}

/** null when `path` is that of neither. */
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
