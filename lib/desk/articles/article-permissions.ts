import { z } from 'zod'
import { can, type DeskAction, type Editor, type Ownership } from '@/lib/accounts/permissions'

/** The permissions that concern an article that is open at the desk. */
export const ARTICLE_PERMISSIONS = [
  'read article',
  'save article',
  'settle conflict',
  'submit article',
  'return article',
  'take article back',
  'publish article',
  'schedule article',
  'embargo article',
  'change published article',
  'discard changes',
  'readdress article',
  'withdraw article',
  'republish article',
  'comment on article',
  'pair stories',
  'tend links',
  'arrange timelines',
  'duplicate article',
  'delete draft',
  'recover draft',
  'read revisions',
  'restore revision',
  'preview article',
  'share preview',
] as const satisfies DeskAction[]

export type ArticlePermission = (typeof ARTICLE_PERMISSIONS)[number]

/** Whether somebody may do it, for each action. */
export const articlePermissionsSchema = z.record(z.enum(ARTICLE_PERMISSIONS), z.boolean())

/** Whether `editor` may do each of these to the article with this ownership. */
export function articlePermissions(
  editor: Pick<Editor, 'id' | 'role'>,
  ownership: Ownership,
): Record<ArticlePermission, boolean> {
  return articlePermissionsSchema.parse(
    Object.fromEntries(ARTICLE_PERMISSIONS.map((action) => [action, can(editor, action, ownership)])),
  )
}
