import type { Feed, FeedItem } from '@/lib/feeds/feed'
import { element, type Xml, xmlDocument } from '@/lib/markup/xml'
import { isoWithZone } from '@/lib/time/dates'

/** When a feed in which nothing has happened yet was last updated; Atom wants an instant, and the clock is none. */
const NEVER = new Date(0)

/** The feed in Atom 1.0 (RFC 4287); updates and corrections move `updated` of an entry, nothing moves its `id`. */
export function atom(feed: Feed): string {
  const { publisher, timeZone } = feed
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      feed.description ? element('subtitle', {}, feed.description) : null,
      element('updated', {}, isoWithZone(feed.modified ?? NEVER, timeZone)),
      // Stands for every story without a byline.
      element('author', {}, element('name', {}, publisher.name), element('uri', {}, publisher.url)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.addresses['atom.xml'] }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      feed.hubs.map((href) => element('link', { rel: 'hub', href })),
      element('icon', {}, feed.icon),
      publisher.legalName ? element('rights', {}, `© ${publisher.legalName}`) : null,
      feed.items.map((item) => atomEntry(item, timeZone)),
    ),
  )
}

function atomEntry(item: FeedItem, timeZone: string): Xml {
  const { language, authors, subjects, summary, html } = item
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
    // Without content an entry must have words of some kind.
    summary || html === null ? element('summary', {}, summary) : null,
    html === null ? null : element('content', { type: 'html', 'xml:lang': language }, html),
  )
}
