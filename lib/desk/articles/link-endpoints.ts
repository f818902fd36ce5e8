import { z } from 'zod'
import { emptyAnswer, noInput, rowId } from '@/lib/desk/answers'
import { linkSuggestionSchema } from '@/lib/desk/articles/link-suggestion'
import { endpoint } from '@/lib/desk/endpoint'
import { OPEN_SLOTS } from '@/lib/linking/placement/open-slots'
import { PAIR_CHOICES } from '@/lib/linking/suggesting/pair-choice'

/** The stories that an article may link to, the best first, as its text was saved last; and what publishing does with open slots. */
export const articleLinkSuggestions = endpoint('GET', '/api/desk/articles/[id]/link-suggestions', {
  input: noInput,
  answer: z.strictObject({ suggestions: z.array(linkSuggestionSchema), openSlots: z.enum(OPEN_SLOTS) }),
})

/** Refuses a suggestion for this article alone, or takes that back. */
export const refuseLink = endpoint('POST', '/api/desk/articles/[id]/link-refusals', {
  logs: 'story link refused',
  input: z.strictObject({ target: rowId, isRefused: z.boolean() }),
  answer: emptyAnswer,
})

/** Decides for good about linking this article to another one; null takes back what was decided. */
export const pairStories = endpoint('POST', '/api/desk/articles/[id]/link-pairs', {
  logs: 'story link pinned',
  input: z.strictObject({ target: rowId, choice: z.enum(PAIR_CHOICES).nullable() }),
  answer: emptyAnswer,
})
