import { z } from 'zod'
import type { BadLine } from '@/lib/addresses/redirect-lines'
import { emptyAnswer, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'

/** Some two thousand lines: the site goes on answering readers meanwhile. The command line takes a whole archive. */
const MAX_CHARACTERS = 200_000

const badLineSchema: z.ZodType<BadLine> = z.strictObject({ line: z.int(), text: z.string(), message: z.string() })

/** Redirects an address to a story of the archive or, without one, to a path. */
export const addRedirect = endpoint('POST', '/api/desk/addresses/redirects', {
  logs: 'redirect added',
  input: z.object({ from: z.string(), story: rowId.nullish(), to: z.string().default('') }),
  answer: z.strictObject({
    from: z.string(),
    /** The page at which readers arrive; null while its story is not public. */
    leadsTo: z.string().nullable(),
  }),
})

/** Adds redirects, one a line; the good lines are saved whatever the others are. */
export const importRedirects = endpoint('POST', '/api/desk/addresses/redirects/import', {
  logs: 'redirect list imported',
  input: z.object({ lines: z.string().max(MAX_CHARACTERS, 'These are too many lines at once. Paste fewer.') }),
  answer: z.strictObject({ made: z.int(), bad: z.array(badLineSchema) }),
})

export const removeRedirect = endpoint('POST', '/api/desk/addresses/redirects/remove', {
  logs: 'redirect removed',
  input: z.object({ from: z.string() }),
  answer: emptyAnswer,
})

/** Takes an address off the list of those that readers missed. */
export const dismissMissedAddress = endpoint('POST', '/api/desk/addresses/missed/dismiss', {
  logs: null,
  input: z.object({ path: z.string() }),
  answer: emptyAnswer,
})
