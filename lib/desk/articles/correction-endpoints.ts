import { z } from 'zod'
import { epochMs, noInput, rowId } from '@/lib/desk/answers'
import { MAX_CORRECTION_LENGTH } from '@/lib/desk/articles/article-input'
import { endpoint } from '@/lib/desk/endpoint'
import { textLine } from '@/lib/desk/text-input'

const listedCorrections = z.strictObject({
  /** The newest first. */
  corrections: z.array(z.strictObject({ id: rowId, note: z.string(), correctedAt: epochMs })),
})

export type ListedCorrections = z.infer<typeof listedCorrections>

/** The corrections of a story that readers see. */
export const listCorrections = endpoint('GET', '/api/desk/articles/[id]/corrections', {
  input: noInput,
  answer: listedCorrections,
})

/** Rewords the note of a correction; the history says what it was. */
export const rewordCorrection = endpoint('PUT', '/api/desk/articles/[id]/corrections/[correction]', {
  logs: 'story correction reworded',
  input: z.strictObject({ note: textLine(MAX_CORRECTION_LENGTH) }),
  answer: listedCorrections,
})
