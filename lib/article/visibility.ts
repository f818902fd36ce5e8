import type { ArticleState } from '@/lib/article/article'

/** States in which an article is public from `publishedAt` on, until `withdrawnAt`. */
export const STATES_PUBLIC_WHEN_DUE = ['published', 'scheduled'] as const satisfies ArticleState[]

/** What decides whether readers see an article. Instants are milliseconds since 1970, or dates. */
export interface VisibilityFields {
  state: ArticleState
  /** The first publication; in the future while scheduled; null before either. */
  publishedAt: Date | number | null
  /** In the future while the article has an end; null without an end or a withdrawal. */
  withdrawnAt: Date | number | null
}

/**
 * What readers see of an article at one instant. `public`: its page. `scheduled`: nothing, until it becomes public by
 * time alone. `withdrawn`: a notice of the withdrawal. `hidden`: nothing.
 */
export type Visibility = 'public' | 'scheduled' | 'withdrawn' | 'hidden'

/**
 * The state of an article at `now`, also when its row has not been changed yet: a scheduled article is published at
 * `publishedAt`, and an article with an end is withdrawn at `withdrawnAt` if it was public.
 * db/reading/visibility.ts says the same in SQL. Neither looks at the embargo: no story under one is stored as public.
 */
export function stateAt({ state, publishedAt, withdrawnAt }: VisibilityFields, now: Date): ArticleState {
  if (state !== 'published' && state !== 'scheduled') return state
  if (!isReached(publishedAt, now)) return 'scheduled'
  return isReached(withdrawnAt, now) ? 'withdrawn' : 'published'
}

/** What readers see of an article at `now`; pass null for an article that does not exist. */
export function visibilityAt(article: VisibilityFields | null, now: Date): Visibility {
  if (!article) return 'hidden'
  const state = stateAt(article, now)
  switch (state) {
    case 'draft':
    case 'in-review':
      return 'hidden'
    case 'scheduled':
      return 'scheduled'
    case 'published':
      return 'public'
    case 'withdrawn':
      return 'withdrawn'
  }
}

function isReached(instant: Date | number | null, now: Date): boolean {
  return instant !== null && Number(instant) <= now.getTime()
}
