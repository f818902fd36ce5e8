import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'

/** A link that shows an article to somebody without an account. */
export const sharedPreviewSchema = z.strictObject({
  id: rowId,
  createdBy: z.string(),
  createdAt: epochMs,
  expiresAt: epochMs,
})

export type SharedPreview = z.infer<typeof sharedPreviewSchema>
