import type { Manuscript } from '@/lib/article/manuscript'

/** One thing about a story that an editor is told before it goes before readers. */
export interface Remark {
  code: string
  message: string
  /** The element that it concerns; left out when it concerns none. */
  elementId?: string
  /** The field of the manuscript that it concerns. */
  field?: keyof Manuscript
}

/** What keeps a story from readers, and what would make it better. */
export interface Checklist {
  blockers: Remark[]
  advice: Remark[]
}
