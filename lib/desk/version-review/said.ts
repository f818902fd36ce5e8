import { z } from 'zod'
import { epochMs } from '@/lib/desk/answers'

export const VERSION_ANSWERS = ['comment', 'approval', 'refusal'] as const

/** What somebody without an account said about the version that a link shows. */
export const saidSchema = z.strictObject({
  kind: z.enum(VERSION_ANSWERS),
  words: z.string(),
  /** The words of the story that it is about; empty for the whole. */
  quote: z.string(),
  writtenAt: epochMs,
})

export type Said = z.infer<typeof saidSchema>
