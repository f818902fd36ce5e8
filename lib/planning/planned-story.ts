import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/article/article'
import { epochMs, rowId } from '@/lib/desk/answers'

/** What the newsroom intends for a story. */
export const storyPlanSchema = z.strictObject({
  /** When the text has to be done; null without a deadline. */
  deadline: epochMs.nullable(),
  /** Who writes it; null while nobody does. */
  assignee: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  note: z.string(),
})

export type StoryPlan = z.infer<typeof storyPlanSchema>

/** A story with a plan, or with a publication or an end to come. */
export const plannedStorySchema = storyPlanSchema.extend({
  id: rowId,
  version: z.int().positive(),
  headline: z.string(),
  /** BCP 47 tag. */
  language: z.string(),
  /** The section's name; null until one is chosen. */
  section: z.string().nullable(),
  /** At the instant of the answer: a due story is published. */
  state: z.enum(ARTICLE_STATES),
  /** First publication, in the future while scheduled; null until either. */
  publishedAt: epochMs.nullable(),
  /** When it was withdrawn, or will be; null while no end is set. */
  withdrawnAt: epochMs.nullable(),
  /** Whether nothing is written yet but a headline. */
  isUnwritten: z.boolean(),
})

export type PlannedStory = z.infer<typeof plannedStorySchema>

/** Whether a story is still to be done: neither scheduled nor public, and not withdrawn. */
export function isToDo({ state }: Pick<PlannedStory, 'state'>): boolean {
  return state === 'draft' || state === 'in-review'
}

/** Whether a story is late at `now` (milliseconds since 1970): it is still to be done and its deadline has passed. */
export function isLate(story: Pick<PlannedStory, 'state' | 'deadline'>, now: number): boolean {
  return isToDo(story) && story.deadline !== null && story.deadline <= now
}

/** What happens at an instant of the calendar. */
export interface PlanEntry {
  what: 'deadline' | 'publication' | 'end'
  at: number
  story: PlannedStory
}

/**
 * What happens to the stories from `from` until before `until` (milliseconds since 1970), earliest first, ties by story:
 * the deadlines, the publications of those that are scheduled or had a plan, and the ends that are set.
 */
export function planEntries(
  stories: readonly PlannedStory[],
  { from, until }: { from: number; until: number },
): PlanEntry[] {
  const entries = stories.flatMap((story): PlanEntry[] => {
    const instants: [PlanEntry['what'], number | null][] = [
      ['deadline', story.deadline],
      ['publication', story.state === 'withdrawn' ? null : story.publishedAt],
      ['end', story.withdrawnAt],
    ]
    return instants.flatMap(([what, at]) => (at !== null && at >= from && at < until ? { what, at, story } : []))
  })
  return entries.sort((a, b) => a.at - b.at || a.story.id - b.story.id)
}
