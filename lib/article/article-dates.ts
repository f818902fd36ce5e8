/** The instants of a public article, as they are published. */
export interface ArticleDates {
  /** The first publication; it never moves. */
  published: Date
  /** The last update or correction that readers were told about; null when there was none. */
  updated: Date | null
  /** The later of the two: what validators, sitemaps and search engines call modified. */
  modified: Date
}

/**
 * The one truth about an article's dates, for its page, markup, sitemaps, feeds and social tags. An update that would
 * stand before the publication, or at it, is none.
 */
export function articleDates({ publishedAt, updatedAt }: { publishedAt: Date; updatedAt: Date | null }): ArticleDates {
  const updated = updatedAt && updatedAt > publishedAt ? updatedAt : null
  return { published: publishedAt, updated, modified: updated ?? publishedAt }
}
