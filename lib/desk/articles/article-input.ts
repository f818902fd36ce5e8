import { z } from 'zod'
import { textLines } from '@/lib/desk/text-input'

/** The version of the article that the editor saw. */
export const seenVersion = z.int().positive()

/** The answer of an action that changed an article: the version at which the article is now. */
export const savedVersion = z.strictObject({ version: z.int().positive() })

/** An instant, sent as milliseconds since 1970, within the years that a paper plans for. */
export const instantInput = z
  .int()
  .min(0)
  .max(Date.UTC(9999, 11, 31))
  .transform((ms) => new Date(ms))

/** The characters of what people of the desk say: with a change of state, in a note, of a plan. */
export const MAX_NOTE_LENGTH = 5000

/** The characters of the note of a correction, when it is reworded. */
export const MAX_CORRECTION_LENGTH = 2000

/** What is said with a change of state; readers or colleagues read it. */
export const messageText = textLines(MAX_NOTE_LENGTH, 'Say it in at most 5,000 characters.')
