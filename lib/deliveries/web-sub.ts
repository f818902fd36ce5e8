import { FEED_FORMATS, feedPath } from '@/lib/addresses/document-paths'
import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import type { OutgoingRequest } from '@/lib/deliveries/delivery'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import type { WebSubTerms } from '@/lib/deliveries/receiver'

/** The feeds that `events` changed, each once: of the site, and of every list a story stands or stood in. */
export function changedFeeds(events: OutboxEvent[], siteUrl: string): string[] {
  const lists = events.flatMap(({ article: { lists } }) => [
    '/',
    ...lists.sections.map((slug) => sectionPath(slug)),
    ...lists.topics.map((slug) => topicPath(slug)),
    ...lists.authors.map((slug) => authorPath(slug)),
  ])
  return [...new Set(lists)].flatMap((list) => feedsOf(list, siteUrl))
}

/** The feeds of the list at `path`, in every format. */
export function feedsOf(path: string, siteUrl: string): string[] {
  return FEED_FORMATS.map((format) => siteUrl + feedPath(path, format))
}

/**
 * The request that notifies a hub of changed feeds. WebSub (section 7) leaves its form to the hub; this is the one
 * that public hubs take: a form with `hub.mode=publish` and one `hub.url` a feed.
 */
export function webSubRequest(feeds: string[], { address }: WebSubTerms): OutgoingRequest {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const feed of feeds) form.append('hub.url', feed)
  return {
    method: 'POST',
    url: address,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}
