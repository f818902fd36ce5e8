/** A timeline as its page shows it: the stories of one event, which readers know as “Story so far”. */
export interface Timeline {
  id: number
  slug: string
  name: string
  /** Plain text with lines; empty without one. */
  introduction: string
  /** BCP 47 tag of its stories. */
  language: string
  /** The story that stands first, whatever its date; null for none. */
  leadId: number | null
}

/** What a story shows of the timeline it is in. */
export interface StorySoFar {
  id: number
  slug: string
  name: string
  path: string
  /** How many of its stories readers have. */
  stories: number
}

/** A timeline that stories lead to. */
export interface ShownTimeline extends Timeline {
  /** How many of its stories readers have. */
  stories: number
}
