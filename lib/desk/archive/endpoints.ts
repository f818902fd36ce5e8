import { z } from 'zod'
import { foundStorySchema } from '@/lib/desk/archive/found-story'
import { idListSchema } from '@/lib/desk/archive/id-list'
import { endpoint } from '@/lib/desk/endpoint'

/** Stories that match words, best first; without words the newest. `not` is the story from which they are sought. */
export const searchArchive = endpoint('GET', '/api/desk/search', {
  input: z.object({ q: z.string().default(''), not: z.coerce.number<number | string>().int().positive().optional() }),
  answer: z.strictObject({ stories: z.array(foundStorySchema) }),
})

/** The stories of these ids as they are now; those that are gone are left out. */
export const targetsByIds = endpoint('GET', '/api/desk/targets', {
  input: z.object({ ids: idListSchema }),
  answer: z.strictObject({ targets: z.array(foundStorySchema) }),
})

/** The story at an address of this site; null when there is none. */
export const resolveAddress = endpoint('GET', '/api/desk/resolve', {
  input: z.object({ url: z.string() }),
  answer: z.strictObject({ story: foundStorySchema.nullable() }),
})
