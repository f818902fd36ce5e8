/**
 * How a story has a picture: planned, in a text that readers do not have yet; published, in one that they have;
 * withdrawn, in one that they had.
 */
export const USE_STATES = ['planned', 'published', 'withdrawn'] as const
export type UseState = (typeof USE_STATES)[number]

/** What the history of a picture tells. */
export const PICTURE_EVENT_KINDS = ['planned', 'published', 'removed', 'replaced'] as const
export type PictureEventKind = (typeof PICTURE_EVENT_KINDS)[number]

/** Somebody who plans a picture and takes it out again so soon leaves no trace in its history. */
export const TRIED_WITHIN_MS = 10 * 60_000

/** What the history tells when a story that had a picture in one state has it in another; null stands for not at all. */
export function eventBetween(before: UseState | null, after: UseState | null): PictureEventKind | null {
  if (before === after) return null
  switch (after) {
    case 'published':
      return 'published'
    case 'planned':
      // A withdrawn story that becomes a draft again shows nothing new.
      return before === 'published' ? 'removed' : 'planned'
    case 'withdrawn':
    case null:
      return before === 'withdrawn' ? null : 'removed'
  }
}
