import { z } from 'zod'

/** More than a text names. */
const MAX_IDS = 1000

/** Ids as an address lists them, "3,14,15"; empty for none. */
export const idListSchema = z
  .string()
  .regex(/^(?:[1-9]\d{0,14}(?:,[1-9]\d{0,14})*)?$/, 'ids are whole numbers with commas between them')
  .transform((list) => (list ? list.split(',').map(Number) : []))
  .refine((ids) => ids.length <= MAX_IDS, `at most ${MAX_IDS} ids at once`)
