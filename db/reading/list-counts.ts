import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { DAY_MS } from '@/lib/time/durations'

/*
 * How many stories, or corrections, a list has in each span of 32 days, and the paper on each day. Triggers of the store
 * keep list_counts (db/migrations), so that nothing is counted one by one for a page.
 */

/** Days of UTC are counted from the first of January of the year 1, so that old papers have no negative ones. */
const YEAR_ONE_MS = 62_135_596_800_000
const SPAN_DAYS = 32
const SPAN_MS = SPAN_DAYS * DAY_MS

/** So many rows are skipped sooner than spans are summed up. */
const FEW_TO_SKIP = 300

/** The number of the span of `instant`, in ms since 1970. */
export function spanOf(instant: SQL): SQL {
  // Not as parameters: the driver passes large numbers as decimals, and the division would be one of decimals.
  return sql`(${instant} + ${sql.raw(String(YEAR_ONE_MS))}) / ${sql.raw(String(SPAN_MS))}`
}

/** How many rows a list has in all its spans; `ofList` says which rows of list_counts are the list. */
export function countedInSpans(ofList: SQL): SQL {
  return sql`(select coalesce(sum(stories), 0) from list_counts where ${ofList} and span_days = ${SPAN_DAYS})`
}

/** Where a page of a list, newest first, begins. */
export interface PageStart {
  /** Every row of the page is of this instant or before, in ms. */
  lastAt: number
  /** How many of the rows since then come before the page. */
  offset: number
}

/**
 * Where the page begins that has `offset` rows before it. Whole spans are skipped by their counts, so that a later page
 * costs what the first one does. `hidden` selects the span of each row that is counted and not shown; they are few.
 */
export function startOfPage(
  db: Reader,
  { ofList, hidden, offset }: { ofList: SQL; hidden: SQL[]; offset: number },
): PageStart {
  const fromTheFirst = { lastAt: Number.MAX_SAFE_INTEGER, offset }
  if (offset <= FEW_TO_SKIP) return fromTheFirst
  const without = hidden.map((spans) => sql` union all select *, -1 from (${spans})`)
  const [row] = db.all<{ span: number; before: number }>(sql`
    select span, through - stories as before from (
      select span, stories, sum(stories) over (order by span desc) as through from (
        select span, sum(stories) as stories from (
          select span, stories from list_counts where ${ofList} and span_days = ${SPAN_DAYS}${sql.join(without)}
        ) group by span
      )
    ) where through > ${offset} order by span desc limit 1`)
  if (!row) return fromTheFirst
  return { lastAt: (row.span + 1) * SPAN_MS - YEAR_ONE_MS - 1, offset: offset - row.before }
}

/** The whole days of UTC from `from` to `to`, as list_counts numbers them, with the instants at their ends; `end` is the day after the last. */
export function wholeDays({ from, to }: { from: Date; to: Date }) {
  const first = Math.ceil((from.getTime() + YEAR_ONE_MS) / DAY_MS)
  const end = Math.floor((to.getTime() + YEAR_ONE_MS) / DAY_MS)
  return { first, end, firstAt: first * DAY_MS - YEAR_ONE_MS, endAt: end * DAY_MS - YEAR_ONE_MS }
}
