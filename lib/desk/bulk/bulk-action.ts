import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'
import { instantInput, messageText, seenVersion } from '@/lib/desk/articles/article-input'

/** What can be done to several stories at once. Each story is checked by itself. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  /** null gives them back. */
  z.strictObject({ kind: z.literal('assign'), assigneeId: z.string().max(80).nullable() }),
  z.strictObject({ kind: z.literal('section'), sectionId: rowId }),
  z.strictObject({ kind: z.literal('add-topic'), topicId: rowId }),
  z.strictObject({ kind: z.literal('remove-topic'), topicId: rowId }),
  z.strictObject({ kind: z.literal('submit'), words: messageText.default('') }),
  z.strictObject({ kind: z.literal('return'), words: messageText.default('') }),
  z.strictObject({ kind: z.literal('publish') }),
  z.strictObject({ kind: z.literal('schedule'), at: instantInput }),
  z.strictObject({ kind: z.literal('withdraw'), reason: messageText }),
  z.strictObject({ kind: z.literal('delete') }),
  z.strictObject({ kind: z.literal('recover') }),
])

export type BulkAction = z.output<typeof bulkActionSchema>

/** As many as a page of the list has. */
export const MAX_IN_BULK = 50

/** A story as the editor saw it in the list. */
export const chosenStorySchema = z.strictObject({ id: rowId, version: seenVersion })

export type ChosenStory = z.output<typeof chosenStorySchema>

/** What became of one story. */
export const bulkResultSchema = z.strictObject({
  id: rowId,
  /** Empty when there is no such story any more. */
  headline: z.string(),
  isDone: z.boolean(),
  /** Why it was not done, in a sentence; empty when it was. */
  message: z.string(),
})

export type BulkResult = z.infer<typeof bulkResultSchema>
