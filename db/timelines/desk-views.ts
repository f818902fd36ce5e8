import { sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { fittingStories } from '@/db/timelines/fitting'
import { mergesInto } from '@/db/timelines/merges'
import { latestRefusals } from '@/db/timelines/refusals'
import { storyIdsOf, timelineById } from '@/db/timelines/timelines'
import { timelinePath } from '@/lib/addresses/paths'
import type { OpenedTimeline, TimelineDecisions, TimelineStory } from '@/lib/desk/timelines/listed-timeline'
import { LEAST_STORIES } from '@/lib/linking/timelines/event-groups'

/** So many are listed; what is beyond is listed when others are decided. */
const [MAX_PROPOSALS, MAX_REFUSALS] = [30, 20]
const MAX_FITTING = 20

/** What is proposed, the newest first, and what was refused last. */
export async function timelineDecisions(db: Reader, { now }: { now: Date }): Promise<TimelineDecisions> {
  const proposed = await db.all<{ proposal: number; id: number }>(sql`
    select proposal_id as proposal, article_id as id from proposed_stories where proposal_id in (
      select proposal_id from proposed_stories cross join ${articles} on ${articles.id} = article_id where ${isPublic(now)}
      group by proposal_id having count(*) >= ${LEAST_STORIES} order by max(${articles.publishedAt}) desc limit ${MAX_PROPOSALS})`)
  const told = new Map(
    (await storiesWith(db, { ids: proposed.map(({ id }) => id), now })).map((story) => [story.id, story]),
  )
  const proposals = new Map<number, TimelineStory[]>()
  for (const { proposal, id } of proposed) {
    const story = told.get(id)
    if (story?.isPublic) proposals.set(proposal, [...(proposals.get(proposal) ?? []), story])
  }
  const newest = (stories: TimelineStory[]) => Math.max(...stories.map(({ publishedAt }) => publishedAt ?? 0))
  return {
    proposals: [...proposals]
      .map(([id, stories]) => ({ id, stories: stories.sort(byTime).reverse() }))
      .sort((one, other) => newest(other.stories) - newest(one.stories) || one.id - other.id),
    refusals: (await latestRefusals(db, { limit: MAX_REFUSALS })).map((refusal) => ({
      ...refusal,
      refusedAt: refusal.refusedAt.getTime(),
    })),
  }
}

/** Timeline `id` with its stories and those that may belong to it; null when there is none. */
export async function openedTimeline(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<OpenedTimeline | null> {
  const timeline = await timelineById(db, id)
  if (!timeline) return null
  const fitting = (await fittingStories(db, { timelineId: id })).slice(0, MAX_FITTING).map(({ storyId }) => storyId)
  const told = new Map((await storiesWith(db, { ids: fitting, now })).map((story) => [story.id, story]))
  return {
    ...timeline,
    path: timelinePath(timeline.slug),
    stories: (await storiesWith(db, { ids: await storyIdsOf(db, id), now })).sort(byTime),
    fitting: fitting.flatMap((story) => told.get(story) ?? []),
    merges: (await mergesInto(db, { id, now })).map((merge) => ({ ...merge, mergedAt: merge.mergedAt.getTime() })),
  }
}

/** Those of `ids` that exist, in no order, as the desk lists them at `now`. */
export async function storiesWith(
  db: Reader,
  { ids, now }: { ids: readonly number[]; now: Date },
): Promise<TimelineStory[]> {
  const rows = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      language: articles.language,
      publishedAt: articles.publishedAt,
      isPublic: sql<number>`${isPublic(now)}`,
    })
    .from(articles)
    .where(isOneOf(articles.id, ids))
  return rows.map((row) => ({
    ...row,
    publishedAt: row.publishedAt?.getTime() ?? null,
    isPublic: Boolean(row.isPublic),
  }))
}

/** The newest first, ties by id; what has no date before all others. */
export function byTime(one: TimelineStory, other: TimelineStory): number {
  const at = (story: TimelineStory) => story.publishedAt ?? Number.MAX_SAFE_INTEGER
  return at(other) - at(one) || other.id - one.id
}
