import { z } from 'zod'
import { manuscriptSchema } from '@/lib/article/manuscript'

/** One thing about a story that an editor is told before it is published. */
export const checklistItemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  /** The element that it concerns; left out when it concerns none. */
  elementId: z.string().optional(),
  /** The field of the manuscript that it concerns. */
  field: manuscriptSchema.keyof().optional(),
})

export type ChecklistItem = z.infer<typeof checklistItemSchema>

/** What keeps a story from being published, and what would make it better. */
export const checklistSchema = z.strictObject({
  blockers: z.array(checklistItemSchema),
  advice: z.array(checklistItemSchema),
})

export type Checklist = z.infer<typeof checklistSchema>
