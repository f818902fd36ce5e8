import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'

/** What somebody told the others about a story. */
export const noteSchema = z.strictObject({
  id: rowId,
  /** A hand-over goes with a change of state: to review, back to the writer. */
  kind: z.enum(['comment', 'hand-over']),
  words: z.string(),
  writtenBy: z.string(),
  writtenAt: epochMs,
  /** null while it is open. */
  resolvedAt: epochMs.nullable(),
})

export type Note = z.infer<typeof noteSchema>
