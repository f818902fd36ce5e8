/**
 * What a token may be used for. Beside its scopes, the role of its user decides: a token never does what its user may not.
 */
export const SCOPES = ['read', 'write', 'publish', 'front', 'media', 'names'] as const
export type Scope = (typeof SCOPES)[number]

export const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  read: 'Read stories, plans, comments, the front page, pictures and names',
  write: 'Write, change and plan stories, comment on them, hand them over, delete drafts',
  publish: 'Publish, schedule, correct and withdraw stories',
  front: 'Arrange and publish the front page, raise breaking news',
  media: 'Upload and describe pictures',
  names: 'Make topics, authors and sections',
}

/** The scopes that a text names, such as "read,write" or "all"; null when one of them does not exist, or none is named. */
export function parseScopes(text: string): Scope[] | null {
  const words = text.split(/[\s,]+/).filter(Boolean)
  if (words.length === 1 && words[0] === 'all') return [...SCOPES]
  const scopes = SCOPES.filter((scope) => words.includes(scope))
  return scopes.length && scopes.length === new Set(words).size ? scopes : null
}

/** The scopes in words: "all", "read, write". */
export function scopeWords(scopes: readonly Scope[]): string {
  return SCOPES.every((scope) => scopes.includes(scope)) ? 'all' : scopes.join(', ')
}
