/** The two blocks of links whose clicks are counted. */
export const CLICKED_BLOCKS = ['also-read', 'related-news'] as const

/** Which link of a story's page was followed. */
export interface Click {
  block: (typeof CLICKED_BLOCKS)[number]
  /** Which of the blocks of links of the page, from 1. */
  place: number
  /** Which link of the block, from 1. */
  item: number
}

/** A text that is longer has more blocks than anybody reads; the last number stands for all further ones. */
const LAST_PLACE = 20
/** A list has no more links (lib/article/body.ts). */
const LAST_ITEM = 4

/** What the script of a page says of a click behind the path: "related-news 2 1"; null for anything else. */
export function parseClick(words: string): Click | null {
  const [, name, place, item] = /^([a-z-]+) ([1-9]\d{0,2}) ([1-4])$/.exec(words) ?? []
  const block = CLICKED_BLOCKS.find((one) => one === name)
  if (!block) return null
  return { block, place: Math.min(Number(place), LAST_PLACE), item: Math.min(Number(item), LAST_ITEM) }
}
