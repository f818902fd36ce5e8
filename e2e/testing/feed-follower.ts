import { parseFeed } from '@rowanmanning/feed-parser'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { Paper } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'
import { type FeedFormat, parseFeedPath } from '@/lib/addresses/document-paths'
import { atomProblems } from '@/lib/testing/feed-rules/atom-rules'
import { jsonFeedProblems, type ParsedJsonFeed } from '@/lib/testing/feed-rules/json-feed-rules'
import { rssProblems } from '@/lib/testing/feed-rules/rss-rules'

/** A story as a feed reader shows it. */
export interface Followed {
  id: string
  url: string
  title: string
  published: string
  updated: string
  content: string
}

/** The problems of a response in the format that its path names. */
export async function feedProblems({ url, body }: SiteResponse): Promise<string[]> {
  return PROBLEMS[formatOf(url)](body)
}

const PROBLEMS: Record<FeedFormat, (body: string) => string[] | Promise<string[]>> = {
  'rss.xml': rssProblems,
  'atom.xml': atomProblems,
  'feed.json': jsonFeedProblems,
}

/** The stories in a feed, in its order. */
export function storiesIn({ url, body }: SiteResponse): Followed[] {
  return formatOf(url) === 'feed.json' ? inJson(body) : inXml(body)
}

/** The largest number of stories in a feed. */
const FULL = 50

/** Requests one feed repeatedly and returns the stories that are new, changed or gone. */
export class Follower {
  #entries = new Map<string, Followed>()
  /** How often each story was new, by id. */
  readonly met = new Map<string, number>()

  constructor(
    readonly paper: Paper,
    public path: string,
  ) {}

  async look(): Promise<{ added: Followed[]; changed: Followed[]; gone: Followed[] }> {
    let answer = await fetchFrom(this.paper, this.path)
    if (answer.status === 308 && answer.location) {
      this.path = answer.location
      answer = await fetchFrom(this.paper, this.path)
    }
    if (answer.status !== 200) throw new Error(`${this.path} answered ${answer.status}`)
    const stories = storiesIn(answer)
    const added = stories.filter(({ id }) => !this.#entries.has(id))
    const changed = stories.filter((story) => {
      const before = this.#entries.get(story.id)
      return before && JSON.stringify(before) !== JSON.stringify(story)
    })
    const now = new Map(stories.map((story) => [story.id, story]))
    const gone = [...this.#entries.values()].filter(({ id }) => !now.has(id))
    // A full feed drops its last story when another is added, and shows it again when there is room.
    const last = stories.length === FULL ? stories.at(-1) : null
    for (const story of added) if (story !== last) this.met.set(story.id, (this.met.get(story.id) ?? 0) + 1)
    this.#entries = now
    return { added, changed, gone }
  }
}

function inXml(body: string): Followed[] {
  // The parser does not read the update of an RSS item, so it is read here.
  const updates = DomUtils.getElementsByTagName('atom:updated', parseDocument(body, { xmlMode: true }))
  return parseFeed(body)
    .toJSON()
    .items.map(({ id, url, title, published, updated, content }, place) => ({
      id: id ?? '',
      url: url ?? '',
      title: title ?? '',
      content: content ?? '',
      published: published ?? '',
      updated: updates[place] ? new Date(DomUtils.textContent(updates[place])).toISOString() : (updated ?? ''),
    }))
}

function inJson(body: string): Followed[] {
  return (JSON.parse(body) as ParsedJsonFeed).items.map(({ id, url, title, content_html, ...item }) => ({
    id,
    url,
    title,
    content: content_html ?? '',
    published: new Date(item.date_published).toISOString(),
    updated: new Date(item.date_modified).toISOString(),
  }))
}

function formatOf(url: string): FeedFormat {
  const feed = parseFeedPath(new URL(url).pathname)
  if (!feed) throw new Error(`${url} is no address of a feed`)
  return feed.format
}
