/** The instants of a public article, as they are published. */
export interface ArticleDates {
  /** The first publication; it never changes. */
  published: Date
  /** The last update or correction that is announced to readers; null when there was none. */
  updated: Date | null
  /** The later of the two: what validators, sitemaps and search engines call modified. */
  modified: Date
}

/**
 * The dates of a public article, for its page, markup, sitemaps, feeds and social tags alike. An update at or before
 * the publication does not count.
 */
export function articleDates({ publishedAt, updatedAt }: { publishedAt: Date; updatedAt: Date | null }): ArticleDates {
  const updated = updatedAt && updatedAt > publishedAt ? updatedAt : null
  return { published: publishedAt, updated, modified: updated ?? publishedAt }
}
