import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { Saver } from '@/lib/revisions/saver'

/** A save: what the article is to be, and who changes it, when and why. */
export interface ArticleSave extends SaveDetails {
  after: ArticleSnapshot
  /** Left out, the embargo stays as it is. */
  embargoUntil?: Date | null | undefined
}

/** Who saved, when and why. */
export interface SaveDetails {
  by: Saver
  now: Date
  /** The newsroom's verb: written, published, renamed, corrected … */
  reason: string
  /** What the editor said about it; left out or empty for nothing. */
  remark?: string | undefined
  /** Names a save from the writing page, so that one that arrives twice counts once; left out for verbs. */
  saveKey?: string | undefined
}
