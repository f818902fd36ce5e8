import { type FeedFormat, feedPath, SECURITY, SITEMAP } from '@/lib/addresses/document-paths'

/** Where programs and people look for a feed on any site, below a list or at the top. */
const FEEDS: Readonly<Record<string, FeedFormat>> = {
  feed: 'rss.xml',
  feeds: 'rss.xml',
  'feed/rss': 'rss.xml',
  'feed/rss2': 'rss.xml',
  'feed/atom': 'atom.xml',
  'feed/json': 'feed.json',
  rss: 'rss.xml',
  rss2: 'rss.xml',
  atom: 'atom.xml',
}

/** Documents that other systems have elsewhere. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  // Before RFC 9116 the file stood at the top, and programs still look there.
  '/security.txt': SECURITY,
  '/sitemap_index.xml': SITEMAP,
  '/sitemap-index.xml': SITEMAP,
}

/**
 * The address of the paper that stands for one that clients expect of any site: `/feed`, `/rss` and `/atom`, also below
 * a list, page 1 of a list, and documents by another name. null for any other path. What it names may not exist.
 */
export function expectedAddress(path: string): string | null {
  const document = DOCUMENTS[path]
  if (document) return document
  const firstPage = /^(.*)\/page\/1$/.exec(path)
  if (firstPage) return firstPage[1] || '/'
  for (const [name, format] of Object.entries(FEEDS)) {
    if (path.endsWith(`/${name}`)) return feedPath(path.slice(0, -name.length - 1) || '/', format)
  }
  return null
}
