/** What can happen to the public version of a story. */
export const OUTBOX_EVENTS = ['published', 'changed', 'corrected', 'withdrawn'] as const
export type OutboxEventName = (typeof OUTBOX_EVENTS)[number]

/** A change of the public version of a story, with everything that any kind of receiver needs. */
export interface OutboxEvent {
  /** Identifies the event for good, so that receivers can recognise repeats. */
  key: string
  event: OutboxEventName
  happenedAt: Date
  article: OutboxArticle
}

/** The story as it is after the event. */
export interface OutboxArticle {
  id: number
  version: number
  headline: string
  /** Path of the story, or of the notice that it was withdrawn. */
  path: string
  /** Its path before the event; null when it did not move. */
  formerPath: string | null
  section: { slug: string; name: string }
  publishedAt: Date | null
  /** Its last change; null when it was not changed since publication. */
  updatedAt: Date | null
  /** Slugs of everything that lists it, or listed it before the event. */
  lists: { sections: string[]; topics: string[]; authors: string[] }
}
