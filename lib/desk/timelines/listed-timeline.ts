import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'

/** A story as the desk lists it with a timeline. */
export const timelineStorySchema = z.strictObject({
  id: rowId,
  headline: z.string(),
  language: z.string(),
  /** null while it was never published. */
  publishedAt: epochMs.nullable(),
  isPublic: z.boolean(),
})

/** A timeline of the paper in a list. */
export const listedTimelineSchema = z.strictObject({
  id: rowId,
  name: z.string(),
  path: z.string(),
  /** How many stories readers have. */
  stories: z.int().nonnegative(),
  /** When the newest of them was published; null for none. */
  newestAt: epochMs.nullable(),
  /** How many stories wait for an editor to say whether they belong to it. */
  fitting: z.int().nonnegative(),
})

/** Stories that the site finds to tell of one event, the oldest first. */
export const proposalSchema = z.strictObject({ id: rowId, stories: z.array(timelineStorySchema) })

/** What an editor refused. */
export const refusalSchema = z.strictObject({
  id: rowId,
  name: z.string(),
  refusedAt: epochMs,
  refusedBy: z.string(),
})

/** What an editor decides about timelines: what is proposed, the newest first, and what was refused last. */
export const timelineDecisionsSchema = z.strictObject({
  proposals: z.array(proposalSchema),
  refusals: z.array(refusalSchema),
})

/** A timeline that was merged into another one, and that can come back. */
export const listedMergeSchema = z.strictObject({
  id: rowId,
  name: z.string(),
  mergedAt: epochMs,
  mergedBy: z.string(),
  /** How many stories it had. */
  stories: z.int().nonnegative(),
})

/** What undoing a merge came to (lib/linking/timelines/before-merge.ts). */
export const undoneMergeSchema = z.strictObject({
  id: rowId,
  path: z.string(),
  stories: z.int().nonnegative(),
  leftOut: z.array(z.string()),
  hasNewAddress: z.boolean(),
  keepsIntroduction: z.boolean(),
})

/** A timeline as its page of the desk shows it. */
export const openedTimelineSchema = z.strictObject({
  id: rowId,
  slug: z.string(),
  name: z.string(),
  introduction: z.string(),
  path: z.string(),
  language: z.string(),
  leadId: rowId.nullable(),
  /** The newest first; those that readers do not have yet before all others. */
  stories: z.array(timelineStorySchema),
  /** Stories that may belong to it, the likeliest first. */
  fitting: z.array(timelineStorySchema),
  /** What was merged into it and can come back, the last first. */
  merges: z.array(listedMergeSchema),
})

export type TimelineStory = z.infer<typeof timelineStorySchema>
export type ListedTimeline = z.infer<typeof listedTimelineSchema>
export type Proposal = z.infer<typeof proposalSchema>
export type TimelineDecisions = z.infer<typeof timelineDecisionsSchema>
export type OpenedTimeline = z.infer<typeof openedTimelineSchema>
