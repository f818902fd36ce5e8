import { type SQL, sql } from 'drizzle-orm'
import { wholeDays } from '@/db/reading/list-counts'
import { isListedAt } from '@/db/reading/listed-stories'
import { earliest } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { tags } from '@/lib/pages/tags'
import { type CalendarSpan, kindOfSpan, SPAN_KINDS, spanAt, spanBounds } from '@/lib/time/calendar-spans'

/*
 * Which days, months and years of the paper have public stories, and how many. Days are those of the paper's zone; the
 * store counts days of UTC, so the stories between the two midnights are counted one by one.
 */

/** The nearest spans of the same kind with public stories; null where there is none. */
export interface SpanNeighbours {
  previous: CalendarSpan | null
  next: CalendarSpan | null
}

interface Clock {
  now: Date
  timeZone: string
}

const OF_PAPER = sql`kind = 'paper' and list_id = 0`

/** How many public stories each of `ranges` has, in their order. */
export async function storiesBetween(
  db: Reader,
  ranges: readonly { from: Date; to: Date }[],
  { now }: { now: Date },
): Promise<number[]> {
  const bounds = ranges.map(({ from, to }) => {
    // Stories to come are not counted.
    const end = new Date(Math.min(to.getTime(), now.getTime() + 1))
    const days = wholeDays({ from, to: end })
    const whole = days.first < days.end ? days : { first: 0, end: 0, firstAt: end.getTime(), endAt: end.getTime() }
    return [from.getTime(), whole.firstAt, whole.endAt, end.getTime(), whole.first, whole.end]
  })
  const at = (place: number) => sql.raw(`(value ->> ${place})`)
  const between = (from: SQL, to: SQL) => sql`
    (select count(*) from listed_stories where ${OF_PAPER} and published_at >= ${from} and published_at < ${to}`
  const rows = db.all<{ stories: number }>(sql`
    select (select coalesce(sum(stories), 0) from list_counts
        where ${OF_PAPER} and span_days = 1 and span >= ${at(4)} and span < ${at(5)})
      + ${between(at(0), at(1))}) + ${between(at(2), at(3))})
      - ${between(at(0), at(3))} and withdrawn_at <= ${now.getTime()}) as stories
    from json_each(${JSON.stringify(bounds)}) order by key`)
  return rows.map(({ stories }) => stories)
}

/** When the first and the last of all public stories were published; null without any. */
export async function publicEnds(db: Reader, { now }: { now: Date }): Promise<{ first: Date; last: Date } | null> {
  const first = nearest(db, { where: isListedAt(now), order: 'asc' })
  const last = first && nearest(db, { where: isListedAt(now), order: 'desc' })
  return first && last ? { first, last } : null
}

/** When the newest public story of the span, or of the whole paper (null), was published; null without any in or before it. */
export async function newestUntil(
  db: Reader,
  { span, now, timeZone }: Clock & { span: CalendarSpan | null },
): Promise<Date | null> {
  const end = span === null ? now.getTime() : spanBounds(span, timeZone).to.getTime() - 1
  return nearest(db, { where: isListedUntil(end, now), order: 'desc' })
}

/** One bound, because SQLite goes into an index by one. */
function isListedUntil(last: number, now: Date): SQL {
  return sql`published_at <= ${Math.min(last, now.getTime())} and (withdrawn_at is null or withdrawn_at > ${now.getTime()})`
}

/** The nearest years, months or days before and after `span` that have public stories. */
export async function neighboursOf(
  db: Reader,
  { span, now, timeZone }: Clock & { span: CalendarSpan },
): Promise<SpanNeighbours> {
  const { from, to } = spanBounds(span, timeZone)
  const before = isListedUntil(from.getTime() - 1, now)
  const after = sql`published_at >= ${to.getTime()} and ${isListedAt(now)}`
  const kind = kindOfSpan(span)
  const [previous, next] = [
    nearest(db, { where: before, order: 'desc' }),
    nearest(db, { where: after, order: 'asc' }),
  ].map((instant) => instant && spanAt(instant, { kind, timeZone }))
  return { previous: previous ?? null, next: next ?? null }
}

/**
 * The first instant after `now` at which a page of the span changes by time alone: its counts, or which spans stand
 * beside it. null when it does not; `span` is null for all years.
 */
export async function nextArchiveChange(
  db: Reader,
  { span, previous, next, now, timeZone }: Clock & SpanNeighbours & { span: CalendarSpan | null },
): Promise<Date | null> {
  const at = now.getTime()
  // Whatever is due is later than every story there is: it is in the last span, or in one that is then the next.
  const due =
    next === null
      ? sql`(select min(published_at) from listed_stories where ${OF_PAPER} and published_at > ${at})`
      : sql`null`
  const from = span === null ? null : spanBounds(previous ?? span, timeZone).from.getTime()
  const to = next === null ? null : spanBounds(next, timeZone).to.getTime()
  const [row] = db.all<{ due: number | null; ending: number | null }>(sql`
    select ${due} as due, (select min(withdrawn_at) from listed_stories
      where ${OF_PAPER} and withdrawn_at > ${at} and published_at <= ${at}
        and published_at >= coalesce(${from}, published_at) and (${to} is null or published_at < ${to})) as ending`)
  return earliest([row?.due ?? null, row?.ending ?? null].map((ms) => (ms === null ? null : new Date(ms))))
}

/**
 * The tags of the pages of the archive that change when article `id`, published at `publishedAt`, appears, disappears or
 * gets another end: those of its day, month and year, and of all years. Where no other story stays in its day, month or
 * year, those of the nearest ones too, because they lead to it or past it.
 */
export async function archiveTags(
  db: Reader,
  { id, publishedAt, now, timeZone }: Clock & { id: number; publishedAt: Date },
): Promise<string[]> {
  const stale = [tags.archive(null)]
  for (const kind of SPAN_KINDS) {
    const span = spanAt(publishedAt, { kind, timeZone })
    stale.push(tags.archive(span))
    if (stays(db, { ...spanBounds(span, timeZone), without: id, now })) continue
    const { previous, next } = await neighboursOf(db, { span, now, timeZone })
    stale.push(...[previous, next].flatMap((beside) => (beside === null ? [] : tags.archive(beside))))
  }
  return stale
}

/** Whether a public story that has no end was published in the span, other than `without`. */
function stays(db: Reader, { from, to, without, now }: { from: Date; to: Date; without: number; now: Date }): boolean {
  const end = Math.min(to.getTime(), now.getTime() + 1)
  const [row] = db.all(sql`
    select 1 from listed_stories where ${OF_PAPER} and published_at >= ${from.getTime()} and published_at < ${end}
      and withdrawn_at is null and article_id <> ${without} limit 1`)
  return row !== undefined
}

function nearest(db: Reader, { where, order }: { where: SQL; order: 'asc' | 'desc' }): Date | null {
  const [row] = db.all<{ at: number }>(sql`
    select published_at as at from listed_stories where ${OF_PAPER} and ${where}
    order by published_at ${sql.raw(order)} limit 1`)
  return row ? new Date(row.at) : null
}
