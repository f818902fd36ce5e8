import { z } from 'zod'
import { manuscriptSchema } from '@/lib/article/manuscript'
import { epochMs, rowId } from '@/lib/desk/answers'
import { openConflictSchema } from '@/lib/desk/articles/open-conflict'

/** The answer to a save: the text under work as it is now, with what others wrote meanwhile in it. */
export const savedManuscriptSchema = z.strictObject({
  version: rowId,
  manuscript: manuscriptSchema,
  savedAt: epochMs,
  savedBy: z.string(),
  conflicts: z.array(openConflictSchema),
})

export type SavedManuscript = z.infer<typeof savedManuscriptSchema>
