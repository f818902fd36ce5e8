import { and, eq } from 'drizzle-orm'
import { isPublic, isWithdrawn } from '@/db/articles'
import type { Db } from '@/db/open'
import { redirectFrom } from '@/db/redirects'
import { articles, authors, sections, topics } from '@/db/schema'
import {
  articleFormatPath,
  feedPath,
  internalFormatPath,
  internalNewsSitemapPath,
  isDocumentPath,
  parseArticleFormatPath,
  parseFeedPath,
  parseNewsSitemapPath,
  parseSocialCardPath,
} from '@/lib/document-paths'
import { articlePath, decodeSegment, parseArticleAddress, parsePageNumber } from '@/lib/paths'

/** What stands at an address: something to render, something that stands elsewhere, or nothing. */
export type Address =
  | { kind: 'page'; rendersAt?: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }

const PAGE: Address = { kind: 'page' }
const MISSING: Address = { kind: 'missing' }
const PAGES_WITHOUT_SUBJECT = new Set(['/', '/search', '/corrections', '/about', '/contact', '/ethics'])

/**
 * What stands at `path` (canonical spelling) at `now`, told from the names alone: one or two look-ups, no render.
 * Where the framework renders it elsewhere than readers ask for it, that is told as well.
 * `page` promises that the subject exists, not that the list has such a page. A withdrawn article is a page: its
 * notice.
 */
export async function addressOf(db: Db, { path, now }: { path: string; now: Date }): Promise<Address> {
  if (PAGES_WITHOUT_SUBJECT.has(path) || isDocumentPath(path)) return PAGE
  const document = await documentAt(db, { path, now })
  if (document) return document
  const { subject, page } = withoutPageNumber(path)
  const known = page === null ? await knownAs(db, { subject: path, now }) : await knownList(db, subject)
  if (known) return known
  const location = await redirectFrom(db, { path: subject, now })
  return location === null ? { kind: 'missing' } : { kind: 'redirect', location: location + (page ?? '') }
}

/** What stands at the address of a feed, a card or a format of an article; null when it is none of these. */
async function documentAt(db: Db, { path, now }: { path: string; now: Date }): Promise<Address | null> {
  const feed = parseFeedPath(path)
  if (feed) {
    if (feed.list === '/') return PAGE
    if (await knownList(db, feed.list)) return PAGES_WITHOUT_SUBJECT.has(feed.list) ? MISSING : PAGE
    const location = await redirectFrom(db, { path: feed.list, now })
    return location === null ? MISSING : { kind: 'redirect', location: feedPath(location, feed.format) }
  }
  const news = parseNewsSitemapPath(path)
  if (news !== null) return { kind: 'page', rendersAt: internalNewsSitemapPath(news) }
  const card = parseSocialCardPath(path)
  if (card) return card.id === 'paper' || (await isOut(db, { id: card.id, now })) ? PAGE : MISSING
  const format = parseArticleFormatPath(path)
  if (!format) return null
  const article = await addressOf(db, { path: format.article, now })
  if (article.kind === 'redirect') {
    return { kind: 'redirect', location: articleFormatPath(article.location, format.format) }
  }
  const [, section = '', name = ''] = format.article.split('/')
  const address = parseArticleAddress({ section, article: name })
  if (article.kind === 'missing' || !address) return MISSING
  return { kind: 'page', rendersAt: internalFormatPath(address.id, format.format) }
}

async function isOut(db: Db, { id, now }: { id: number; now: Date }): Promise<boolean> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, id), isPublic(now)))
  return rows.length > 0
}

/** null when nothing has this name now. */
async function knownAs(db: Db, { subject, now }: { subject: string; now: Date }): Promise<Address | null> {
  const [section = '', article, ...rest] = subject.slice(1).split('/')
  if (rest.length) return null
  if (article === undefined || section === 'topics' || section === 'authors') return knownList(db, subject)
  const address = parseArticleAddress({ section, article })
  if (!address) return null
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
    .where(eq(articles.id, address.id))
  if (row?.isWithdrawn) return PAGE
  if (!row?.isPublic) return null
  const location = articlePath(row)
  return location === subject ? PAGE : { kind: 'redirect', location }
}

/** Whether a list bears this name: a section, a topic, an author, the corrections. */
async function knownList(db: Db, subject: string): Promise<Address | null> {
  if (PAGES_WITHOUT_SUBJECT.has(subject)) return PAGE
  const segments = subject.slice(1).split('/').map(decodeSegment)
  const [kind, name] = segments.length === 1 ? ['sections', segments[0]] : segments
  if (segments.length > 2 || !kind || !name) return null
  const table = { sections, topics, authors }[segments.length === 1 || kind !== 'sections' ? kind : '']
  if (!table) return null
  const rows = await db.select({ id: table.id }).from(table).where(eq(table.slug, name))
  return rows.length ? PAGE : null
}

function withoutPageNumber(path: string): { subject: string; page: string | null } {
  const match = /^(.+)(\/page\/([^/]+))$/.exec(path)
  if (!match?.[1] || !match[2] || parsePageNumber(match[3] ?? '') === null) return { subject: path, page: null }
  return { subject: match[1], page: match[2] }
}
