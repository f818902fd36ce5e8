import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/store/open'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'

/*
 * Stories have a number in the index by which they stand in the order of time, because an index of words is read fastest
 * in the order of its numbers: the newest matches come first, and a span of dates is a span of numbers. What readers may
 * see by its state has numbers above all others, so that a search of readers never looks at drafts.
 */

/** Seconds from the year 1 to 1970: numbers are positive for every date that a paper can have. */
const FROM_YEAR_ONE = 62_135_596_800
/** Above the seconds of the year 9999. */
const OUT = 2 ** 39

/** By how many seconds a number may be ahead of the story's own second, because others had that already. */
const CROWDED_SECONDS = 3600

const LOOKED_AT = 100

export interface Dated {
  state: string
  /** In ms since 1970; null before it is scheduled or published. */
  publishedAt: number | null
  createdAt: number
}

/** Numbers from `first` up to and with `last`. */
export interface NumberSpan {
  first: number
  last: number
}

/** The number that the story would have if no other had it. */
export function ownNumber({ state, publishedAt, createdAt }: Dated): number {
  const isOut = publishedAt !== null && (STATES_PUBLIC_WHEN_DUE as readonly string[]).includes(state)
  const second = Math.floor((publishedAt ?? createdAt) / 1000) + FROM_YEAR_ONE
  return Math.min(Math.max(second, 1), OUT - 1) + (isOut ? OUT : 0)
}

/** The first number from the story's own one on that no story has. */
export async function freeNumber(tx: Transaction, dated: Dated): Promise<number> {
  const own = ownNumber(dated)
  const taken = await tx.all<{ number: number }>(
    sql`select number from search_documents where number >= ${own} order by number limit ${LOOKED_AT}`,
  )
  for (const [place, { number }] of taken.entries()) if (number !== own + place) return own + place
  if (taken.length < LOOKED_AT) return own + taken.length
  // An archive that was imported with one date for all: its stories stand in the order in which they came.
  const [last] = await tx.all<{ number: number }>(
    sql`select max(number) as number from search_documents where number < ${own + 2 ** 30}`,
  )
  return (last?.number ?? own) + 1
}

/** Where the stories are that were published from `from` on and before `until`, as far as their states say so. */
export function publishedSpan({ from, until }: { from?: Date | undefined; until?: Date | undefined }): NumberSpan {
  const numberAt = (date: Date) => OUT + Math.floor(date.getTime() / 1000) + FROM_YEAR_ONE
  return {
    first: from === undefined ? OUT : numberAt(from),
    last: until === undefined ? 2 * OUT : numberAt(until) + CROWDED_SECONDS,
  }
}

/** The stories that are not out: drafts, stories in review, withdrawn ones. */
export const NOT_OUT: NumberSpan = { first: 0, last: OUT - 1 }

/** Those that are out, or will be by time alone. */
export const ALL_OUT: NumberSpan = { first: OUT, last: 2 * OUT }

/** Every story, published or not. */
export const ALL_STORIES: NumberSpan = { first: 0, last: 2 * OUT }
