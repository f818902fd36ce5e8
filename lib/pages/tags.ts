/**
 * The names by which a page says what it showed, and a write says what it changed.
 * Three depths of one article, so that a change drops the pages that show it and few others:
 */
export const tags = {
  /** Anything that the article's own page shows. */
  article: (id: number) => `article:${id}`,
  /** What a teaser shows: standfirst, kicker, kind, bylines, instant; and everything a link shows. */
  teaser: (id: number) => `teaser:${id}`,
  /** What a link shows: headline, path, language, picture, and whether the article is public at all. */
  link: (id: number) => `link:${id}`,
  /** Name, slug, description and place of a section. */
  section: (id: number) => `section:${id}`,
  topic: (id: number) => `topic:${id}`,
  author: (id: number) => `author:${id}`,
  media: (id: number) => `media:${id}`,
  /** Which versions in other languages the story has whose original this is. */
  translations: (id: number) => `translations:${id}`,
  /** Which articles a list holds, and in which order. */
  latest: 'list:latest',
  /** Which stories are news and may be listed, and what links to them show. */
  news: 'list:news',
  sectionList: (id: number) => `list:section:${id}`,
  topicList: (id: number) => `list:topic:${id}`,
  authorList: (id: number) => `list:author:${id}`,
  correctionsList: 'list:corrections',
  /** What was published in a section before some story: moves only when an older story comes, goes or moves. */
  earlierInSection: (id: number) => `earlier:section:${id}`,
  placements: 'placements',
  /** The paper's name, language, zone, and the tree of sections in its masthead. */
  site: 'site',
  standingPage: (slug: string) => `page:${slug}`,
  /** Which hubs are told of the feeds: every feed names them. */
  hubs: 'hubs',
  /** By which keys search engines know the site. */
  indexNowKeys: 'indexnow-keys',
  /** Whether there are caches in front that are told what went stale: decides what all answers allow caches. */
  purging: 'purging',
  /** Sent with every answer that a cache may keep, so that one purge empties it; no page is made with it. */
  everything: 'everything',
  /** What stands at a path: moves when a list gives the address up, and says for ever that one did. */
  address: (path: string) => `address:${path}`,
  /** The page tells that its article was withdrawn; the server answers 410. */
  gone: 'gone',
} as const

const CHANGES_AT = 'changes-at:'
const AS_OF = 'as-of:'

/** Says that what a page shows changes by time alone at `instant`. */
export function changesAtTag(instant: Date): string {
  return `${CHANGES_AT}${instant.getTime()}`
}

/** Says that the newest thing a page shows is from `instant`. */
export function asOfTag(instant: Date): string {
  return `${AS_OF}${instant.getTime()}`
}

export interface PageTags {
  /** What the page showed; expires with any of these. */
  subjects: string[]
  /** The first instant at which the page is wrong by time alone, in ms; null when it never is. */
  changesAt: number | null
  /** The newest instant among the things shown, in ms; null when the page shows nothing dated. */
  asOf: number | null
}

/** The tags of a finished page, sorted by what they say. */
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

/** An answer from the store together with everything a page that shows it must be tagged with. */
export interface Tagged<T> {
  value: T
  tags: string[]
}
