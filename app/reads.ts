import 'server-only'
import { store } from '@/app/store'
import { threadedQuery } from '@/app/threaded-query'
import { addressOf, articleIdAt } from '@/db/addresses/addresses'
import { hubs } from '@/db/deliveries/hubs'
import { isIndexNowKey } from '@/db/deliveries/receivers'
import type { FoundStories, StoryQuery } from '@/db/distribution/content-api'
import { feedStories } from '@/db/distribution/feeds'
import { languagesInUse } from '@/db/distribution/languages'
import { type News, newsStories } from '@/db/distribution/news'
import { articleAsPublished } from '@/db/editing/preview'
import { authorBySlug, authorsWithPages } from '@/db/paper/authors'
import { type Menus, menuLinks } from '@/db/paper/menus'
import { allSections, sectionBands, sectionBySlug } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { allTopics, topicBySlug } from '@/db/paper/topics'
import { type ArchivedDay, type ArchiveOverview, archivedDay, archiveOverview } from '@/db/reading/archive'
import { type ArticlePage, articlePage as findArticle } from '@/db/reading/articles'
import { correctionsList } from '@/db/reading/corrections'
import { breakingStrip, curation } from '@/db/reading/fronts'
import { type ShownPage, standingPage } from '@/db/reading/standing-pages'
import type { StoryList } from '@/db/reading/story-list'
import {
  authorTeasers,
  earlierInSection,
  latestTeasers,
  sectionTeasers,
  teasersByIds,
  timelineTeasers,
  topicTeasers,
} from '@/db/reading/teasers'
import type { Suggestion } from '@/db/search/suggestions'
import type { Reader } from '@/db/store/open'
import { shownTimelines, storySoFar, timelineBySlug } from '@/db/timelines/timelines'
import { PER_ARCHIVE_PAGE } from '@/lib/addresses/archive-address'
import { PER_PAGE, pagesOf } from '@/lib/addresses/list-pages'
import { authorPath, sectionPath, timelinePath, topicPath } from '@/lib/addresses/paths'
import type { Article, Author, Section, Teaser, Topic } from '@/lib/article/article'
import { securityTxt } from '@/lib/crawlers/security-txt'
import { type Feed, type FeedList, feedOf } from '@/lib/feeds/feed'
import { composeEdition, type Edition, SUPPLY_FOR_BAND, SUPPLY_FOR_FRONT } from '@/lib/front/edition'
import { withPlaced } from '@/lib/front/section-front'
import type { Publication } from '@/lib/json-ld/publication'
import type { ShownTimeline, StorySoFar, Timeline } from '@/lib/linking/timelines/timeline'
import { type Refused, refusalReason } from '@/lib/pages/query-threads'
import { siteRuntime } from '@/lib/pages/site-runtime'
import { changesAtTag, type Tagged, tags } from '@/lib/pages/tags'
import { isRequiredPage } from '@/lib/paper/required-pages'
import { sectionLine } from '@/lib/paper/section-line'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { unwrittenPage } from '@/lib/paper/unwritten-page'
import { type AskedSearch, searchParameters } from '@/lib/search/asked-search'
import type { CalendarSpan } from '@/lib/time/calendar-spans'

/*
 * The one place that binds the open store and the clock to queries. It tags the page that is being rendered with what
 * each query returned, so that a stored page carries the tags of everything it shows.
 */

/** Enough for a reader who asks once a day. */
const STORIES_IN_FEED = 50
export const MORE_FROM_SECTION = 4
/** As many as stand below a field on a phone. */
const SUGGESTED = 8

/** The instant of the current render: a page shows the paper at one instant. */
function now(): Date {
  const runtime = siteRuntime()
  const rendering = runtime.rendering()
  if (!rendering) return runtime.now()
  const instant = instants.get(rendering) ?? rendering.asPublished?.at ?? runtime.now()
  instants.set(rendering, instant)
  return instant
}

const instants = new WeakMap<object, Date>()

/**
 * The value of `read`, read once a render under `key`, because layout, page and head read the same things. Its tags are added
 * to those of the render.
 */
async function once<T>(key: string, read: (db: Reader) => Promise<Tagged<T>>): Promise<T> {
  const rendering = siteRuntime().rendering()
  if (!rendering) return (await read(await store())).value
  rendering.reads ??= new Map()
  const { reads } = rendering
  const reading = (reads.get(key) as Promise<Tagged<T>> | undefined) ?? store().then(read)
  reads.set(key, reading)
  const { value, tags } = await reading
  for (const tag of tags) rendering.tags.add(tag)
  return value
}

