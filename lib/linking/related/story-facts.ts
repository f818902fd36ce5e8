import { STORIES_IN_BLOCK } from '@/lib/linking/related/postings'
import { DAY_MS } from '@/lib/time/durations'

/** What ranking needs to know of every story, whether it is a candidate or not. */
export interface StoryFacts {
  /** The sum of its weighted counts of words; 0 for a story that is not indexed. */
  length: number
  /** The day of its publication, as `dayOf` counts. */
  day: number
}

/** Days from 1900 to 1970: sixteen bits hold the days up to 2079. */
const FROM_1900 = 25_567
const HIGHEST = 0xffff

/** Days from 1 January 1900 to `ms` since 1970; from 0 to 65,535, earlier and later days as these. */
export function dayOf(ms: number): number {
  return Math.min(HIGHEST, Math.max(0, Math.floor(ms / DAY_MS) + FROM_1900))
}

/** The facts of a block in which no story is indexed. */
export function emptyFacts(): Uint8Array {
  return new Uint8Array(STORIES_IN_BLOCK * 4)
}

/** Writes the facts of story `id` into those of its block. */
export function writeFacts(facts: Uint8Array, id: number, { length, day }: StoryFacts): void {
  const view = new DataView(facts.buffer, facts.byteOffset, facts.byteLength)
  const at = (id % STORIES_IN_BLOCK) * 4
  view.setUint16(at, Math.min(HIGHEST, length), true)
  view.setUint16(at + 2, day, true)
}

/** The facts of a block as numbers, two for each story: length, day. */
export function readFacts(facts: Uint8Array): Uint16Array {
  return new Uint16Array(facts.slice().buffer)
}
