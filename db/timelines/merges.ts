import { and, desc, eq, gte, lt, ne } from 'drizzle-orm'
import { movePath, movePathBack, pathsLeadingTo } from '@/db/addresses/redirects'
import { logAction } from '@/db/audit/log'
import { invalidate } from '@/db/store/invalidation'
import { timelineMerges, timelineRemovals, timelineStories, timelines } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { insertable, isOneOf } from '@/db/store/value-lists'
import { takeOut } from '@/db/timelines/story-changes'
import { barStories, storiesByIds } from '@/db/timelines/timeline-changes'
import { storyIdsOf, timelineById, timelineBySlug } from '@/db/timelines/timelines'
import { timelinePath } from '@/lib/addresses/paths'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { BeforeMerge, Removal, UndoneMerge } from '@/lib/linking/timelines/before-merge'
import { tags } from '@/lib/pages/tags'
import { primaryLanguage } from '@/lib/paper/language'
import { DAY_MS } from '@/lib/time/durations'

/** So long a merge can be undone. */
const KEPT_MS = 90 * DAY_MS
/** So many merges of one timeline are listed. */
const MAX_MERGES = 20

/**
 * Merges timeline `id` into timeline `into`: its stories move, its address, pages and feeds redirect, and what was kept out
 * of it is kept out of the other. null when either does not exist; refused when both are the same, or in two languages. It can
 * be undone for ninety days.
 */
export async function mergeTimelines(
  db: Writer,
  { id, into, by, now }: { id: number; into: number; by: { name: string }; now: Date },
): Promise<{ stories: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const gone = await timelineById(tx, id)
    const kept = await timelineById(tx, into)
    if (!gone || !kept) return null
    if (id === into) return refuse('into', 'Choose another timeline.')
    if (primaryLanguage(gone.language) !== primaryLanguage(kept.language)) {
      return refuse('into', 'The two timelines are in different languages.')
    }
    const before = await beforeMerge(tx, { id, into })
    await tx.insert(timelineMerges).values({ name: gone.name, keptId: into, mergedAt: now, mergedBy: by.name, before })
    await tx.update(timelineStories).set({ timelineId: into }).where(eq(timelineStories.timelineId, id))
    await barStories(tx, { id: into, storyIds: before.barred, by: by.name, now })
    await letIn(tx, { id: into, storyIds: before.unbarred.map(({ articleId }) => articleId) })
    if (before.hasGivenIntroduction) {
      await tx.update(timelines).set({ introduction: gone.introduction }).where(eq(timelines.id, into))
    }
    await tx.delete(timelines).where(eq(timelines.id, id))
    await movePath(tx, { from: timelinePath(gone.slug), to: timelinePath(kept.slug), now })
    await invalidate(tx, [...tagsOf(id), ...tagsOf(into), tags.timelines], now)
    await logAction(tx, { action: 'timeline merged', thing: { id, name: gone.name }, detail: `into ${kept.name}`, now })
    return { stories: before.stories.length }
  })
}

/** A timeline that was merged into another one, and that can come back. */
export interface ListedMerge {
  id: number
  name: string
  mergedAt: Date
  mergedBy: string
  /** How many stories it had. */
  stories: number
}

/** What was merged into timeline `id` in the ninety days before `now`, the last first, at most twenty. */
export async function mergesInto(db: Reader, { id, now }: { id: number; now: Date }): Promise<ListedMerge[]> {
  const rows = await db
    .select()
    .from(timelineMerges)
    .where(and(eq(timelineMerges.keptId, id), gte(timelineMerges.mergedAt, lastsSince(now))))
    .orderBy(desc(timelineMerges.id))
    .limit(MAX_MERGES)
  return rows.map(({ before, keptId: _, ...merge }) => ({ ...merge, stories: before.stories.length }))
}

/**
 * Undoes merge `id`: the timeline is there again with its name, address, stories and first story, and what was kept out of
 * either is kept out of it again. What somebody changed since stays: a story that is no longer in the timeline that stayed, an
 * introduction that was written anew, an address that another timeline has. null when there is no such merge; refused when the
 * timeline that stayed is gone, or has none of the stories.
 */
export async function undoMerge(
  db: Writer,
  { id, now }: { id: number; now: Date },
): Promise<UndoneMerge | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const [merge] = await tx.select().from(timelineMerges).where(eq(timelineMerges.id, id))
    if (!merge) return null
    const { before, keptId } = merge
    const { timeline } = before
    const kept = await timelineById(tx, keptId)
    if (!kept) {
      return refuse(
        '',
        'The timeline that it was merged into is no longer in the paper. Undo first what was done with that.',
      )
    }
    const members = new Set(await storyIdsOf(tx, keptId))
    const back = before.stories.filter(({ articleId }) => members.has(articleId))
    if (before.stories.length && !back.length) return refuse('', `None of its stories is in “${kept.name}” any more.`)
    const slug = await freeSlug(tx, timeline)
    const path = timelinePath(slug)
    const storyIds = back.map(({ articleId }) => articleId)
    const leadId = timeline.leadId !== null && storyIds.includes(timeline.leadId) ? timeline.leadId : null

    await tx.delete(timelineMerges).where(eq(timelineMerges.id, id))
    await tx.insert(timelines).values({ ...timeline, slug, leadId, createdAt: new Date(timeline.createdAt) })
    await takeOut(tx, { timeline: kept, storyIds, now })
    for (const part of insertable(
      back.map((story) => ({ ...story, timelineId: timeline.id, addedAt: new Date(story.addedAt) })),
    )) {
      await tx.insert(timelineStories).values(part)
    }
    await undoRemovals(tx, { merge, storyIds })
    const keepsIntroduction =
      before.hasGivenIntroduction && kept.introduction !== '' && kept.introduction !== timeline.introduction
    if (before.hasGivenIntroduction && !keepsIntroduction) {
      await tx.update(timelines).set({ introduction: '' }).where(eq(timelines.id, keptId))
    }
    await movePathBack(tx, { path, to: timelinePath(kept.slug), former: before.formerPaths, now })
    await invalidate(tx, [...tagsOf(timeline.id), ...tagsOf(keptId), tags.timelines], now)
    const thing = { id: timeline.id, name: timeline.name }
    await logAction(tx, { action: 'timeline merge undone', thing, detail: `from ${kept.name}`, now })
    const left = before.stories.flatMap(({ articleId }) => (members.has(articleId) ? [] : [articleId]))
    return {
      id: timeline.id,
      path,
      stories: back.length,
      hasNewAddress: slug !== timeline.slug,
      keepsIntroduction,
      leftOut: (await storiesByIds(tx, left)).map(({ headline }) => headline),
    }
  })
}

