import type { ArticleState } from '@/lib/article/article'
import type { Manuscript } from '@/lib/article/manuscript'

/** An article at one version: everything that an editor can change. Instants are milliseconds since 1970. */
export interface ArticleSnapshot extends Manuscript, Lifecycle {}

/** The state and the instants of an article. */
export interface Lifecycle {
  state: ArticleState
  /** In the future while scheduled; null before it is scheduled or published. */
  publishedAt: number | null
  /** The last update or correction that is announced to readers; null when there was none. */
  updatedAt: number | null
  /** In the future while the article has an end; null without an end or a withdrawal. */
  withdrawnAt: number | null
  /** The reason for readers; empty for none. */
  withdrawalReason: string
}

/** The state and the instants of a new draft. */
export const NEW_DRAFT: Lifecycle = {
  state: 'draft',
  publishedAt: null,
  updatedAt: null,
  withdrawnAt: null,
  withdrawalReason: '',
}
