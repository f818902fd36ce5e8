import { z } from 'zod'
import { epochMs } from '@/lib/desk/answers'

/** A saved version of an article, as the desk lists it. */
export const listedRevisionSchema = z.strictObject({
  version: z.int(),
  savedAt: epochMs,
  /** The name of whoever saved, as it was then. */
  savedBy: z.string(),
  /** Their account; null when there is none, or none is known. */
  savedById: z.string().nullable(),
  /** The newsroom's verb: written, saved, published, corrected … */
  reason: z.string(),
  /** What the editor said about it; empty for nothing. */
  remark: z.string(),
  /** Whether it was a working copy, which readers were not given. */
  aside: z.boolean(),
})

export type ListedRevision = z.infer<typeof listedRevisionSchema>
