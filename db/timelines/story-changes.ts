import { and, eq } from 'drizzle-orm'
import { savePagesLostBy } from '@/db/addresses/lost-list-pages'
import { logAction } from '@/db/audit/log'
import { invalidate } from '@/db/store/invalidation'
import { timelineStories, timelines } from '@/db/store/linking-schema'
import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import { isOneOf } from '@/db/store/value-lists'
import { regroup } from '@/db/timelines/regroup'
import {
  barredStory,
  barStories,
  makeTimeline,
  putStories,
  storiesByIds,
  storiesInWords,
} from '@/db/timelines/timeline-changes'
import { storyIdsOf, timelineById } from '@/db/timelines/timelines'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { Timeline } from '@/lib/linking/timelines/timeline'
import { tags } from '@/lib/pages/tags'

interface TimelineChange {
  /** The timeline. */
  id: number
  by: { name: string }
  now: Date
}

/**
 * Puts stories into timeline `id`, including those taken out earlier. Refused when one of them does not exist, is in another
 * timeline or in another language. null when the timeline does not exist.
 */
export async function addStories(
  db: Writer,
  { id, storyIds, by, now }: TimelineChange & { storyIds: readonly number[] },
): Promise<Record<string, never> | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const timeline = await timelineById(tx, id)
    if (!timeline) return null
    const present = new Set(await storyIdsOf(tx, id))
    const added = storyIds.filter((story) => !present.has(story))
    const stories = await storiesByIds(tx, added)
    if (stories.length < new Set(added).size) return refuse('stories', 'This story does not exist any more.')
    const barred = await barredStory(tx, { stories, language: timeline.language, self: id })
    if (barred) return barred
    if (!stories.length) return {}
    await putStories(tx, { id, storyIds: added, by, now })
    await regroup(tx, added)
    await logStories(tx, { action: 'timeline given stories', timeline, stories, now })
    return {}
  })
}

/**
 * Takes stories out of timeline `id`, or keeps the site from proposing them for it. Only an editor
 * can add them again. null when the timeline does not exist.
 */
export async function removeStories(
  db: Writer,
  { id, storyIds, by, now }: TimelineChange & { storyIds: readonly number[] },
): Promise<Record<string, never> | null> {
  return inTransaction(db, async (tx) => {
    const timeline = await timelineById(tx, id)
    if (!timeline) return null
    const stories = await storiesByIds(tx, storyIds)
    const ids = stories.map((story) => story.id)
    await barStories(tx, { id, storyIds: ids, by: by.name, now })
    await takeOut(tx, { timeline, storyIds: ids, now })
    await regroup(tx, ids)
    if (ids.length) await logStories(tx, { action: 'timeline stories taken out', timeline, stories, now })
    return {}
  })
}

/**
 * Makes a timeline called `name` of some stories of timeline `id`. The site puts no story of either into the other. Refused
 * when nothing would be left in one of the two. null when the timeline does not exist.
 */
export async function splitTimeline(
  db: Writer,
  { id, storyIds, name, by, now }: TimelineChange & { storyIds: readonly number[]; name: string },
): Promise<{ id: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const timeline = await timelineById(tx, id)
    if (!timeline) return null
    const present = await storyIdsOf(tx, id)
    const moved = present.filter((story) => storyIds.includes(story))
    const left = present.filter((story) => !storyIds.includes(story))
    if (!moved.length) return refuse('stories', 'Choose the stories of the new timeline.')
    if (!left.length)
      return refuse('stories', 'Leave at least one story. To call the timeline something else, rename it.')
    await takeOut(tx, { timeline, storyIds: moved, now })
    const made = await makeTimeline(tx, { name, slug: '', introduction: '', storyIds: moved, without: left, by, now })
    // Thrown, so that the stories stay where they were.
    if ('problems' in made) throw new SplitRefused(made)
    await barStories(tx, { id, storyIds: moved, by: by.name, now })
    const detail = `${storiesInWords(moved.length)} into ${name}`
    await logAction(tx, { action: 'timeline split', thing: { id, name: timeline.name }, detail, now })
    return { id: made.id }
  }).catch((error: unknown) => {
    if (error instanceof SplitRefused) return error.refusal
    throw error
  })
}

class SplitRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super('the timeline was not split')
  }
}

/** Takes stories out of the timeline, with the pages that it loses; in the open transaction. */
export async function takeOut(
  tx: Transaction,
  { timeline: { id, leadId }, storyIds, now }: { timeline: Timeline; storyIds: readonly number[]; now: Date },
): Promise<void> {
  const rows = await tx
    .delete(timelineStories)
    .where(and(eq(timelineStories.timelineId, id), isOneOf(timelineStories.articleId, storyIds)))
    .returning({ id: timelineStories.articleId })
  if (!rows.length) return
  if (leadId !== null && storyIds.includes(leadId)) {
    await tx.update(timelines).set({ leadId: null }).where(eq(timelines.id, id))
  }
  await savePagesLostBy(tx, { list: { kind: 'timeline', id }, left: rows.length, now })
  await invalidate(
    tx,
    [tags.timeline(id), tags.timelineList(id), tags.timelines, ...storyIds.map(tags.timelineOf)],
    now,
  )
}

async function logStories(
  tx: Transaction,
  {
    action,
    timeline: { id, name },
    stories,
    now,
  }: {
    action: 'timeline given stories' | 'timeline stories taken out'
    timeline: Timeline
    stories: readonly { headline: string }[]
    now: Date
  },
): Promise<void> {
  const detail = stories.map(({ headline }) => headline).join('; ')
  await logAction(tx, { action, thing: { id, name }, detail, now })
}
