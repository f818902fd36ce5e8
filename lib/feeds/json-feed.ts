import type { Feed, FeedItem } from '@/lib/feeds/feed'
import { isoWithZone } from '@/lib/time/dates'

/** The feed as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  const { publisher, hubs } = feed
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.addresses['feed.json'],
    description: feed.description || undefined,
    icon: feed.icon,
    authors: [{ name: publisher.name, url: publisher.url }],
    language: feed.language,
    hubs: hubs.length ? hubs.map((url) => ({ type: 'WebSub', url })) : undefined,
    items: feed.items.map((item) => jsonItem(item, feed.timeZone)),
  })}\n`
}

function jsonItem(item: FeedItem, timeZone: string) {
  const { summary, html, authors, subjects } = item
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    // JSON Feed requires content, also when the feed has only summaries.
    ...(html === null ? { content_text: summary || item.title } : { content_html: html }),
    summary: summary || undefined,
    image: item.picture?.url,
    date_published: isoWithZone(item.published, timeZone),
    date_modified: isoWithZone(item.modified, timeZone),
    authors: authors.length ? authors.map(({ name, url }) => ({ name, url: url ?? undefined })) : undefined,
    tags: subjects.length ? subjects : undefined,
    language: item.language,
  }
}
