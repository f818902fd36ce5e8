import type { ArticleState } from '@/lib/article/article'

/** An article as a row of the desk's list. */
export interface ListedArticle {
  id: number
  /** Counts saves, for actions that must not pass over somebody else's. */
  version: number
  /** As it stands at the instant of the list: a due story is published. */
  state: ArticleState
  headline: string
  kicker: string
  /** BCP 47 tag. */
  language: string
  /** The section's name; null until one is chosen. */
  section: string | null
  /** The names under the headline, in their printed order. */
  bylines: string[]
  /** First publication, in the future while scheduled; null until either. */
  publishedAt: Date | null
  /** When it was withdrawn, or will be; null while no end is set. */
  withdrawnAt: Date | null
  savedAt: Date
  /** null when nobody is known to have saved it. */
  savedBy: string | null
  /** Whether something was written into it that readers have not been given. */
  hasUnpublishedChanges: boolean
  /** By how much its last scheduled change was noticed late within a day, or is by now; null when in time. */
  late: { event: 'published' | 'withdrawn'; seconds: number } | null
  /** null unless it was thrown away. */
  deletedAt: Date | null
  /** null when it was not begun at the desk. */
  ownerId: string | null
  /** Who was given the story to write; null for nobody. */
  assignee: { id: string; name: string } | null
  /** When its text has to be done; null without a deadline. */
  deadline: Date | null
}