/** The same for what nearly every page reads and no clock changes: it is kept between renders. */
function kept<T>(key: string, read: (db: Reader) => Promise<Tagged<T>>): Promise<T> {
  const { readings } = siteRuntime()
  return once(key, readings ? (db) => readings.read(key, () => read(db)) : read)
}

/** Public origin without a trailing slash. */
export function siteUrl(): string {
  return siteRuntime().siteUrl
}

export interface PageChrome {
  settings: SiteSettings
  /** The sections at the top of the tree, in order. */
  sections: Section[]
  menus: Menus
}

/** What every page needs for its masthead and footer. */
export async function readPageChrome(): Promise<PageChrome> {
  const settings = await kept('settings', siteSettings)
  const sections = (await kept('sections', allSections)).filter(({ parentId }) => parentId === null)
  return { settings, sections, menus: await kept('menus', menuLinks) }
}

/** The paper as its structured data names it. */
export async function readPublication(): Promise<Publication> {
  return { siteUrl: siteUrl(), settings: await kept('settings', siteSettings) }
}

/** The front page as readers get it. */
export async function readEdition(): Promise<Edition> {
  const placed = await once('curation', (db) => curation(db, { sectionId: null, now: now() }))
  const { language } = await kept('settings', siteSettings)
  const strip = await once('strip', (db) => breakingStrip(db, { language, now: now() }))
  const latest = await once('latest', (db) => latestTeasers(db, { now: now(), limit: SUPPLY_FOR_FRONT }))
  const sections = await once('bands', (db) => sectionBands(db, { now: now(), perSection: SUPPLY_FOR_BAND }))
  return composeEdition(strip, placed, { latest, sections })
}

/** The article as it is now, the notice that it was withdrawn, or null when none is public. */
export async function readArticle(id: number): Promise<ArticlePage | null> {
  const shown = siteRuntime().rendering()?.asPublished
  // The article that is rendered as it will be published, for the crawler check.
  if (shown?.id === id) return once(`article ${id}`, (db) => articleAsPublished(db, { id, at: now() }))
  return once(`article ${id}`, (db) => findArticle(db, { id, now: now() }))
}

