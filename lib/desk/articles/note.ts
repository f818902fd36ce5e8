import { z } from 'zod'
import { passageSchema } from '@/lib/comments/passage'
import { epochMs, rowId } from '@/lib/desk/answers'

/**
 * A hand-over goes with a change of state: to review, back to the writer. With an approval or a refusal somebody without
 * an account says whether a version may be published.
 */
export const NOTE_KINDS = ['comment', 'hand-over', 'approval', 'refusal'] as const

/** What somebody told the others about a story. */
export const noteSchema = z.strictObject({
  id: rowId,
  kind: z.enum(NOTE_KINDS),
  words: z.string(),
  writtenBy: z.string(),
  writtenAt: epochMs,
  /** null while it is open. */
  resolvedAt: epochMs.nullable(),
  /** null while it is open, and when it is not known. */
  resolvedBy: z.string().nullable(),
  /** The note that it answers; null for the first of a thread. */
  replyTo: rowId.nullable(),
  /** The passage that it is about; null for the whole story. */
  passage: passageSchema.nullable(),
  /** The version that its writer had before them; null when that is unknown. */
  version: z.int().nullable(),
  /** Whether somebody without an account wrote it, by a link. */
  isOutside: z.boolean(),
})

export type Note = z.infer<typeof noteSchema>

/** So many of the newest notes are shown until somebody asks for older ones, and so many more then. */
export const NOTES_AT_FIRST = 500
/** More than anybody reads in one list. */
export const MAX_NOTES = 20_000
