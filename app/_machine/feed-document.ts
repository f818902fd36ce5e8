import { notFound } from 'next/navigation'
import { machineDocument } from '@/app/_machine/machine-document'
import { type FeedSubject, readFeed } from '@/app/reads'
import type { FeedFormat } from '@/lib/addresses/document-paths'
import { decodeSegment } from '@/lib/addresses/paths'
import { atom } from '@/lib/feeds/atom'
import type { Feed } from '@/lib/feeds/feed'
import { jsonFeed } from '@/lib/feeds/json-feed'
import { rss } from '@/lib/feeds/rss'

interface Writer {
  contentType: string
  write: (feed: Feed) => string
}

const WRITERS: Record<FeedFormat, Writer> = {
  'rss.xml': { contentType: 'application/rss+xml; charset=utf-8', write: rss },
  'atom.xml': { contentType: 'application/atom+xml; charset=utf-8', write: atom },
  'feed.json': { contentType: 'application/feed+json; charset=utf-8', write: jsonFeed },
}

/** The feed of a list; its name as it stands in the address. */
export async function feedDocument(format: FeedFormat, subject: FeedSubject): Promise<Response> {
  const named = subject.kind === 'paper' ? subject : { ...subject, slug: decodeSegment(subject.slug) ?? notFound() }
  const feed = (await readFeed(named)) ?? notFound()
  const { contentType, write } = WRITERS[format]
  return machineDocument(write(feed), {
    contentType,
    headers: {
      // WebSub, section 4: a reader learns from any answer which feed this is, and where to subscribe to it.
      Link: [`<${feed.addresses[format]}>; rel="self"`, ...feed.hubs.map((hub) => `<${hub}>; rel="hub"`)].join(', '),
      'Access-Control-Allow-Origin': '*',
    },
  })
}
