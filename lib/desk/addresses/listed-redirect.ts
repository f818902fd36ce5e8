import type { ArticleState } from '@/lib/article/article'

/** A redirect as the desk lists it. */
export interface ListedRedirect {
  from: string
  /** The page at which readers arrive; null while there is none, since its story is not public. */
  leadsTo: string | null
  /** The story it leads to wherever that stands; null when it leads to a path. */
  story: { id: number; headline: string; state: ArticleState; language: string } | null
  madeAt: Date
  /** Whether the paper made it by itself, for a list that was renamed or lost a page: such a one stays. */
  isKept: boolean
}
