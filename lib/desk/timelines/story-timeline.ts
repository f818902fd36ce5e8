import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'
import { timelineStorySchema } from '@/lib/desk/timelines/listed-timeline'

/** A timeline as it is chosen by name. */
export const namedTimelineSchema = z.strictObject({ id: rowId, name: z.string() })

/** Where a story stands among the timelines, as its writing room shows it. */
export const storyTimelineSchema = z.strictObject({
  /** The timeline that it is in; null for none. */
  timeline: z
    .strictObject({
      ...namedTimelineSchema.shape,
      path: z.string(),
      language: z.string(),
      /** How many of its stories readers have. */
      stories: z.int().nonnegative(),
      /** Whether its stories lead readers there. */
      isShown: z.boolean(),
    })
    .nullable(),
  /** Timelines to which it may belong, the likeliest first; none for somebody who may not decide about it. */
  fitting: z.array(namedTimelineSchema),
  /** The stories that may make a timeline with it, itself among them, the oldest first; none, likewise. */
  together: z.array(timelineStorySchema),
})

export type StoryTimeline = z.infer<typeof storyTimelineSchema>
