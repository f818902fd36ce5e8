import type { ArticleState } from '@/lib/article/article'
import type { LinkAudit } from '@/lib/desk/links/links-query'
import type { Reference } from '@/lib/linking/references'

/** How many stories each list of the link desk has. */
export type LinkTotals = Record<LinkAudit, number>

/** A story in a list of the link desk. */
export interface LinkedStory {
  id: number
  headline: string
  language: string
  publishedAt: number
  /** Links from stories that readers have, and to such. */
  inbound: number
  outbound: number
  /** What it links to and readers do not have; only in the list of such. */
  unseen: { id: number; headline: string; language: string; state: ArticleState; elementId: string }[]
}

/** A story beside another one on the map of its links. */
export interface Neighbour {
  id: number
  headline: string
  language: string
  state: ArticleState
  /** Where the link stands, the first one first. */
  places: Reference['where'][]
}

/** A story with those that link to it and those that it links to; each side has the first of them. */
export interface Neighbourhood {
  id: number
  headline: string
  language: string
  state: ArticleState
  from: Neighbour[]
  to: Neighbour[]
  /** How many there are on each side. */
  fromTotal: number
  toTotal: number
}
