/** Stories on one page of a section, a topic or an author, and corrections on one of theirs. */
export const PER_PAGE = 30

/** How many pages a list of `total` things has; an empty one still has its first. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE))
}
