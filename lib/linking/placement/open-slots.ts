/** What becomes of the open slots of a story when it is published: they are left open, or the site fills them. */
export const OPEN_SLOTS = ['left', 'filled'] as const

export type OpenSlots = (typeof OPEN_SLOTS)[number]
