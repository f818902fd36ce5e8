/** What a timeline had, and what another one lacked, when the first was merged into the second. Instants are epoch milliseconds. */
export interface BeforeMerge {
  /** The row of the one that is gone. */
  timeline: {
    id: number
    slug: string
    name: string
    introduction: string
    language: string
    leadId: number | null
    createdAt: number
    /** null for the site itself. */
    createdBy: string | null
  }
  /** Its stories; who added them is null for the site itself. */
  stories: { articleId: number; addedAt: number; addedBy: string | null }[]
  /** The stories that were kept out of it. */
  removals: Removal[]
  /** Those of them that have been kept out of the other one since the merge. */
  barred: number[]
  /** Its stories that had been kept out of the other one. */
  unbarred: Removal[]
  /** Whether the other one had no introduction and took its. */
  hasGivenIntroduction: boolean
  /** The addresses that led to it. */
  formerPaths: string[]
}

/** A story that the site never puts into a timeline. */
export interface Removal {
  articleId: number
  removedAt: number
  removedBy: string
}

/** What undoing a merge came to. */
export interface UndoneMerge {
  /** The timeline that came back, and its path. */
  id: number
  path: string
  /** How many of its stories went back into it. */
  stories: number
  /** The headlines of those that somebody took out or moved since the merge: they stay where they are. */
  leftOut: string[]
  /** Whether another timeline has its former address by now, so that it got another one. */
  hasNewAddress: boolean
  /** Whether the other timeline keeps the introduction that it took, because somebody has changed it since. */
  keepsIntroduction: boolean
}