/** What was published in the section before the article, without the stories that its blocks link to. */
export async function readMoreFrom(article: Article, without: number[]): Promise<Teaser[]> {
  const section = article.sections.at(-1)
  if (!section) throw new Error(`article ${article.id} has no section`)
  const { id, publishedAt } = article
  return once(`more from ${id}`, (db) =>
    earlierInSection(db, {
      article: { id, publishedAt, sectionId: section.id },
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
  /** From the top of the tree down to the section itself. */
  line: Section[]
  subsections: Section[]
}

/** A page of a section's list; null when there is no such section or no such page. Page 1 is there when empty. */
export async function readSection(slug: string, page: number): Promise<SectionList | null> {
  const section = await once(`section ${slug}`, (db) => sectionBySlug(db, slug))
  if (!section) return null
  const sections = await kept('sections', allSections)
  const list = await once(`section ${slug} list ${page}`, (db) =>
    sectionTeasers(db, { section, now: now(), page, perPage: PER_PAGE }),
  )
  // Editors lead a section on its first page; the later ones go by date alone.
  const placed =
    page === 1 ? await once(`front ${slug}`, (db) => curation(db, { sectionId: section.id, now: now() })) : null
  const teasers = placed ? withPlaced(placed, list.teasers) : list.teasers
  const found = listPage(section, { ...list, teasers }, page)
  const byId = new Map([...sections, section].map((one) => [one.id, one]))
  const subsections = sections.filter(({ parentId }) => parentId === section.id)
  return found && { ...found, line: sectionLine(byId, section.id), subsections }
}

export async function readTopic(slug: string, page: number): Promise<ListPage<Topic> | null> {
  const topic = await once(`topic ${slug}`, (db) => topicBySlug(db, slug))
  if (!topic) return null
  const list = await once(`topic ${slug} list ${page}`, (db) =>
    topicTeasers(db, { topic, now: now(), page, perPage: PER_PAGE }),
  )
  return listPage(topic, list, page)
}

export async function readAuthor(slug: string, page: number): Promise<ListPage<Author> | null> {
  const author = await once(`author ${slug}`, (db) => authorBySlug(db, slug))
  if (!author) return null
  const list = await once(`author ${slug} list ${page}`, (db) =>
    authorTeasers(db, { author, now: now(), page, perPage: PER_PAGE }),
  )
  return listPage(author, list, page)
}

export interface TimelineList extends ListPage<Timeline> {
  /** How many stories it has on all pages. */
  total: number
  /** The story that stands first on the first page, whatever its date; null for none. */
  lead: Teaser | null
}

/** A page of a timeline; null when there is no such timeline or no such page. Page 1 is there when empty. */
export async function readTimeline(slug: string, page: number): Promise<TimelineList | null> {
  const timeline = await once(`timeline ${slug}`, (db) => timelineBySlug(db, slug))
  if (!timeline) return null
  const list = await once(`timeline ${slug} list ${page}`, (db) =>
    timelineTeasers(db, { timeline, now: now(), page, perPage: PER_PAGE }),
  )
  const { leadId } = timeline
  const [lead = null] =
    page === 1 && leadId !== null
      ? await once(`timeline ${slug} lead`, (db) => teasersByIds(db, { ids: [leadId], now: now() }))
      : []
  const found = listPage(timeline, list, page)
  return found && { ...found, total: list.total, lead }
}

/** What the story shows of the timeline that it is in; null for nothing. */
export async function readStorySoFar(id: number): Promise<StorySoFar | null> {
  return once(`story so far ${id}`, (db) => storySoFar(db, { id, now: now() }))
}

/** Which of the paper's lists a feed is of, by its name in the address. */
export type FeedSubject = { kind: 'paper' } | { kind: 'section' | 'topic' | 'author' | 'timeline'; slug: string }

/** The newest stories of a list as its feed carries them; null when there is no such list. */
export async function readFeed(subject: FeedSubject): Promise<Feed | null> {
  const about = await feedListOf(subject)
  if (!about) return null
  const { list, ...named } = about
  const found = await once(`feed ${named.key}`, (db) => feedStories(db, { list, now: now(), limit: STORIES_IN_FEED }))
  const settings = await kept('settings', siteSettings)
  return feedOf({ list: named, ...found, settings, hubs: await readHubs(), siteUrl: siteUrl() })
}

/** Where readers of feeds are told of changes (WebSub). */
export async function readHubs(): Promise<string[]> {
  return once('hubs', hubs)
}

async function feedListOf(subject: FeedSubject): Promise<(FeedList & { list: StoryList }) | null> {
  switch (subject.kind) {
    case 'paper':
      return { list: { kind: 'paper' }, key: 'paper', name: null, description: '', path: '/' }
    case 'section': {
      const section = await once(`section ${subject.slug}`, (db) => sectionBySlug(db, subject.slug))
      return (
        section && {
          ...namedList('section', section),
          description: section.description,
          path: sectionPath(section.slug),
        }
      )
    }
    case 'topic': {
      const topic = await once(`topic ${subject.slug}`, (db) => topicBySlug(db, subject.slug))
      return topic && { ...namedList('topic', topic), description: topic.description, path: topicPath(topic.slug) }
    }
    case 'author': {
      const author = await once(`author ${subject.slug}`, (db) => authorBySlug(db, subject.slug))
      return author && { ...namedList('author', author), description: author.bio, path: authorPath(author.slug) }
    }
    case 'timeline': {
      const timeline = await once(`timeline ${subject.slug}`, (db) => timelineBySlug(db, subject.slug))
      return (
        timeline && {
          ...namedList('timeline', timeline),
          description: timeline.introduction,
          path: timelinePath(timeline.slug),
        }
      )
    }
  }
}

function namedList<K extends 'section' | 'topic' | 'author' | 'timeline'>(
  kind: K,
  { id, name }: { id: number; name: string },
) {
  return { list: { kind, id }, key: `${kind}-${id}`, name }
}

export async function readCorrections(page: number) {
  const { items, total } = await once(`corrections ${page}`, (db) =>
    correctionsList(db, { now: now(), page, perPage: PER_PAGE }),
  )
  const pages = pagesOf(total)
  return page > pages ? null : { items, page, pages }
}

/** What `read` comes to, or why there was no answer; the server then sends what shows it with status 503. */
async function unlessRefused<T>(read: Promise<T>): Promise<T | Refused> {
  try {
    return await read
  } catch (error) {
    const refused = refusalReason(error)
    if (refused === null) throw error
    siteRuntime().rendering()?.tags.add(tags.unanswered)
    return { refused }
  }
}

/** A page of what a search finds, or why there is no answer; null when there is no such page of it. */
export async function readSearch(asked: AskedSearch, page: number) {
  const { timeZone } = await kept('settings', siteSettings)
  const found = await unlessRefused(
    once(`search ${page} ${searchParameters(asked)}`, () =>
      threadedQuery('search', { asked, timeZone, now: now(), page, perPage: PER_PAGE }),
    ),
  )
  if ('refused' in found) return found
  const pages = pagesOf(found.total)
  return page > pages ? null : { ...found, page, pages }
}

/** What may be meant by the first letters of a search; nothing while there is too much to do. */
export async function readSuggestions(typed: string): Promise<Suggestion[]> {
  const found = await unlessRefused(
    once(`suggestions ${typed}`, () => threadedQuery('suggestions', { typed, now: now(), most: SUGGESTED })),
  )
  return 'refused' in found ? [] : found
}

/**
 * A standing page, or the notice that it was taken down; null when there is none. One that every paper has says what the
 * settings know until an editor has written it.
 */
export async function readStandingPage(slug: string): Promise<ShownPage | null> {
  const written = await once(`standing ${slug}`, (db) => standingPage(db, { slug, now: now() }))
  if (written || !isRequiredPage(slug)) return written
  const content = { ...unwrittenPage(slug, await kept('settings', siteSettings)), description: '' }
  return { state: 'public', content, referenced: { articles: new Map(), pictures: new Map() } }
}

/** The text of security.txt, which changes with the month. */
export async function readSecurityTxt(): Promise<string> {
  const settings = await kept('settings', siteSettings)
  return once('security', async () => {
    const { text, changesAt } = securityTxt({ siteUrl: siteUrl(), settings, now: now() })
    return { value: text, tags: [changesAtTag(changesAt)] }
  })
}

/** Whether `key` is one by which search engines know the site. */
export async function readIsIndexNowKey(key: string): Promise<boolean> {
  return once(`key ${key}`, (db) => isIndexNowKey(db, key))
}

/** File `file`, from 1, of the stories that are news; it may be empty. */
export async function readNews(file: number): Promise<News> {
  return once(`news ${file}`, (db) => newsStories(db, { now: now(), file }))
}

/** Where an address without a page (in canonical spelling) redirects to; null without a redirect. */
export async function readRedirect(path: string): Promise<string | null> {
  const address = await addressOf(await store(), { path, now: now() })
  return address.kind === 'redirect' ? address.location : null
}

/** A page of the stories that a program asked for. */
export async function readStories(asked: StoryQuery): Promise<FoundStories | Refused> {
  return unlessRefused(
    once(`stories ${JSON.stringify(asked)}`, () => threadedQuery('stories', { query: asked, now: now() })),
  )
}

/** The whole tree of sections, in its order. */
export async function readSections(): Promise<Section[]> {
  return kept('sections', allSections)
}

/** All years, a year or a month of the archive; null when a year or a month has no story. */
export async function readArchive(span: CalendarSpan | null): Promise<ArchiveOverview | null> {
  const { timeZone } = await kept('settings', siteSettings)
  return once(`archive ${span}`, (db) => archiveOverview(db, { span, now: now(), timeZone }))
}

/** A page of a day of the archive; null when there is none. */
export async function readArchivedDay(
  day: CalendarSpan,
  page: number,
): Promise<(ArchivedDay & { pages: number }) | null> {
  const { timeZone } = await kept('settings', siteSettings)
  const found = await once(`archive ${day} ${page}`, (db) => archivedDay(db, { day, page, now: now(), timeZone }))
  return found && { ...found, pages: Math.ceil(found.total / PER_ARCHIVE_PAGE) }
}

/** The languages in which the paper appears, as BCP 47 tags. */
export async function readLanguages(): Promise<string[]> {
  return once('languages', (db) => languagesInUse(db, { now: now() }))
}

export async function readTopics(): Promise<Topic[]> {
  return once('topics', allTopics)
}

export async function readTimelines(): Promise<ShownTimeline[]> {
  return once('timelines', (db) => shownTimelines(db, { now: now() }))
}

export async function readAuthors(): Promise<Author[]> {
  return once('authors', authorsWithPages)
}

/** The id of the article to which `path` leads, from its present or an earlier address; null when it leads to none. */
export async function readArticleAt(path: string): Promise<number | null> {
  return articleIdAt(await store(), { path, now: now() })
}

function listPage<T>(
  of: T,
  { teasers, total }: { teasers: Teaser[]; total: number },
  page: number,
): ListPage<T> | null {
  const pages = pagesOf(total)
  return page > pages ? null : { of, teasers, page, pages }
}
