import type { Feed, FeedItem } from '@/lib/feeds/feed'
import { MEDIA_RSS, mediaContent } from '@/lib/feeds/media-content'
import { element, type Xml, xmlDocument } from '@/lib/markup/xml'
import { isoWithZone } from '@/lib/time/dates'

/** The `updated` of an empty feed: Atom requires an instant, and it must not depend on the clock. */
const UPDATED_WHEN_EMPTY = new Date(0)

/**
 * The feed in Atom 1.0 (RFC 4287); updates and corrections move `updated` of an entry, nothing moves its `id`. A story
 * that was withdrawn leaves a tombstone (RFC 6721), so that whoever follows the feed can delete their copy.
 */
export function atom(feed: Feed): string {
  const { publisher, timeZone } = feed
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        'xmlns:media': MEDIA_RSS,
        'xml:lang': feed.language,
      },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      feed.description ? element('subtitle', {}, feed.description) : null,
      element('updated', {}, isoWithZone(feed.modified ?? UPDATED_WHEN_EMPTY, timeZone)),
      // Applies to every story without a byline.
      element('author', {}, element('name', {}, publisher.name), element('uri', {}, publisher.url)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.addresses['atom.xml'] }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      feed.hubs.map((href) => element('link', { rel: 'hub', href })),
      element('icon', {}, feed.icon),
      feed.logo ? element('logo', {}, feed.logo) : null,
      publisher.legalName ? element('rights', {}, `© ${publisher.legalName}`) : null,
      feed.withdrawn.map(({ id, at, reason }) =>
        element(
          'at:deleted-entry',
          { ref: id, when: isoWithZone(at, timeZone) },
          reason ? element('at:comment', {}, reason) : null,
        ),
      ),
      feed.items.map((item) => atomEntry(item, timeZone)),
    ),
  )
}

function atomEntry(item: FeedItem, timeZone: string): Xml {
  const { language, authors, subjects, summary, html, picture } = item
  return element(
    'entry',
    { 'xml:lang': language },
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: item.url }),
    element('published', {}, isoWithZone(item.published, timeZone)),
    element('updated', {}, isoWithZone(item.modified, timeZone)),
    authors.map(({ name, url }) =>
      element('author', {}, element('name', {}, name), url === null ? null : element('uri', {}, url)),
    ),
    subjects.map((term) => element('category', { term })),
    // RFC 4287, 4.1.2: an entry without content should have a summary.
    summary || html === null ? element('summary', {}, summary) : null,
    html === null ? null : element('content', { type: 'html', 'xml:lang': language }, html),
    picture && mediaContent(picture),
  )
}
