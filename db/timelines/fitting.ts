import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { EVENT_DAYS, EVENT_LIKENESS } from '@/lib/linking/timelines/event-groups'
import { DAY_MS } from '@/lib/time/durations'

/** A free story and a timeline that it goes with. */
export interface Fitting {
  storyId: number
  timelineId: number
  /** How alike the story is to those of the timeline that are near in time, on average. */
  likeness: number
}

const EVENT_MS = EVENT_DAYS * DAY_MS
const MAX = 200

/**
 * The free stories that go with a timeline, each with its timelines, the most alike first, at most 200: published, in no
 * timeline, in its language as pairs are, and as alike to its stories as these have to be among each other. Never one that an
 * editor took out of the timeline, or refused together with one of its stories. `of` narrows it to one story or timeline.
 */
export async function fittingStories(
  db: Reader,
  of: { storyId?: number; timelineId?: number } = {},
): Promise<Fitting[]> {
  const paired = (story: SQL, member: SQL) => sql`
    select ${story} as storyId, timeline_id as timelineId, likeness from timeline_stories
    join event_pairs on ${member} = article_id
    where ${of.timelineId === undefined ? sql`true` : sql`timeline_id = ${of.timelineId}`}
      and ${of.storyId === undefined ? sql`true` : sql`${story} = ${of.storyId}`}`
  const [one, other] = [sql`one_id`, sql`other_id`]
  return db.all<Fitting>(sql`
    select storyId, timelineId, likeness from (
      select storyId, timelineId, sum(likeness) / max(1, (
        select count(*) from timeline_stories members join articles told on told.id = members.article_id
        where members.timeline_id = timelineId and abs(told.published_at - story.published_at) <= ${EVENT_MS}
      )) as likeness
      from (${paired(one, other)} union all ${paired(other, one)}) join articles story on story.id = storyId
      where story.state = 'published'
        and not exists (select 1 from timeline_stories where article_id = storyId)
        and not exists (select 1 from timeline_removals removed where removed.timeline_id = timelineId and removed.article_id = storyId)
        and not exists (select 1 from refused_stories mine
          join refused_stories theirs on theirs.refusal_id = mine.refusal_id
          join timeline_stories members on members.article_id = theirs.article_id
          where mine.article_id = storyId and members.timeline_id = timelineId)
      group by storyId, timelineId
    ) where likeness >= ${EVENT_LIKENESS} order by likeness desc, storyId, timelineId limit ${MAX}`)
}
