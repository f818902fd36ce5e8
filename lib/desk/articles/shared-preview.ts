import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'

/** A link that shows an article to somebody without an account. */
export const sharedPreviewSchema = z.strictObject({
  id: rowId,
  createdBy: z.string(),
  createdAt: epochMs,
  expiresAt: epochMs,
  /** The version that it shows and that may be approved or refused; null for the text under work. */
  version: z.int().nullable(),
  /** For whom it was made; empty when nobody is named. */
  recipient: z.string(),
})

export type SharedPreview = z.infer<typeof sharedPreviewSchema>
