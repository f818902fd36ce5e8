import type { Feed, FeedItem } from '@/lib/feeds/feed'
import { MEDIA_RSS, mediaContent } from '@/lib/feeds/media-content'
import { element, type Xml, xmlDocument, xmlText } from '@/lib/markup/xml'
import { isoWithZone } from '@/lib/time/dates'

/** Time until a feed reader requests the feed again; short, because an unchanged feed is answered 304. */
const TTL_MINUTES = 5

/**
 * The feed in RSS 2.0 (rssboard.org), by the best practices of the RSS Advisory Board:
 * - guid is the permanent id of the story, not its address, so an item stays the same when the story moves;
 * - pubDate is the first publication; atom:updated of an item moves with updates and corrections;
 * - description is the standfirst, content:encoded the whole story, or the picture with the standfirst;
 * - a withdrawn story leaves the feed without a word, because RSS has none for it;
 * - there is no enclosure, because its required length is not known here; media:content names
 *   the picture.
 */
export function rss(feed: Feed): string {
  const { modified, hubs, publisher } = feed
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': MEDIA_RSS,
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.home),
        // RSS requires a description: a list without one has its name.
        element('description', {}, feed.description || feed.title),
        element('language', {}, feed.language),
        publisher.legalName ? element('copyright', {}, `© ${publisher.legalName}`) : null,
        modified ? element('lastBuildDate', {}, rfc822(modified)) : null,
        element('ttl', {}, String(TTL_MINUTES)),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.addresses['rss.xml'] }),
        hubs.map((href) => element('atom:link', { rel: 'hub', href })),
        feed.items.map((item) => rssItem(item, feed)),
      ),
    ),
  )
}

function rssItem(item: FeedItem, { timeZone }: Feed): Xml {
  const { title, url, id, summary, html, authors, subjects, published, modified, picture } = item
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, rfc822(published)),
    element('atom:updated', {}, isoWithZone(modified, timeZone)),
    authors.map(({ name }) => element('dc:creator', {}, name)),
    element('dc:language', {}, item.language),
    subjects.map((subject) => element('category', {}, subject)),
    // Feed readers parse it as HTML, so plain text is escaped twice.
    summary ? element('description', {}, xmlText(summary)) : null,
    html === null ? null : element('content:encoded', {}, html),
    picture && mediaContent(picture),
  )
}

/** "Mon, 23 Nov 2026 08:00:00 GMT" (RFC 822 with the year in four digits). */
function rfc822(instant: Date): string {
  return instant.toUTCString()
}
