/** The number of stories on a page of a section, a topic or an author, and of corrections on a page of theirs. */
export const PER_PAGE = 30

/** The number of pages of a list of `total` items. An empty list has one page. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE))
}