/** Deletes merges of more than ninety days before `now`: they can no longer be undone. */
export async function pruneMerges(db: Writer, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, (tx) => tx.delete(timelineMerges).where(lt(timelineMerges.mergedAt, lastsSince(now))))
}

function lastsSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS)
}

function tagsOf(id: number): string[] {
  return [tags.timeline(id), tags.timelineList(id)]
}

/** What it takes to undo the merge of timeline `id` into timeline `into`. */
async function beforeMerge(db: Reader, { id, into }: { id: number; into: number }): Promise<BeforeMerge> {
  const [row] = await db.select().from(timelines).where(eq(timelines.id, id))
  const kept = await timelineById(db, into)
  if (!row || !kept) throw new Error(`timeline ${id} or ${into} does not exist`)
  const stories = await db.select().from(timelineStories).where(eq(timelineStories.timelineId, id))
  const removals = await removalsOf(db, id)
  const keptOut = await removalsOf(db, into)
  const moved = new Set(stories.map(({ articleId }) => articleId))
  const known = new Set([...(await storyIdsOf(db, into)), ...keptOut.map(({ articleId }) => articleId)])
  return {
    timeline: { ...row, createdAt: row.createdAt.getTime() },
    stories: stories.map(({ articleId, addedAt, addedBy }) => ({ articleId, addedAt: addedAt.getTime(), addedBy })),
    removals,
    barred: removals.flatMap(({ articleId }) => (known.has(articleId) ? [] : [articleId])),
    unbarred: keptOut.filter(({ articleId }) => moved.has(articleId)),
    hasGivenIntroduction: kept.introduction === '' && row.introduction !== '',
    formerPaths: await pathsLeadingTo(db, timelinePath(row.slug)),
  }
}

async function removalsOf(db: Reader, id: number): Promise<Removal[]> {
  const rows = await db.select().from(timelineRemovals).where(eq(timelineRemovals.timelineId, id))
  return rows.map(({ articleId, removedAt, removedBy }) => ({ articleId, removedAt: removedAt.getTime(), removedBy }))
}

/** Keeps out of both timelines what was kept out before the merge; what somebody decided since stays. */
async function undoRemovals(
  tx: Transaction,
  { merge, storyIds }: { merge: typeof timelineMerges.$inferSelect; storyIds: readonly number[] },
): Promise<void> {
  const { before, keptId, mergedAt } = merge
  // What another timeline brought along, which is merged into the same one, stays out for its sake.
  const others = await tx
    .select()
    .from(timelineMerges)
    .where(and(eq(timelineMerges.keptId, keptId), ne(timelineMerges.id, merge.id)))
  const alsoBarred = new Set(others.flatMap((other) => other.before.removals.map(({ articleId }) => articleId)))
  const barred = before.barred.filter((articleId) => !alsoBarred.has(articleId))
  const ofMerge = and(eq(timelineRemovals.timelineId, keptId), eq(timelineRemovals.removedAt, mergedAt))
  await tx.delete(timelineRemovals).where(and(ofMerge, isOneOf(timelineRemovals.articleId, barred)))
  await barAsBefore(tx, {
    id: keptId,
    removals: before.unbarred.filter(({ articleId }) => storyIds.includes(articleId)),
  })
  await barAsBefore(tx, { id: before.timeline.id, removals: before.removals })
}

async function barAsBefore(
  tx: Transaction,
  { id, removals }: { id: number; removals: readonly Removal[] },
): Promise<void> {
  const present = new Set(
    (
      await storiesByIds(
        tx,
        removals.map(({ articleId }) => articleId),
      )
    ).map((story) => story.id),
  )
  const rows = removals
    .filter(({ articleId }) => present.has(articleId))
    .map((removal) => ({ ...removal, timelineId: id, removedAt: new Date(removal.removedAt) }))
  for (const part of insertable(rows)) await tx.insert(timelineRemovals).values(part).onConflictDoNothing()
}

async function letIn(tx: Transaction, { id, storyIds }: { id: number; storyIds: readonly number[] }): Promise<void> {
  const ofTimeline = eq(timelineRemovals.timelineId, id)
  await tx.delete(timelineRemovals).where(and(ofTimeline, isOneOf(timelineRemovals.articleId, storyIds)))
}

/** The slug that the timeline had, or one with a number behind it where another timeline has that. */
async function freeSlug(db: Reader, { id, slug }: { id: number; slug: string }): Promise<string> {
  let free = slug
  for (let number = id; (await timelineBySlug(db, free)).value; number++) free = `${slug}-${number}`
  return free
}
