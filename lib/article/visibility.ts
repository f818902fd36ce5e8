import type { ArticleState } from '@/lib/article/article'

/** States in which an article is public from `publishedAt` on, until `withdrawnAt`. */
export const PUBLISHABLE_STATES = ['published', 'scheduled'] as const satisfies ArticleState[]

/** What decides whether readers see an article. Instants are milliseconds since 1970, or dates. */
export interface Timed {
  state: ArticleState
  /** The first publication; in the future while scheduled. */
  publishedAt: Date | number | null
  /** In the future while only an end is set; null without one. */
  withdrawnAt: Date | number | null
}

/**
 * What readers see of an article at one instant: its page, nothing yet (it becomes public by time alone), a notice
 * that it was withdrawn, or nothing.
 */
export type Visibility = 'public' | 'expected' | 'withdrawn' | 'hidden'

/**
 * The state of an article at `now`, also when its row does not say so yet: a scheduled one is published at
 * `publishedAt`, and one with an end is withdrawn at `withdrawnAt`, unless it never was public.
 * db/reading/visibility.ts says the same in SQL.
 */
export function stateAt({ state, publishedAt, withdrawnAt }: Timed, now: Date): ArticleState {
  if (state !== 'published' && state !== 'scheduled') return state
  if (!isReached(publishedAt, now)) return 'scheduled'
  return isReached(withdrawnAt, now) ? 'withdrawn' : 'published'
}

/** What readers see of an article at `now`; null stands for an article that does not exist. */
export function visibilityAt(article: Timed | null, now: Date): Visibility {
  if (!article) return 'hidden'
  const state = stateAt(article, now)
  switch (state) {
    case 'draft':
    case 'in-review':
      return 'hidden'
    case 'scheduled':
      return 'expected'
    case 'published':
      return 'public'
    case 'withdrawn':
      return 'withdrawn'
  }
}

function isReached(instant: Date | number | null, now: Date): boolean {
  return instant !== null && Number(instant) <= now.getTime()
}
