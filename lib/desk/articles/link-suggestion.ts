import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'

/** A story that another one may link to. */
export const linkSuggestionSchema = z.strictObject({
  id: rowId,
  headline: z.string(),
  /** BCP 47. */
  language: z.string(),
  /** Comparable among the suggestions for one story. */
  score: z.number(),
  /** Why, in a few words each, the strongest first; at least one. */
  reasons: z.array(z.string()).min(1),
  /** Whether an editor pinned it. */
  isPinned: z.boolean(),
})

export type LinkSuggestion = z.infer<typeof linkSuggestionSchema>
