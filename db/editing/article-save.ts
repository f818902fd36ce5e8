import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { Saver } from '@/lib/revisions/saver'

/** A save: the article as it will be, and who saves it, when and why. */
export interface ArticleSave extends SaveDetails {
  after: ArticleSnapshot
  /** null ends the embargo; when left out, it stays as it is. */
  embargoUntil?: Date | null | undefined
  /** The picture that took the place of those that the text no longer shows; left out when none did. */
  replacedPictureById?: number
}

/** Who saved, when and why. */
export interface SaveDetails {
  by: Saver
  now: Date
  /** The verb that makes the version: written, published, renamed, corrected … */
  reason: string
  /** The editor's remark; left out or empty for none. */
  remark?: string | undefined
  /** Identifies a save of the writing room, so that one that arrives twice counts once; left out for verbs. */
  saveKey?: string | undefined
}
