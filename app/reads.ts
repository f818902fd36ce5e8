import 'server-only'
import { cacheTag } from 'next/cache'
import { type ArticlePage, articlePage as findArticle } from '@/db/articles'
import { correctionsList } from '@/db/corrections'
import { type Db, openDb, openMemoryDb, storeFile } from '@/db/open'
import { authorBySlug } from '@/db/people'
import { curation } from '@/db/placements'
import { redirectFrom } from '@/db/redirects'
import { searchTeasers } from '@/db/search'
import { allSections, sectionBands, sectionBySlug } from '@/db/sections'
import { siteSettings } from '@/db/site'
import { type StandingPageSlug, standingPage } from '@/db/standing-pages'
import { authorTeasers, earlierInSection, latestTeasers, sectionTeasers, topicTeasers } from '@/db/teasers'
import { topicBySlug } from '@/db/topics'
import type { Article, Author, Section, SiteSettings, Teaser, Topic } from '@/lib/article'
import { composeEdition, type Edition, SECONDS_ON_FRONT, TEASERS_IN_BAND } from '@/lib/edition'
import { handover } from '@/lib/handover'
import type { Reading } from '@/lib/tags'

/*
 * The one place that binds the open store and the clock to queries, and that tags the page under way with what each
 * query returned. A page that reads through here knows exactly what it showed.
 */

const PER_PAGE = 30
const MORE_FROM_SECTION = 4
/** Enough to fill the front after everything above has taken its share. */
const FRONT_SUPPLY = SECONDS_ON_FRONT + 12

/** Next drops tags beyond 128 a call, with only a warning. */
const TAGS_A_CALL = 100

let opened: Promise<Db> | null = null

/** The store; while the site is being built, an empty one in memory. */
function store(): Promise<Db> {
  opened ??= open()
  return opened
}

async function open(): Promise<Db> {
  const given = handover()
  if (given) return openDb(storeFile(given.dataDir), given.committed)
  const { foundEmptyPaper } = await import('@/db/demo-edition/fill')
  const db = openMemoryDb()
  await foundEmptyPaper(db, { now: new Date(0) })
  return db
}

function now(): Date {
  return handover()?.now() ?? new Date(0)
}

function shown<T>({ answer, tags }: Reading<T>): T {
  for (let from = 0; from < tags.length; from += TAGS_A_CALL) cacheTag(...tags.slice(from, from + TAGS_A_CALL))
  return answer
}

/** Public origin without a trailing slash. */
export function siteUrl(): string {
  return handover()?.siteUrl ?? 'http://localhost'
}

export interface Surroundings {
  settings: SiteSettings
  /** The sections at the top of the tree, in order. */
  sections: Section[]
}

/** What stands around every page. */
export async function readSurroundings(): Promise<Surroundings> {
  const db = await store()
  const settings = shown(await siteSettings(db))
  const sections = shown(await allSections(db)).filter(({ parentId }) => parentId === null)
  return { settings, sections }
}

export async function readEdition(): Promise<Edition> {
  const db = await store()
  const at = now()
  const placed = shown(await curation(db, { now: at }))
  const latest = shown(await latestTeasers(db, { now: at, limit: FRONT_SUPPLY }))
  // Bands may lose as many stories to the places above as there are places.
  const sections = shown(await sectionBands(db, { now: at, perSection: TEASERS_IN_BAND + SECONDS_ON_FRONT + 2 }))
  return composeEdition(placed, { latest, sections })
}

/** The article as it is now, the notice that it was withdrawn, or null when readers know of none. */
export async function readArticle(id: number): Promise<ArticlePage | null> {
  return shown(await findArticle(await store(), { id, now: now() }))
}

/** What was published in the section before the article, without what its blocks name already. */
export async function readMoreFrom(article: Article, without: number[]): Promise<Teaser[]> {
  const section = article.sections.at(-1)
  if (!section) throw new Error(`article ${article.id} has no section`)
  return shown(
    await earlierInSection(await store(), {
      article: { id: article.id, publishedAt: article.publishedAt, sectionId: section.id },
      now: now(),
      limit: MORE_FROM_SECTION,
      without,
    }),
  )
}

export interface ListPage<T> {
  of: T
  teasers: Teaser[]
  page: number
  pages: number
}

export interface SectionList extends ListPage<Section> {
  subsections: Section[]
}

/** A page of a section's list; null when there is no such section or no such page. Page 1 is there when empty. */
export async function readSection(slug: string, page: number): Promise<SectionList | null> {
  const db = await store()
  const section = shown(await sectionBySlug(db, slug))
  if (!section) return null
  const subsections = shown(await allSections(db)).filter(({ parentId }) => parentId === section.id)
  const list = shown(await sectionTeasers(db, { section, now: now(), page, perPage: PER_PAGE }))
  const found = listPage(section, list, page)
  return found && { ...found, subsections }
}

export async function readTopic(slug: string, page: number): Promise<ListPage<Topic> | null> {
  const db = await store()
  const topic = shown(await topicBySlug(db, slug))
  if (!topic) return null
  return listPage(topic, shown(await topicTeasers(db, { topic, now: now(), page, perPage: PER_PAGE })), page)
}

export async function readAuthor(slug: string, page: number): Promise<ListPage<Author> | null> {
  const db = await store()
  const author = shown(await authorBySlug(db, slug))
  if (!author) return null
  return listPage(author, shown(await authorTeasers(db, { author, now: now(), page, perPage: PER_PAGE })), page)
}

export async function readCorrections(page: number) {
  const { items, total } = shown(await correctionsList(await store(), { now: now(), page, perPage: PER_PAGE }))
  const pages = pagesOf(total)
  return page > pages ? null : { items, page, pages }
}

export async function readSearch(query: string, page: number) {
  const { teasers, total } = shown(await searchTeasers(await store(), { query, now: now(), page, perPage: PER_PAGE }))
  const pages = pagesOf(total)
  return page > pages ? null : { teasers, total, page, pages }
}

export async function readStandingPage(slug: StandingPageSlug) {
  return shown(await standingPage(await store(), slug))
}

/** Where an address that is nobody's used to lead, in canonical spelling; null when it never led anywhere. */
export async function readRedirect(path: string): Promise<string | null> {
  return redirectFrom(await store(), { path, now: now() })
}

function listPage<T>(
  of: T,
  { teasers, total }: { teasers: Teaser[]; total: number },
  page: number,
): ListPage<T> | null {
  const pages = pagesOf(total)
  return page > pages ? null : { of, teasers, page, pages }
}

function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE))
}
