import { asc, eq, sql } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { proposedStories } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles, settings } from '@/db/store/schema'
import { fittingStories } from '@/db/timelines/fitting'
import { regroup } from '@/db/timelines/regroup'
import { makeTimeline, putStories, storiesByIds, timelineAddressProblem } from '@/db/timelines/timeline-changes'
import { timelineById } from '@/db/timelines/timelines'
import { plainSlugFrom } from '@/lib/addresses/paths'
import type { FoundTimelines } from '@/lib/linking/timelines/found-timelines'

/** What becomes of timelines that the site finds; proposed when no paper is founded yet. */
export async function foundTimelinesSetting(db: Reader): Promise<FoundTimelines> {
  const [row] = await db.select({ found: settings.foundTimelines }).from(settings).where(eq(settings.id, 1))
  return row?.found ?? 'proposed'
}

/** Decides what becomes of timelines that the site finds from now on; what waits for editors goes on waiting. */
export async function changeFoundTimelines(
  db: Writer,
  { foundTimelines, now }: { foundTimelines: FoundTimelines; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await foundTimelinesSetting(tx)) === foundTimelines) return
    await tx.update(settings).set({ foundTimelines }).where(eq(settings.id, 1))
    await logAction(tx, { action: 'settings changed', detail: `found timelines ${foundTimelines}`, now })
  })
}

/**
 * Puts article `storyId` into the timeline that it goes with best, or what is proposed with it into the paper, where the paper
 * wants that; nothing otherwise.
 */
export async function publishFound(db: Writer, { storyId, now }: { storyId: number; now: Date }): Promise<void> {
  if ((await foundTimelinesSetting(db)) !== 'published') return
  await inTransaction(db, async (tx) => {
    const [fitting] = await fittingStories(tx, { storyId })
    if (fitting) return addFound(tx, { ...fitting, now })
    const [proposal] = await tx
      .select({ id: proposedStories.proposalId })
      .from(proposedStories)
      .where(eq(proposedStories.articleId, storyId))
    if (proposal) await makeFound(tx, { proposalId: proposal.id, now })
  })
}

async function addFound(
  tx: Transaction,
  { storyId, timelineId, now }: { storyId: number; timelineId: number; now: Date },
): Promise<void> {
  const timeline = await timelineById(tx, timelineId)
  const [story] = await storiesByIds(tx, [storyId])
  if (!timeline || !story) return
  await putStories(tx, { id: timelineId, storyIds: [storyId], by: null, now })
  await regroup(tx, [storyId])
  const thing = { id: timelineId, name: timeline.name }
  await logAction(tx, { action: 'timeline given stories', thing, detail: story.headline, now })
}

/** The timeline is called by its first story until an editor finds a better name. */
async function makeFound(tx: Transaction, { proposalId, now }: { proposalId: number; now: Date }): Promise<void> {
  const ofProposal = tx
    .select({ id: proposedStories.articleId })
    .from(proposedStories)
    .where(eq(proposedStories.proposalId, proposalId))
  const stories = await tx
    .select({ id: articles.id, headline: articles.headline })
    .from(articles)
    .where(sql`${articles.id} in ${ofProposal}`)
    .orderBy(asc(articles.publishedAt), asc(articles.id))
  const [first] = stories
  if (!first) return
  const plain = plainSlugFrom(first.headline) || `story-${first.id}`
  const isFree = (await timelineAddressProblem(tx, { slug: plain, self: null })) === null
  const made = await makeTimeline(tx, {
    name: first.headline,
    slug: isFree ? plain : `${plain}-${first.id}`,
    introduction: '',
    storyIds: stories.map(({ id }) => id),
    by: null,
    now,
  })
  if ('problems' in made) throw new Error(`the stories of proposal ${proposalId}: ${made.problems[0]?.message}`)
}
