import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'
import { foundStorySchema, linkedListSchema, namedStoriesSchema } from '@/lib/desk/archive/found-story'
import { idListSchema } from '@/lib/desk/archive/id-list'
import { endpoint } from '@/lib/desk/endpoint'
import { deskSuggestionSchema } from '@/lib/desk/list/desk-suggestion'

/** More than a pasted page names. */
const MAX_ASKED = 200

/** Stories that match words, best first; without words the newest. `not` is the story from which they are sought. */
export const searchArchive = endpoint('GET', '/api/desk/search', {
  input: z.object({ q: z.string().default(''), not: z.coerce.number<number | string>().int().positive().optional() }),
  answer: z.strictObject({ stories: z.array(foundStorySchema) }),
})

/** What an editor may mean by the first letters of a search: names, then stories of the editor's list. */
export const suggestStories = endpoint('GET', '/api/desk/search/suggestions', {
  input: z.object({ q: z.string().default('') }),
  answer: z.strictObject({ suggestions: z.array(deskSuggestionSchema) }),
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

/** What pasted addresses and headlines name: stories and lists of this paper. In the order in which they are asked. */
export const resolvePasted = endpoint('POST', '/api/desk/resolve', {
  logs: null,
  input: z.object({
    addresses: z.array(z.string().max(2048)).max(MAX_ASKED),
    headlines: z.array(z.string().max(500)).max(MAX_ASKED),
    /** The story that is being written, which is never the answer. */
    not: rowId.optional(),
  }),
  answer: z.strictObject({
    addresses: z.array(
      z.strictObject({
        story: foundStorySchema.nullable(),
        list: linkedListSchema.nullable(),
        /** Whether the address answers with a page or a redirect; false for an address of another site. */
        isPage: z.boolean(),
      }),
    ),
    headlines: z.array(namedStoriesSchema),
  }),
})
