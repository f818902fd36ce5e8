import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'
import { pictureSchema } from '@/lib/desk/pictures/picture'

const named = {
  id: rowId,
  name: z.string(),
  slug: z.string(),
  /** Where readers find it. */
  path: z.string(),
}

/** How much it is used: stories of any state that are not deleted, and when the newest public one was published. */
const used = { stories: z.int().nonnegative(), newestAt: epochMs.nullable() }

/** A topic in the list of topics at the desk. */
export const listedTopicSchema = z.strictObject({ ...named, ...used, description: z.string() })

export type ListedTopic = z.infer<typeof listedTopicSchema>

/** An author in the list of authors at the desk. */
export const listedAuthorSchema = z.strictObject({
  ...named,
  ...used,
  role: z.string(),
  bio: z.string(),
  email: z.string(),
  links: z.array(z.strictObject({ name: z.string(), url: z.string() })),
  portrait: pictureSchema.nullable(),
  account: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Whether readers get the page; the name that came with an account has none before its first story. */
  hasPage: z.boolean(),
})

export type ListedAuthor = z.infer<typeof listedAuthorSchema>

/** A part of a list, and how many there are in all. */
export interface NamesPage<Item> {
  items: Item[]
  total: number
}

/** So many names are listed at once. */
export const NAMES_PER_PAGE = 100
