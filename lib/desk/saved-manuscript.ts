import type { Manuscript } from '@/lib/article/manuscript'
import type { OpenConflict } from '@/lib/desk/open-conflict'

/** What the store answers to a save: the text under work as it is now, with what others wrote meanwhile in it. */
export interface SavedManuscript {
  version: number
  manuscript: Manuscript
  /** Milliseconds since 1970. */
  savedAt: number
  savedBy: string
  conflicts: OpenConflict[]
}
