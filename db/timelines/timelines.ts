import { asc, eq } from 'drizzle-orm'
import { listedRows, nextChangeOfList, storiesListed } from '@/db/reading/listed-stories'
import { changesAtFirst } from '@/db/store/instant-tags'
import { timelineStories, timelines } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import { timelinePath } from '@/lib/addresses/paths'
import { LEAST_STORIES } from '@/lib/linking/timelines/event-groups'
import type { StorySoFar, Timeline } from '@/lib/linking/timelines/timeline'
import { type Tagged, tags } from '@/lib/pages/tags'

const columns = {
  id: timelines.id,
  slug: timelines.slug,
  name: timelines.name,
  introduction: timelines.introduction,
  language: timelines.language,
  leadId: timelines.leadId,
}

/** The timeline with this slug; null when there is none. */
export async function timelineBySlug(db: Reader, slug: string): Promise<Tagged<Timeline | null>> {
  const [row] = await db.select(columns).from(timelines).where(eq(timelines.slug, slug))
  return { value: row ?? null, tags: row ? [tags.timeline(row.id)] : [] }
}

/** The timeline with this id; null when there is none. */
export async function timelineById(db: Reader, id: number): Promise<Timeline | null> {
  const [row] = await db.select(columns).from(timelines).where(eq(timelines.id, id))
  return row ?? null
}

/** The id of the timeline that article `id` is in; null for none. */
export async function timelineIdOf(db: Reader, id: number): Promise<number | null> {
  const [row] = await db
    .select({ id: timelineStories.timelineId })
    .from(timelineStories)
    .where(eq(timelineStories.articleId, id))
  return row?.id ?? null
}

/**
 * What article `id` shows of its timeline at `now`; null when it is in none, and while readers have fewer than three of the
 * stories.
 */
export async function storySoFar(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<Tagged<StorySoFar | null>> {
  const [row] = await db
    .select({ id: timelines.id, name: timelines.name, slug: timelines.slug })
    .from(timelineStories)
    .innerJoin(timelines, eq(timelines.id, timelineStories.timelineId))
    .where(eq(timelineStories.articleId, id))
  if (!row) return { value: null, tags: [tags.timelineOf(id)] }
  const rows = await listedRows(db, { kind: 'timeline', id: row.id })
  const stories = await storiesListed(db, rows, { now })
  const nextChange = await nextChangeOfList(db, rows, { now })
  return {
    value: stories < LEAST_STORIES ? null : { name: row.name, path: timelinePath(row.slug), stories },
    tags: [tags.timelineOf(id), tags.timeline(row.id), rows.tag, ...changesAtFirst(nextChange)],
  }
}

/** The ids of the stories of timeline `id`, in any state, ascending. */
export async function storyIdsOf(db: Reader, id: number): Promise<number[]> {
  const rows = await db
    .select({ id: timelineStories.articleId })
    .from(timelineStories)
    .where(eq(timelineStories.timelineId, id))
    .orderBy(asc(timelineStories.articleId))
  return rows.map((row) => row.id)
}
