import { z } from 'zod'
import { epochMs } from '@/lib/desk/answers'
import { plannedStorySchema } from '@/lib/planning/planned-story'

/** What the page of plans shows. */
export const plansViewSchema = z.strictObject({
  /** The stories of the days that are shown; in a list, all that are still to be done. */
  stories: z.array(plannedStorySchema),
  /** Planned stories to be done that have no deadline; in a list, none, because they are among the others. */
  undated: z.array(plannedStorySchema),
  /** Fronts that are planned to be published on those days. */
  editions: z.array(
    z.strictObject({
      startsAt: epochMs,
      /** The section's name; null for the front page. */
      section: z.string().nullable(),
      publishedBy: z.string(),
    }),
  ),
  /** The first day that is shown, and the day after the last, as "2026-11-23"; both empty in a list. */
  from: z.string(),
  until: z.string(),
  /** The day of today in the paper's zone. */
  today: z.string(),
  /** The instant of the answer. */
  now: epochMs,
})

export type PlansView = z.infer<typeof plansViewSchema>
