import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'

/** Words that somebody wrote where the text has the words of somebody else, until an editor decides. */
export const openConflictSchema = z.strictObject({
  id: rowId,
  /** A field of the manuscript, or `body:` and the id of an element. */
  place: z.string(),
  /** The field's value, or the element. */
  setAside: z.unknown(),
  /** The element before it in the text of the person who wrote it; null for none, and for fields. */
  afterId: z.string().nullable(),
  writtenBy: z.string(),
  writtenAt: epochMs,
})

export type OpenConflict = z.infer<typeof openConflictSchema>
