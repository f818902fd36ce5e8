import { z } from 'zod'
import { emptyAnswer, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { placedSchema, takenBackSchema } from '@/lib/desk/links/link-batch'

/** One press accepts or refuses no more: that is more than a page lists. */
const MAX_AT_ONCE = 100

/** Places proposed links in older stories, each as it was shown; as one batch. */
export const acceptBackLinks = endpoint('POST', '/api/desk/links/accept', {
  logs: 'story back-link placed',
  input: z.strictObject({
    proposals: z
      .array(z.strictObject({ id: rowId, version: rowId }))
      .min(1)
      .max(MAX_AT_ONCE),
  }),
  answer: placedSchema,
})

/** Refuses proposals for good. */
export const refuseBackLinks = endpoint('POST', '/api/desk/links/refuse', {
  logs: 'story link refused',
  input: z.strictObject({ proposals: z.array(rowId).min(1).max(MAX_AT_ONCE) }),
  answer: emptyAnswer,
})

/** Takes the links of a batch back. */
export const takeBackLinks = endpoint('POST', '/api/desk/links/batches/[batch]/take-back', {
  logs: 'story back-link taken back',
  input: noInput,
  answer: takenBackSchema,
})

/** Looks for stories of any age that may link to this one, and lets them wait as proposals. */
export const lookForLinks = endpoint('POST', '/api/desk/links/look', {
  logs: 'story links looked for',
  input: z.strictObject({ story: rowId }),
  answer: z.strictObject({ found: z.int() }),
})
