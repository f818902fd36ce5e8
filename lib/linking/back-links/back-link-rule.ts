/** What becomes of links from older stories to a new one: nothing, they wait for an editor, or the site places some of them. */
export const BACK_LINKS = ['off', 'proposed', 'filled'] as const

export type BackLinks = (typeof BACK_LINKS)[number]

/** The setting of the paper, and how many links the site places in a day at most where it places some. */
export interface BackLinkRule {
  backLinks: BackLinks
  backLinksPerDay: number
}

/** A paper changes no more of its old stories in a day without anybody looking at them. */
export const MAX_BACK_LINKS_PER_DAY = 200

export const BACK_LINKS_AT_FIRST: BackLinkRule = { backLinks: 'proposed', backLinksPerDay: 20 }
