import { desc, eq, sql } from 'drizzle-orm'
import { listedRows, storiesListed } from '@/db/reading/listed-stories'
import { proposedStories, timelines } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { byTime, storiesWith } from '@/db/timelines/desk-views'
import { fittingStories } from '@/db/timelines/fitting'
import { timelineById, timelineIdOf } from '@/db/timelines/timelines'
import { timelinePath } from '@/lib/addresses/paths'
import type { StoryTimeline } from '@/lib/desk/timelines/story-timeline'
import { LEAST_STORIES } from '@/lib/linking/timelines/event-groups'

/** More are offered by no field: what is older is put in on the page of the timeline. */
const MAX_CHOICES = 1000
/** So many timelines to which a story may belong are named beside it. */
const MAX_FITTING = 3

/**
 * Where article `id` stands among the timelines at `now`. With `proposes`, also what the site would put it into: nothing
 * while it is in a timeline, and what it would make with fewer than three public stories is not told.
 */
export async function storyTimeline(
  db: Reader,
  { id, proposes, now }: { id: number; proposes: boolean; now: Date },
): Promise<StoryTimeline> {
  const timelineId = await timelineIdOf(db, id)
  const timeline = timelineId === null ? null : await timelineById(db, timelineId)
  if (timeline) {
    const { name, slug, language } = timeline
    const stories = await storiesListed(db, await listedRows(db, { kind: 'timeline', id: timeline.id }), { now })
    const shown = { path: timelinePath(slug), language, stories, isShown: stories >= LEAST_STORIES }
    return { timeline: { id: timeline.id, name, ...shown }, fitting: [], together: [] }
  }
  if (!proposes) return { timeline: null, fitting: [], together: [] }
  const fitting = (await fittingStories(db, { storyId: id })).slice(0, MAX_FITTING).map((one) => one.timelineId)
  return { timeline: null, fitting: await timelinesCalled(db, fitting), together: await proposedWith(db, { id, now }) }
}

/** The timelines into which article `storyId` can be put: those of its language, the newest first, at most 1000. */
export async function timelineChoices(
  db: Reader,
  { storyId }: { storyId: number },
): Promise<{ id: number; name: string }[]> {
  const tongue = (tag: typeof timelines.language | typeof articles.language) =>
    sql`lower(substr(${tag}, 1, instr(${tag} || '-', '-') - 1))`
  return db
    .select({ id: timelines.id, name: timelines.name })
    .from(timelines)
    .where(
      sql`${tongue(timelines.language)} = (select ${tongue(articles.language)} from ${articles} where ${articles.id} = ${storyId})`,
    )
    .orderBy(desc(timelines.id))
    .limit(MAX_CHOICES)
}

/** Those of `ids` that exist, in the order of `ids`. */
async function timelinesCalled(db: Reader, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  if (!ids.length) return []
  const rows = await db
    .select({ id: timelines.id, name: timelines.name })
    .from(timelines)
    .where(isOneOf(timelines.id, ids))
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The public stories of the proposal that article `id` is in, itself among them, the oldest first; none when too few. */
async function proposedWith(db: Reader, { id, now }: { id: number; now: Date }) {
  const proposal = sql`(select proposal_id from proposed_stories where article_id = ${id})`
  const rows = await db
    .select({ id: proposedStories.articleId })
    .from(proposedStories)
    .where(eq(proposedStories.proposalId, proposal))
  if (!rows.length) return []
  const stories = await storiesWith(db, { ids: rows.map((row) => row.id), now })
  const told = stories.filter(({ isPublic }) => isPublic)
  return told.length < LEAST_STORIES ? [] : told.sort(byTime).reverse()
}
