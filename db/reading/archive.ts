import { eq, sql } from 'drizzle-orm'
import {
  neighboursOf,
  nextArchiveChange,
  publicEnds,
  type SpanNeighbours,
  storiesBetween,
} from '@/db/reading/archive-spans'
import { linkColumns } from '@/db/reading/article-columns'
import { isListedAt } from '@/db/reading/listed-stories'
import { asOfNewest, changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { PER_ARCHIVE_PAGE } from '@/lib/addresses/archive-address'
import { articlePath } from '@/lib/addresses/paths'
import { type Tagged, tags } from '@/lib/pages/tags'
import { type CalendarSpan, spanAfter, spanAt, spanBounds, spansWithin } from '@/lib/time/calendar-spans'

/** A year, month or day, and how many stories it has. */
export interface CountedSpan {
  span: CalendarSpan
  stories: number
}

/** What the archive has of all years, of a year or of a month. */
export interface ArchiveOverview extends SpanNeighbours {
  /** The years, months or days with stories, in order. */
  parts: CountedSpan[]
}

/** A story as a line of its day. */
export interface ArchivedStory {
  id: number
  headline: string
  path: string
  language: string
  publishedAt: Date
  section: { name: string; slug: string }
}

/** A page of a day of the archive. */
export interface ArchivedDay extends SpanNeighbours {
  /** Newest first, ties by id. */
  stories: ArchivedStory[]
  /** The number of stories of the whole day. */
  total: number
}

/** The clock and the time zone of the paper, in which days begin. */
interface Clock {
  now: Date
  timeZone: string
}

/**
 * How many public stories the years, or the months of a year, or the days of a month have; `span` is null for the years.
 * null when a year or a month has none. Nothing is counted but what stands at the ends of days of UTC.
 */
export async function archiveOverview(
  db: Reader,
  { span, now, timeZone }: Clock & { span: CalendarSpan | null },
): Promise<Tagged<ArchiveOverview | null>> {
  const all = span === null ? await yearsOf(db, { now, timeZone }) : spansWithin(span)
  const ranges = all.map((part) => spanBounds(part, timeZone))
  const counted = await storiesBetween(db, ranges, { now })
  const parts = all
    .map((part, place) => ({ span: part, stories: counted[place] ?? 0 }))
    .filter(({ stories }) => stories)
  const { value: beside, tags: shown } = await surroundings(db, { span, now, timeZone })
  return { value: span !== null && !parts.length ? null : { ...beside, parts }, tags: shown }
}

/** Page `page`, from 1, of the public stories of a day; null when it has no such page. */
export async function archivedDay(
  db: Reader,
  { day, page, now, timeZone }: Clock & { day: CalendarSpan; page: number },
): Promise<Tagged<ArchivedDay | null>> {
  const { from, to } = spanBounds(day, timeZone)
  const [total = 0] = await storiesBetween(db, [{ from, to }], { now })
  const offset = (page - 1) * PER_ARCHIVE_PAGE
  const rows = db.all<{ id: number }>(sql`
    select article_id as id from listed_stories
    where kind = 'paper' and list_id = 0 and published_at >= ${from.getTime()} and published_at < ${to.getTime()}
      and ${isListedAt(now)}
    order by published_at desc, article_id desc limit ${PER_ARCHIVE_PAGE} offset ${offset}`)
  const stories = await archivedStories(
    db,
    rows.map(({ id }) => id),
  )
  const { value: beside, tags: shown } = await surroundings(db, { span: day, now, timeZone })
  return {
    value: stories.value.length ? { ...beside, stories: stories.value, total } : null,
    tags: [...shown, ...stories.tags],
  }
}

/** What stands beside the span, with the tags of a page of it. */
async function surroundings(
  db: Reader,
  { span, now, timeZone }: Clock & { span: CalendarSpan | null },
): Promise<Tagged<SpanNeighbours>> {
  const beside = span === null ? { previous: null, next: null } : await neighboursOf(db, { span, now, timeZone })
  const changesAt = await nextArchiveChange(db, { span, ...beside, now, timeZone })
  return { value: beside, tags: [tags.archive(span), ...changesAtFirst(changesAt)] }
}

async function archivedStories(db: Reader, ids: number[]): Promise<Tagged<ArchivedStory[]>> {
  const rows = await db
    .select({
      ...linkColumns,
      publishedAt: articles.publishedAt,
      section: { id: sections.id, name: sections.name, slug: sections.slug },
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isOneOf(articles.id, ids))
  const found = new Map(
    rows.map(({ slug, section, publishedAt, ...row }): [number, ArchivedStory] => {
      if (!publishedAt) throw new Error(`article ${row.id} is public without an instant of publication`)
      const { name, slug: of } = section
      const path = articlePath({ section: of, slug, id: row.id })
      return [row.id, { ...row, publishedAt, path, section: { name, slug: of } }]
    }),
  )
  return {
    value: ids.flatMap((id) => found.get(id) ?? []),
    tags: [
      ...new Set([
        ...ids.map(tags.link),
        ...rows.map(({ section }) => tags.section(section.id)),
        ...asOfNewest(...rows.map(({ publishedAt }) => publishedAt)),
      ]),
    ],
  }
}

/** Every year from that of the first public story to that of the last. */
async function yearsOf(db: Reader, { now, timeZone }: Clock): Promise<CalendarSpan[]> {
  const ends = await publicEnds(db, { now })
  if (!ends) return []
  const years: CalendarSpan[] = []
  const last = spanAt(ends.last, { kind: 'year', timeZone })
  for (let year = spanAt(ends.first, { kind: 'year', timeZone }); year <= last; year = spanAfter(year)) years.push(year)
  return years
}
