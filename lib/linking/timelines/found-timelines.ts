/** What becomes of a timeline that the site finds: it waits for an editor, or readers have it at once. */
export const FOUND_TIMELINES = ['proposed', 'published'] as const

export type FoundTimelines = (typeof FOUND_TIMELINES)[number]
