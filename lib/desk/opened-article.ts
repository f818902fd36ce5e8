import type { ArticleState } from '@/lib/article/article'
import type { ArticleAction } from '@/lib/desk/article-action'
import type { SavedManuscript } from '@/lib/desk/saved-manuscript'

/** An article as it stands open at the desk. Instants are milliseconds since 1970. */
export interface OpenedArticle extends SavedManuscript {
  id: number
  state: ArticleState
  /** Who began it at the desk; null when it came from elsewhere, or the account is gone. */
  ownerName: string | null
  /** Where readers find it, or will; null while it has no section. */
  path: string | null
  /** In the future while scheduled; null until either. */
  publishedAt: number | null
  updatedAt: number | null
  /** In the future while only an end is set. */
  withdrawnAt: number | null
  withdrawalReason: string
  embargoUntil: number | null
  /** When the draft was thrown away; null while it stands. */
  deletedAt: number | null
  /** Whether the text differs from what readers have, or will have at the scheduled time. */
  hasUnpublishedChanges: boolean
  /** The last scheduled change of state, when it was noticed late. */
  late: { event: 'published' | 'withdrawn'; seconds: number } | null
  can: Record<ArticleAction, boolean>
}
