import type { ArticleState } from '@/lib/article/article'
import type { Manuscript } from '@/lib/article/manuscript'

/** What an article was at one version: everything an editor can change. Instants are milliseconds since 1970. */
export interface ArticleSnapshot extends Manuscript, Lifecycle {}

/** Where an article stands between its first word and its withdrawal. */
export interface Lifecycle {
  state: ArticleState
  /** In the future while scheduled; null until either. */
  publishedAt: number | null
  /** The last update or correction that readers were told of; null when there was none. */
  updatedAt: number | null
  /** In the future while only an end is set; null without one. */
  withdrawnAt: number | null
  /** Words for the reader; empty for none. */
  withdrawalReason: string
}

/** An article that has just been begun. */
export const NEW_DRAFT: Lifecycle = {
  state: 'draft',
  publishedAt: null,
  updatedAt: null,
  withdrawnAt: null,
  withdrawalReason: '',
}
