import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/article/article'
import { epochMs, rowId } from '@/lib/desk/answers'
import { articlePermissionsSchema } from '@/lib/desk/articles/article-permissions'
import { savedManuscriptSchema } from '@/lib/desk/articles/saved-manuscript'

/** An article as it is open at the desk. */
export const openedArticleSchema = savedManuscriptSchema.extend({
  id: rowId,
  state: z.enum(ARTICLE_STATES),
  /** Who began it at the desk; null when it came from elsewhere, or the account is gone. */
  ownerName: z.string().nullable(),
  /** Where readers find it, or will; null while it has no section. */
  path: z.string().nullable(),
  /** In the future while scheduled; null until it is scheduled or published. */
  publishedAt: epochMs.nullable(),
  updatedAt: epochMs.nullable(),
  /** In the future while only an end is set. */
  withdrawnAt: epochMs.nullable(),
  withdrawalReason: z.string(),
  embargoUntil: epochMs.nullable(),
  /** When the draft was deleted; null while it is not. */
  deletedAt: epochMs.nullable(),
  /** Whether the text differs from what readers have, or will have at the scheduled time. */
  hasUnpublishedChanges: z.boolean(),
  /** Which pictures of the text readers do not get with a story that goes out by time, and why, in sentences. */
  withheld: z.array(z.string()),
  /** The last scheduled change of state, when it was noticed late. */
  late: z.strictObject({ event: z.enum(['published', 'withdrawn']), seconds: z.number() }).nullable(),
  can: articlePermissionsSchema,
})

export type OpenedArticle = z.infer<typeof openedArticleSchema>
