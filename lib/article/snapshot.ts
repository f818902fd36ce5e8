import type { ArticleState } from '@/lib/article/article'
import type { Manuscript } from '@/lib/article/manuscript'

/** What an article was at one version: everything an editor can change. */
export interface ArticleSnapshot extends Manuscript {
  state: ArticleState
  publishedAt: number | null
  updatedAt: number | null
  withdrawnAt: number | null
  withdrawalReason: string
}
