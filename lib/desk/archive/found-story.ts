import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/article/article'
import { LINKED_LISTS } from '@/lib/article/body'
import { epochMs, rowId } from '@/lib/desk/answers'

/** A story as the desk finds it to link to, whatever its state. */
export const foundStorySchema = z.strictObject({
  id: rowId,
  headline: z.string(),
  standfirst: z.string(),
  /** The section's name; null until one is chosen. */
  section: z.string().nullable(),
  /** At the instant of the answer: a due story is published. */
  state: z.enum(ARTICLE_STATES),
  /** First publication, in the future while scheduled; null until it is scheduled or published. */
  publishedAt: epochMs.nullable(),
  /** BCP 47 tag. */
  language: z.string(),
  /** The story that it tells in another language; null for an original. */
  translationOfId: rowId.nullable(),
  /** Where readers find it, or will; null while it has no section. */
  path: z.string().nullable(),
  /** Whether it is in the bin; only a text that links to it is told. */
  isDeleted: z.boolean(),
})

/** A list of the paper at an address. */
export const linkedListSchema = z.strictObject({ list: z.enum(LINKED_LISTS), id: rowId })

/** The stories that a headline may mean. */
export const namedStoriesSchema = z.strictObject({
  /** The story that is called exactly this, but for capitals and punctuation; null when there is none, or several. */
  exact: foundStorySchema.nullable(),
  /** Stories that are called nearly this, the likeliest first. */
  near: z.array(foundStorySchema),
})

export type NamedStories = z.infer<typeof namedStoriesSchema>
export type FoundStory = z.infer<typeof foundStorySchema>
