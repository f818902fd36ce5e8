import { z } from 'zod'
import { bulkActionSchema, bulkResultSchema, chosenStorySchema, MAX_IN_BULK } from '@/lib/desk/bulk/bulk-action'
import { endpoint } from '@/lib/desk/endpoint'

/** Does one thing to several stories; the answer tells what became of each, in their order. */
export const actInBulk = endpoint('POST', '/api/desk/bulk', {
  logs: 'story changed with others',
  input: z.strictObject({
    action: bulkActionSchema,
    stories: z
      .array(chosenStorySchema)
      .min(1, 'Choose a story first.')
      .max(MAX_IN_BULK, `At most ${MAX_IN_BULK} stories at once.`),
  }),
  answer: z.strictObject({ results: z.array(bulkResultSchema) }),
})
