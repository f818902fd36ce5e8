import { can, type DeskAction, type Editor, type Ownership } from '@/lib/accounts/permissions'

/** What can be asked of an article that stands open at the desk. */
export const ARTICLE_ACTIONS = [
  'read article',
  'save article',
  'settle conflict',
  'submit article',
  'return article',
  'publish article',
  'schedule article',
  'embargo article',
  'change published article',
  'discard changes',
  'readdress article',
  'withdraw article',
  'republish article',
  'comment on article',
  'duplicate article',
  'delete draft',
  'recover draft',
  'read revisions',
  'restore revision',
  'preview article',
  'share preview',
] as const satisfies DeskAction[]

export type ArticleAction = (typeof ARTICLE_ACTIONS)[number]

/** For each of these, whether `editor` may do it to the article with this ownership. */
export function allowedActions(
  editor: Pick<Editor, 'id' | 'role'>,
  ownership: Ownership,
): Record<ArticleAction, boolean> {
  const allowed = ARTICLE_ACTIONS.map((action) => [action, can(editor, action, ownership)])
  return Object.fromEntries(allowed) as Record<ArticleAction, boolean>
}
