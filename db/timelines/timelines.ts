import { asc, eq } from 'drizzle-orm'
import { everyListedTimeline, nextChangeOfList, storiesOfEach } from '@/db/reading/listed-stories'
import { changesAtFirst } from '@/db/store/instant-tags'
import { timelineStories, timelines } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import { isOneOf } from '@/db/store/value-lists'
import { timelinePath } from '@/lib/addresses/paths'
import { LEAST_STORIES } from '@/lib/linking/timelines/event-groups'
import type { ShownTimeline, StorySoFar, Timeline } from '@/lib/linking/timelines/timeline'
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
 * What each of these articles shows of its timeline at `now`, by their ids; without an entry when it is in none, and while
 * readers have fewer than three of the stories.
 */
export async function storiesSoFar(
  db: Reader,
  { ids, now }: { ids: readonly number[]; now: Date },
): Promise<Tagged<Map<number, StorySoFar>>> {
  const inTimelines = await db
    .select({ articleId: timelineStories.articleId, id: timelines.id, name: timelines.name, slug: timelines.slug })
    .from(timelineStories)
    .innerJoin(timelines, eq(timelines.id, timelineStories.timelineId))
    .where(isOneOf(timelineStories.articleId, ids))
  const ownTags = ids.map(tags.timelineOf)
  if (!inTimelines.length) return { value: new Map(), tags: ownTags }
  const lists = { kind: 'timeline' as const, ids: [...new Set(inTimelines.map(({ id }) => id))] }
  const counts = await storiesOfEach(db, lists, { now })
  const nextChange = await nextChangeOfList(db, lists, { now })
  const shown = inTimelines.flatMap(({ articleId, id, name, slug }): [number, StorySoFar][] => {
    const stories = counts.get(id) ?? 0
    return stories < LEAST_STORIES ? [] : [[articleId, { id, name, slug, path: timelinePath(slug), stories }]]
  })
  return {
    value: new Map(shown),
    tags: [
      ...ownTags,
      ...lists.ids.flatMap((id) => [tags.timeline(id), tags.timelineList(id)]),
      ...changesAtFirst(nextChange),
    ],
  }
}

/**
 * What article `id` shows of its timeline at `now`; null when it is in none, and while readers have fewer than three of the
 * stories.
 */
export async function storySoFar(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<Tagged<StorySoFar | null>> {
  const { value, tags } = await storiesSoFar(db, { ids: [id], now })
  return { value: value.get(id) ?? null, tags }
}

/** The timelines that stories lead to at `now`, that with the newest story first, ties by id. */
export async function shownTimelines(db: Reader, { now }: { now: Date }): Promise<Tagged<ShownTimeline[]>> {
  const { listed, nextChange } = await everyListedTimeline(db, { now })
  const shown = listed.filter(({ stories }) => stories >= LEAST_STORIES)
  const rows = await db
    .select(columns)
    .from(timelines)
    .where(
      isOneOf(
        timelines.id,
        shown.map(({ id }) => id),
      ),
    )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const value = shown
    .sort((one, other) => other.newestAt - one.newestAt || other.id - one.id)
    .flatMap(({ id, stories }) => {
      const timeline = byId.get(id)
      return timeline ? [{ ...timeline, stories }] : []
    })
  return { value, tags: [tags.timelines, ...changesAtFirst(nextChange)] }
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
