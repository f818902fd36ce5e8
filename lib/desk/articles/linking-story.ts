import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/article/article'
import { rowId } from '@/lib/desk/answers'

/** A story that links to another one, and every place where it does, in reading order. */
export const linkingStorySchema = z.strictObject({
  id: rowId,
  headline: z.string(),
  state: z.enum(ARTICLE_STATES),
  places: z.array(z.strictObject({ where: z.enum(['text', 'also-read', 'related-news']), elementId: z.string() })),
})

export type LinkingStory = z.infer<typeof linkingStorySchema>
