import type { Month } from '@/lib/sitemaps/months'

export const LISTED_KINDS = ['sections', 'topics', 'authors', 'timelines', 'pages', 'archive'] as const
export type ListedKind = (typeof LISTED_KINDS)[number]

/** The content of a sitemap: the stories of a month, or one kind of other pages. */
export type SitemapSubject = { kind: 'stories'; month: Month } | { kind: ListedKind }

/** One file of a sitemap; parts count from 1. */
export type SitemapFile = SitemapSubject & { part: number }

/** `/sitemaps/stories-2026-11.xml`, `/sitemaps/topics.xml`; the second file of each ends in `-2.xml`. */
export function sitemapFilePath(file: SitemapFile): string {
  const name = file.kind === 'stories' ? `stories-${file.month}` : file.kind
  return `/sitemaps/${name}${file.part > 1 ? `-${file.part}` : ''}.xml`
}

/** The file with this path, which may not exist; null for a path of another form. */
export function parseSitemapFilePath(path: string): SitemapFile | null {
  const match =
    /^\/sitemaps\/(?:stories-(\d{4}-(?:0[1-9]|1[0-2]))|(sections|topics|authors|timelines|pages|archive))(?:-(\d{1,5}))?\.xml$/.exec(
      path,
    )
  if (!match) return null
  const [, month, kind, number] = match
  const part = number === undefined ? 1 : Number(number)
  // Each file has one address: the first has no number, and the others have no leading zeros.
  if (number !== undefined && (part < 2 || String(part) !== number)) return null
  return month === undefined ? { kind: kind as ListedKind, part } : { kind: 'stories', month, part }
}
