import { and, count, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { mostRead, readsSince } from '@/db/audience/reads'
import { isOwnAmongFew } from '@/db/editing/ownership'
import { plannedStories } from '@/db/planning/planned-stories'
import { inView, isToDo } from '@/db/planning/work-views'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import { hoursBack } from '@/lib/audience/reads'
import {
  type Dashboard,
  type Figure,
  type PublishedInHour,
  type PublishedInSection,
  type ReadStory,
  STORIES_BELOW_A_FIGURE,
} from '@/lib/desk/dashboard/dashboard'
import { dayAfter, endOfDay, startOfDay } from '@/lib/planning/calendar'
import { HOUR_MS } from '@/lib/time/durations'
import { wallTime } from '@/lib/time/wall-clock'

const HOURS_SHOWN = 24
const DAYS_SHOWN = 7

/** With the condition of the index of what is to be done, so that SQLite uses it. */
const IN_REVIEW = sql`${isToDo} and ${articles.state} = 'in-review'`

/**
 * What waits, is planned and was missed at `now`, and what was published, by the clocks of `timeZone`. Somebody who may
 * not see every article gets their own. Each number is counted through an index, so that it takes as long on a large
 * store as on a small one.
 */
export async function dashboard(
  db: Reader,
  { editor, now, timeZone }: { editor: Editor; now: Date; timeZone: string },
): Promise<Dashboard> {
  const today = wallTime(now, timeZone).day
  const terms = { editor, now, dayEnds: endOfDay(now, timeZone) }
  const mine = can(editor, 'see every article') ? undefined : isOwnAmongFew(editor.id)
  const listed = (condition: SQL | undefined) => and(condition, isNull(articles.deletedAt), mine)
  const figure = async (condition: SQL | undefined, order?: SQL): Promise<Figure> => ({
    count: await counted(db, listed(condition)),
    stories: await plannedStories(db, {
      where: listed(condition),
      now,
      limit: STORIES_BELOW_A_FIGURE,
      ...(order && { order }),
    }),
  })
  const sectionsFrom = dayAfter(today, 1 - DAYS_SHOWN)
  return {
    due: await figure(inView('due', terms)),
    inReview: await figure(IN_REVIEW, sql`${articles.savedAt}`),
    scheduled: await figure(
      sql`${articles.state} = 'scheduled' and ${articles.publishedAt} > ${now.getTime()}`,
      sql`${articles.publishedAt}`,
    ),
    missed: await figure(inView('missed', terms)),
    unassigned: await counted(db, listed(inView('unassigned', terms))),
    withoutLinks: await counted(db, listed(inView('without-links', terms))),
    withoutPictures: await counted(db, listed(inView('without-pictures', terms))),
    hours: await publishedByHour(db, { now, timeZone, mine }),
    sections: await publishedBySection(db, { now, from: new Date(startOfDay(sectionsFrom, timeZone)), mine }),
    sectionsFrom,
    mostRead: await mostReadStories(db, { now, mine }),
  }
}

async function mostReadStories(db: Reader, { now, mine }: { now: Date; mine: SQL | undefined }): Promise<ReadStory[]> {
  const since = hoursBack(now, HOURS_SHOWN)
  const ids = await mostRead(db, { since, now, limit: STORIES_BELOW_A_FIGURE, ...(mine && { where: mine }) })
  const reads = await readsSince(db, { ids, since })
  const rows = await db
    .select({ id: articles.id, headline: articles.headline, language: articles.language })
    .from(articles)
    .where(isOneOf(articles.id, ids))
  return rows
    .map((row) => ({ ...row, reads: reads.get(row.id) ?? 0 }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

async function counted(db: Reader, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ total: count() }).from(articles).where(where)
  return row?.total ?? 0
}

async function publishedByHour(
  db: Reader,
  { now, timeZone, mine }: { now: Date; timeZone: string; mine: SQL | undefined },
): Promise<PublishedInHour[]> {
  // The present hour by the clocks of the paper: zones differ by quarters of an hour.
  const minutes = Number(wallTime(now, timeZone).time.slice(3))
  const begun = Math.floor(now.getTime() / 60_000) * 60_000 - minutes * 60_000
  const from = begun - (HOURS_SHOWN - 1) * HOUR_MS
  const bucket = sql<number>`cast((${articles.publishedAt} - ${from}) / ${HOUR_MS} as integer)`
  const rows = await db
    .select({ bucket, total: count() })
    .from(articles)
    .where(and(sql`${articles.publishedAt} >= ${from}`, isPublic(now), mine))
    .groupBy(bucket)
  const byBucket = new Map(rows.map((row) => [row.bucket, row.total]))
  return Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const { day, time } = wallTime(new Date(from + index * HOUR_MS), timeZone)
    return { hour: `${day}T${time.slice(0, 2)}`, count: byBucket.get(index) ?? 0 }
  })
}

async function publishedBySection(
  db: Reader,
  { now, from, mine }: { now: Date; from: Date; mine: SQL | undefined },
): Promise<PublishedInSection[]> {
  const rows = await db
    .select({
      id: sections.id,
      name: sections.name,
      parentId: sections.parentId,
      // Counted for each section, so that the index of its stories answers it.
      total: sql<number>`(select count(*) from ${articles} where ${and(
        eq(articles.sectionId, sections.id),
        sql`${articles.publishedAt} >= ${from.getTime()}`,
        isPublic(now),
        mine,
      )})`,
    })
    .from(sections)
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  const totals = new Map<number, number>()
  for (const { id, total } of rows) {
    let top = id
    for (let parent = parents.get(top) ?? null; parent !== null; parent = parents.get(top) ?? null) top = parent
    totals.set(top, (totals.get(top) ?? 0) + total)
  }
  return rows
    .filter(({ id }) => (totals.get(id) ?? 0) > 0)
    .map(({ id, name }) => ({ id, name, count: totals.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || a.id - b.id)
}
