/** From fewest to most permissions: writes own drafts; does all editorial work; also manages users and settings. */
export const ROLES = ['contributor', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What the desk calls the roles wherever one stands alone, in a table or a choice; within a sentence they are small. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  contributor: 'Contributor',
  editor: 'Editor',
  admin: 'Admin',
}

/** A user of the desk. */
export interface Editor {
  id: string
  name: string
  email: string
  role: Role
}

/** The facts that a permission may depend on: whose article it is and whether it is a draft. */
export interface Ownership {
  /** null for an article from the command line, an import or the demo edition. */
  ownerId: string | null
  /** Who was given the story to write, and has the rights of the owner; null or left out for nobody. */
  assigneeId?: string | null
  isDraft: boolean
}

/** The articles on which a role may act: none, own drafts, own ones in any state, all. */
type Reach = 'none' | 'own-drafts' | 'own' | 'all'

/**
 * Every action of the desk and the roles that may do it; no other place decides this. An action that concerns no single
 * article is either 'all' or 'none'.
 */
export const PERMISSIONS = {
  'list articles': { contributor: 'all', editor: 'all', admin: 'all' },
  'see every article': { contributor: 'none', editor: 'all', admin: 'all' },
  'create article': { contributor: 'all', editor: 'all', admin: 'all' },
  'read article': { contributor: 'own', editor: 'all', admin: 'all' },
  'save article': { contributor: 'own-drafts', editor: 'all', admin: 'all' },
  'settle conflict': { contributor: 'own-drafts', editor: 'all', admin: 'all' },
  'submit article': { contributor: 'own-drafts', editor: 'all', admin: 'all' },
  'take article back': { contributor: 'own', editor: 'all', admin: 'all' },
  'return article': { contributor: 'none', editor: 'all', admin: 'all' },
  'publish article': { contributor: 'none', editor: 'all', admin: 'all' },
  'schedule article': { contributor: 'none', editor: 'all', admin: 'all' },
  'embargo article': { contributor: 'none', editor: 'all', admin: 'all' },
  'change published article': { contributor: 'none', editor: 'all', admin: 'all' },
  'discard changes': { contributor: 'none', editor: 'all', admin: 'all' },
  'readdress article': { contributor: 'none', editor: 'all', admin: 'all' },
  'withdraw article': { contributor: 'none', editor: 'all', admin: 'all' },
  'republish article': { contributor: 'none', editor: 'all', admin: 'all' },
  'comment on article': { contributor: 'own', editor: 'all', admin: 'all' },
  'pair stories': { contributor: 'none', editor: 'all', admin: 'all' },
  'tend links': { contributor: 'none', editor: 'all', admin: 'all' },
  'duplicate article': { contributor: 'own', editor: 'all', admin: 'all' },
  'delete draft': { contributor: 'own-drafts', editor: 'all', admin: 'all' },
  'recover draft': { contributor: 'own-drafts', editor: 'all', admin: 'all' },
  'read revisions': { contributor: 'own', editor: 'all', admin: 'all' },
  'restore revision': { contributor: 'own-drafts', editor: 'all', admin: 'all' },
  'preview article': { contributor: 'own', editor: 'all', admin: 'all' },
  'share preview': { contributor: 'none', editor: 'all', admin: 'all' },
  'plan articles': { contributor: 'none', editor: 'all', admin: 'all' },
  'see plans': { contributor: 'all', editor: 'all', admin: 'all' },
  'empty bin': { contributor: 'all', editor: 'all', admin: 'all' },
  'arrange fronts': { contributor: 'none', editor: 'all', admin: 'all' },
  'search archive': { contributor: 'all', editor: 'all', admin: 'all' },
  'upload picture': { contributor: 'all', editor: 'all', admin: 'all' },
  'describe picture': { contributor: 'all', editor: 'all', admin: 'all' },
  'see pictures': { contributor: 'all', editor: 'all', admin: 'all' },
  'decide on pictures': { contributor: 'none', editor: 'all', admin: 'all' },
  'keep own account': { contributor: 'all', editor: 'all', admin: 'all' },
  'manage sections': { contributor: 'none', editor: 'all', admin: 'all' },
  'manage topics': { contributor: 'none', editor: 'all', admin: 'all' },
  'arrange timelines': { contributor: 'none', editor: 'all', admin: 'all' },
  'manage authors': { contributor: 'none', editor: 'all', admin: 'all' },
  'manage pages': { contributor: 'none', editor: 'all', admin: 'all' },
  'arrange menus': { contributor: 'none', editor: 'all', admin: 'all' },
  'manage redirects': { contributor: 'none', editor: 'all', admin: 'all' },
  'manage people': { contributor: 'none', editor: 'none', admin: 'all' },
  'see deliveries': { contributor: 'none', editor: 'all', admin: 'all' },
  'change receivers': { contributor: 'none', editor: 'none', admin: 'all' },
  'see log': { contributor: 'none', editor: 'none', admin: 'all' },
  'manage tokens': { contributor: 'none', editor: 'none', admin: 'all' },
  'change settings': { contributor: 'none', editor: 'none', admin: 'all' },
} as const satisfies Record<string, Record<Role, Reach>>

export type DeskAction = keyof typeof PERMISSIONS

/**
 * Whether `editor` may do `action`, to the article with this ownership where the action concerns one.
 * An action that is limited to own articles is refused when no article is named.
 */
export function can(editor: Pick<Editor, 'id' | 'role'>, action: DeskAction, article?: Ownership): boolean {
  const reach: Reach = PERMISSIONS[action][editor.role]
  if (reach === 'all' || reach === 'none') return reach === 'all'
  if (!article || (article.ownerId !== editor.id && article.assigneeId !== editor.id)) return false
  return reach === 'own' || article.isDraft
}
