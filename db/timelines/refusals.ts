import { desc, eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { invalidate } from '@/db/store/invalidation'
import { refusedStories, timelineRefusals, timelines } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { insertable } from '@/db/store/value-lists'
import { regroup } from '@/db/timelines/regroup'
import { storiesByIds, storiesInWords } from '@/db/timelines/timeline-changes'
import { storyIdsOf, timelineById } from '@/db/timelines/timelines'
import { timelinePath } from '@/lib/addresses/paths'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

interface Decision {
  by: { name: string }
  now: Date
}

/** Refuses these stories as a timeline: no two of them are ever proposed together again. Returns the number of the refusal. */
export async function refuseProposal(
  db: Writer,
  { storyIds, by, now }: Decision & { storyIds: readonly number[] },
): Promise<{ id: number } | Refusal> {
  return inTransaction(db, async (tx) => {
    const stories = await storiesByIds(tx, storyIds)
    const [first] = stories
    if (!first || stories.length < 2) return refuse('stories', 'These stories do not exist any more.')
    return saveRefusal(tx, { name: first.headline, storyIds: stories.map(({ id }) => id), by, now })
  })
}

/**
 * Takes timeline `id` out of the paper: its address answers that there is nothing, and no two of its stories are ever proposed
 * together again. null when it does not exist.
 */
export async function refuseTimeline(
  db: Writer,
  { id, by, now }: Decision & { id: number },
): Promise<{ id: number } | null> {
  return inTransaction(db, async (tx) => {
    const timeline = await timelineById(tx, id)
    if (!timeline) return null
    const storyIds = await storyIdsOf(tx, id)
    await tx.delete(timelines).where(eq(timelines.id, id))
    const stale = [tags.timeline(id), tags.timelineList(id), tags.timelines, tags.address(timelinePath(timeline.slug))]
    await invalidate(tx, [...stale, ...storyIds.map(tags.timelineOf)], now)
    return saveRefusal(tx, { name: timeline.name, storyIds, by, now })
  })
}

/** Takes refusal `id` back: its stories may be proposed together again. null when there is none. */
export async function takeRefusalBack(
  db: Writer,
  { id, now }: { id: number; now: Date },
): Promise<Record<string, never> | null> {
  return inTransaction(db, async (tx) => {
    const [refusal] = await tx.select().from(timelineRefusals).where(eq(timelineRefusals.id, id))
    if (!refusal) return null
    const rows = await tx
      .select({ id: refusedStories.articleId })
      .from(refusedStories)
      .where(eq(refusedStories.refusalId, id))
    await tx.delete(timelineRefusals).where(eq(timelineRefusals.id, id))
    await regroup(
      tx,
      rows.map((row) => row.id),
    )
    await logAction(tx, { action: 'timeline refusal taken back', thing: { id: '', name: refusal.name }, now })
    return {}
  })
}

/** A group of stories that an editor refused. */
export interface ListedRefusal {
  id: number
  name: string
  refusedAt: Date
  refusedBy: string
}

/** What editors refused, the last first, at most `limit`. */
export async function latestRefusals(db: Reader, { limit }: { limit: number }): Promise<ListedRefusal[]> {
  return db.select().from(timelineRefusals).orderBy(desc(timelineRefusals.id)).limit(limit)
}

async function saveRefusal(
  tx: Transaction,
  { name, storyIds, by, now }: Decision & { name: string; storyIds: readonly number[] },
): Promise<{ id: number }> {
  const [row] = await tx
    .insert(timelineRefusals)
    .values({ name, refusedAt: now, refusedBy: by.name })
    .returning({ id: timelineRefusals.id })
  if (!row) throw new Error('a refusal got no number')
  const rows = storyIds.map((articleId) => ({ refusalId: row.id, articleId }))
  for (const part of insertable(rows)) await tx.insert(refusedStories).values(part)
  await regroup(tx, storyIds)
  const detail = storiesInWords(storyIds.length)
  await logAction(tx, { action: 'timeline refused', thing: { id: '', name }, detail, now })
  return { id: row.id }
}
