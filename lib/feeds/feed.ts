import { FEED_FORMATS, type FeedFormat, feedPath } from '@/lib/addresses/document-paths'
import { authorPath } from '@/lib/addresses/paths'
import type { Article, Section } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { feedHtml, summaryHtml } from '@/lib/feeds/feed-html'
import { type FeedPicture, feedPicture } from '@/lib/feeds/feed-picture'
import { storyId } from '@/lib/feeds/story-id'
import { type Referenced, readerBody } from '@/lib/linking/reader-body'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { iconPath, logoPath } from '@/lib/pictures/paper-marks'

/** A public story with everything that its item in a feed needs. */
export interface FeedStory
  extends Pick<
    Article,
    | 'id'
    | 'headline'
    | 'standfirst'
    | 'body'
    | 'language'
    | 'dateline'
    | 'path'
    | 'topics'
    | 'bylines'
    | 'leadPicture'
    | 'corrections'
    | 'publishedAt'
    | 'updatedAt'
  > {
  createdAt: Date
  section: Section
}

/** A story that followers of a feed had, and that was withdrawn. */
export interface WithdrawnStory {
  id: number
  createdAt: Date
  withdrawnAt: Date
  /** What readers of its address are told; empty without a reason. */
  reason: string
}

/** The list of stories behind a feed. */
export interface FeedList {
  /** Identifies the feed independently of its name: `section-3`; `paper` for the whole paper. */
  key: string
  /** Name of the list; null for the whole paper. */
  name: string | null
  /** Empty without one. */
  description: string
  /** Path of its page. */
  path: string
}

/** A feed independent of its format; all addresses are absolute. */
export interface Feed {
  /** An IRI that stays the same when the list is renamed. */
  id: string
  title: string
  description: string
  /** BCP 47 tag of the paper; stories may have others. */
  language: string
  /** IANA zone of its instants. */
  timeZone: string
  home: string
  /** The feed itself, in each format. */
  addresses: Record<FeedFormat, string>
  /** WebSub hubs at which readers subscribe to changes. */
  hubs: string[]
  publisher: { name: string; url: string; legalName: string }
  icon: string
  /** The logo that an admin uploaded; null for none. */
  logo: string | null
  /** The last change of any of its items; null when it is empty. */
  modified: Date | null
  items: FeedItem[]
  /** Items that are no longer true to keep, the last withdrawn first. */
  withdrawn: { id: string; at: Date; reason: string }[]
}

export interface FeedItem {
  /** Never changes (lib/feeds/story-id.ts). */
  id: string
  url: string
  title: string
  /** Plain text; empty when the story has no standfirst. */
  summary: string
  /**
   * The whole story as HTML. When feeds have only summaries: the picture and the standfirst, for feed readers that look
   * for pictures in the text alone; null without a picture.
   */
  html: string | null
  language: string
  authors: { name: string; url: string | null }[]
  /** The section, then the topics, by name. */
  subjects: string[]
  published: Date
  /** The last update or correction, else the publication. */
  modified: Date
  picture: FeedPicture | null
}

interface Told {
  list: FeedList
  stories: FeedStory[]
  withdrawn: WithdrawnStory[]
  referenced: Referenced
  settings: SiteSettings
  hubs: string[]
  /** Public origin without a trailing slash. */
  siteUrl: string
}

/** The feed of a list that holds these stories, in their order. */
export function feedOf({ list, stories, withdrawn, referenced, settings, hubs, siteUrl }: Told): Feed {
  const items = stories.map((story) => feedItem(story, { referenced, settings, siteUrl }))
  const times = items.map(({ modified }) => modified.getTime())
  return {
    id: `${siteUrl}/#${list.key}`,
    title: list.name === null ? settings.name : `${list.name} – ${settings.name}`,
    description: list.description || settings.tagline,
    language: settings.language,
    timeZone: settings.timeZone,
    home: siteUrl + list.path,
    addresses: Object.fromEntries(
      FEED_FORMATS.map((format) => [format, siteUrl + feedPath(list.path, format)]),
    ) as Feed['addresses'],
    hubs,
    publisher: { name: settings.name, url: `${siteUrl}/`, legalName: settings.organisation.legalName },
    icon: siteUrl + (settings.marks?.icon ? iconPath(settings.marks.icon, 180) : '/apple-touch-icon.png'),
    logo: settings.marks?.logo ? siteUrl + logoPath(settings.marks.logo) : null,
    modified: times.length ? new Date(Math.max(...times)) : null,
    items,
    withdrawn: withdrawn.map((story) => ({ id: storyId(story), at: story.withdrawnAt, reason: story.reason })),
  }
}

function feedItem(
  story: FeedStory,
  { referenced, settings, siteUrl }: Pick<Told, 'referenced' | 'settings' | 'siteUrl'>,
): FeedItem {
  const { headline, standfirst, language, leadPicture } = story
  const { published, modified } = articleDates(story)
  return {
    id: storyId(story),
    url: siteUrl + story.path,
    title: headline,
    summary: standfirst,
    html:
      settings.distribution.feedText === 'full'
        ? feedHtml({ ...story, body: readerBody(story.body, story.id, referenced) }, { settings, siteUrl })
        : summaryHtml(story, { settings, siteUrl }),
    language,
    authors: story.bylines.map(({ name, authorSlug }) => ({
      name,
      url: authorSlug === null ? null : siteUrl + authorPath(authorSlug),
    })),
    subjects: [...new Set([story.section, ...story.topics].map(({ name }) => name))],
    published,
    modified,
    picture:
      leadPicture &&
      feedPicture({ picture: leadPicture, caption: leadPicture.caption, credit: leadPicture.credit }, siteUrl),
  }
}
