import { z } from 'zod'
import { epochMs } from '@/lib/desk/answers'

/** How long an emptied bin can be had back. */
export const UNDO_EMPTYING_HOURS = 24

/** One emptying of the bin that can still be undone. */
export const emptiedBinSchema = z.strictObject({
  emptiedAt: epochMs,
  emptiedBy: z.string(),
  count: z.int().positive(),
  /** Until then it can be undone; afterwards the drafts are gone for good. */
  until: epochMs,
})

export type EmptiedBin = z.infer<typeof emptiedBinSchema>
