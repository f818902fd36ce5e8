import type { ACTOR_KINDS } from '@/lib/audit/actor'

/** What an action may concern, as the log calls it; the first word of each action. */
export const LOGGED_THINGS = [
  'story',
  'front',
  'picture',
  'plan',
  'section',
  'topic',
  'timeline',
  'author',
  'page',
  'settings',
  'redirect',
  'receiver',
  'delivery',
  'account',
  'invitation',
  'token',
  'site',
] as const

export type LoggedThing = (typeof LOGGED_THINGS)[number]

/** What was done, in words that stay: "story published", "section renamed", "account deactivated". */
export type LoggedAction = `${LoggedThing} ${string}`

/** What an action was done to. */
export interface Thing {
  /** Its number or name in the store; empty for the whole of its kind, such as the settings. */
  id: string | number
  /** What people call it, such as its headline, at that time. */
  name: string
}

/** One line of the audit log. */
export interface LogEntry {
  id: number
  at: Date
  action: string
  actorKind: (typeof ACTOR_KINDS)[number]
  /** The account that acted; null for a command, for the site, and for somebody who was not signed in. */
  userId: string | null
  /** The name at that time: of the person, of the user of the operating system; empty for the site and when nobody knows. */
  actorName: string
  /** The API token by which it came; null without one. */
  tokenId: number | null
  tokenName: string
  /** The client's address; empty for a command and for the site. */
  address: string
  thingId: string
  thingName: string
  /** What changed, such as the new role; empty where the action says everything. */
  detail: string
}

/** The kind of thing that an action concerns; null for a word that is none. */
export function thingOf(action: string): LoggedThing | null {
  const [first] = action.split(' ')
  return LOGGED_THINGS.find((thing) => thing === first) ?? null
}

/** What was done, as a line of its own: "Story published", "Account role changed: editor to admin". */
export function actionWords({ action, detail }: Pick<LogEntry, 'action' | 'detail'>): string {
  const words = `${action.slice(0, 1).toUpperCase()}${action.slice(1)}`
  return detail ? `${words}: ${detail}` : words
}

/** Who acted, in words: "Ines Dahl", "Ines Dahl, by the token “Wire”", "The site", "root, at the command line". */
export function actorWords({ actorKind, actorName, tokenName }: LogEntry): string {
  switch (actorKind) {
    case 'site':
      return 'The site'
    case 'command':
      return actorName ? `${actorName}, at the command line` : 'The command line'
    case 'token':
      return `${actorName}, by the token “${tokenName}”`
    case 'person':
      return actorName || 'Somebody who is not signed in'
  }
}

/** Where the desk shows the thing of an entry; null where it has no place of its own. */
export function thingAddress({ action, thingId }: Pick<LogEntry, 'action' | 'thingId'>): string | null {
  switch (thingOf(action)) {
    case 'story':
    case 'plan':
      return /^\d+$/.test(thingId) ? `/admin/articles/${thingId}` : null
    case 'front':
      return /^[1-9]\d*$/.test(thingId) ? `/admin/front?section=${thingId}` : '/admin/front'
    case 'section':
      return '/admin/sections'
    case 'topic':
      return '/admin/topics'
    case 'timeline':
      return /^[1-9]\d*$/.test(thingId) ? `/admin/timelines/${thingId}` : '/admin/timelines'
    case 'author':
      return '/admin/authors'
    case 'page':
      return /^[1-9]\d*$/.test(thingId) ? `/admin/pages/${thingId}` : '/admin/pages'
    case 'settings':
      return '/admin/settings'
    case 'redirect':
      return '/admin/addresses'
    case 'receiver':
    case 'delivery':
      return '/admin/deliveries'
    case 'account':
    case 'invitation':
      return '/admin/people'
    case 'token':
      return '/admin/tokens'
    case 'picture':
      return /^[1-9]\d*$/.test(thingId) ? `/admin/pictures/${thingId}` : '/admin/pictures'
    case 'site':
    case null:
      return null
  }
}
