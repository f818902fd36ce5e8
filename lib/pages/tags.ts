/**
 * The names of what pages show. A page is tagged with what it showed, and a write invalidates what it changed.
 * An article has three tags of increasing detail, so that a change drops the pages that show it and few others.
 */
export const tags = {
  /** Anything that the article's own page shows. */
  article: (id: number) => `article:${id}`,
  /** What a teaser shows: standfirst, kicker, kind, bylines, instant, and everything a link shows. */
  teaser: (id: number) => `teaser:${id}`,
  /** What a link shows: headline, path, language, picture, and whether the article is public. */
  link: (id: number) => `link:${id}`,
  /** Name, slug, description and place of a section. */
  section: (id: number) => `section:${id}`,
  topic: (id: number) => `topic:${id}`,
  author: (id: number) => `author:${id}`,
  /** Name, slug, introduction and first story of a timeline. */
  timeline: (id: number) => `timeline:${id}`,
  media: (id: number) => `media:${id}`,
  /** Which translations the original article `id` has. */
  translations: (id: number) => `translations:${id}`,
  /** Which articles a list holds, and in which order. */
  latest: 'list:latest',
  /** Which stories are in the news sitemap, and what links to them show. */
  news: 'list:news',
  sectionList: (id: number) => `list:section:${id}`,
  topicList: (id: number) => `list:topic:${id}`,
  authorList: (id: number) => `list:author:${id}`,
  timelineList: (id: number) => `list:timeline:${id}`,
  /** Which timelines stories lead to, and what these are called. */
  timelines: 'list:timelines',
  /** In which timeline article `id` is. */
  timelineOf: (id: number) => `story:timeline:${id}`,
  correctionsList: 'list:corrections',
  /** How many stories a year, a month or a day has, and which years, months or days stand beside it; null for all years. */
  archive: (span: string | null) => (span === null ? 'archive' : `archive:${span}`),
  /** What a section published before some story: invalidated only when an older story appears, disappears or moves. */
  earlierInSection: (id: number) => `earlier:section:${id}`,
  /** What editors placed on a front: of a section, or null for the front page. */
  front: (sectionId: number | null) => (sectionId === null ? 'front' : `front:section:${sectionId}`),
  /** The line of breaking news. */
  strip: 'strip',
  /** The paper's name, language and time zone, and the tree of sections in its masthead. */
  site: 'site',
  standingPage: (slug: string) => `page:${slug}`,
  /** Which WebSub hubs are notified of the feeds: every feed names them. */
  hubs: 'hubs',
  /** The IndexNow keys of the site. */
  indexNowKeys: 'indexnow-keys',
  /** Whether caches in front are purged of what is stale: it decides what every response allows caches. */
  purging: 'purging',
  /** Sent with every response that a cache may store, so that one purge empties it. No page is tagged with it. */
  everything: 'everything',
  /** What a path answers. Invalidated when a list leaves the path; the log then records for good that one did. */
  address: (path: string) => `address:${path}`,
  /** The page is the notice of a withdrawn article; the server answers 410. */
  gone: 'gone',
  /** The page says why there is no answer to what was asked; the server answers 503. */
  unanswered: 'unanswered',
} as const

const CHANGES_AT = 'changes-at:'
const AS_OF = 'as-of:'

/** The tag that says that what a page shows changes by time alone at `instant`. */
export function changesAtTag(instant: Date): string {
  return `${CHANGES_AT}${instant.getTime()}`
}

/** The tag that says that the newest thing a page shows is from `instant`. */
export function asOfTag(instant: Date): string {
  return `${AS_OF}${instant.getTime()}`
}

export interface PageTags {
  /** What the page showed; the page is stale when any of these is invalidated. */
  subjects: string[]
  /** The first instant at which the page is out of date by time alone, in ms; null when there is none. */
  changesAt: number | null
  /** The newest instant among the things shown, in ms; null when the page shows nothing dated. */
  asOf: number | null
}

/** The tags of a rendered page, separated by kind. */
export function readPageTags(all: readonly string[]): PageTags {
  const instants = (prefix: string) =>
    all.filter((tag) => tag.startsWith(prefix)).map((tag) => Number(tag.slice(prefix.length)))
  const changes = instants(CHANGES_AT)
  const dates = instants(AS_OF)
  return {
    subjects: all.filter((tag) => !tag.startsWith(CHANGES_AT) && !tag.startsWith(AS_OF)),
    changesAt: changes.length ? Math.min(...changes) : null,
    asOf: dates.length ? Math.max(...dates) : null,
  }
}

/** The value of a query with the tags that a page which shows it must have. */
export interface Tagged<T> {
  value: T
  tags: string[]
}
