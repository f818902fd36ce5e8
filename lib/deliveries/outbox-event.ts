/** What can happen to what readers get of a story. */
export const OUTBOX_EVENTS = ['published', 'changed', 'corrected', 'withdrawn'] as const
export type OutboxEventName = (typeof OUTBOX_EVENTS)[number]

/** Something that happened to a story, with all that any receiver may be told about it. */
export interface OutboxEvent {
  /** Names the event for ever: by it a receiver knows what it has had. */
  key: string
  event: OutboxEventName
  happenedAt: Date
  article: OutboxArticle
}

/** The story as the event left it. */
export interface OutboxArticle {
  id: number
  version: number
  headline: string
  /** Where readers find it, or its notice. */
  path: string
  /** Where they found it before the event; null when it did not move. */
  formerPath: string | null
  section: { slug: string; name: string }
  publishedAt: Date | null
  /** null when nothing was changed since. */
  updatedAt: Date | null
  /** Slugs of everything that lists it, or listed it before the event. */
  lists: { sections: string[]; topics: string[]; authors: string[] }
}
