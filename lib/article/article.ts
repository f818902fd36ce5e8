import type { Body } from '@/lib/article/body'
import type { Picture } from '@/lib/pictures/picture'

export const ARTICLE_KINDS = [
  'news',
  'analysis',
  'opinion',
  'feature',
  'interview',
  'review',
  'explainer',
  'live',
] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

export const ARTICLE_STATES = ['draft', 'in-review', 'scheduled', 'published', 'withdrawn'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

export interface Section {
  id: number
  slug: string
  name: string
  description: string
  /** null for a section at the top of the tree. */
  parentId: number | null
}

export interface Topic {
  id: number
  slug: string
  name: string
  description: string
}

/** A name in the byline; authorSlug is null for a name without a profile page (an agency, a guest). */
export interface Byline {
  name: string
  authorSlug: string | null
}

export interface Author {
  id: number
  slug: string
  name: string
  /** What the author does at the paper, in words; empty when unknown. */
  role: string
  bio: string
  portrait: Picture | null
  /** Where readers can write to; empty for nowhere. */
  email: string
  links: AuthorLink[]
}

/** A page of an author elsewhere. */
export interface AuthorLink {
  /** What it is called, such as Mastodon. */
  name: string
  /** A web address. */
  url: string
}

/** What a link to an article shows. Nothing else of the target may be read. */
export interface LinkTarget {
  id: number
  headline: string
  path: string
  language: string
  picture: Picture | null
}

/** An article as shown on another page. */
export interface Teaser extends LinkTarget {
  kicker: string
  standfirst: string
  kind: ArticleKind
  section: Pick<Section, 'name' | 'slug'>
  bylines: Byline[]
  publishedAt: Date
}

export interface Correction {
  id: number
  /** What was wrong and what is right, in words a reader understands. */
  note: string
  correctedAt: Date
}

/** A public article as its own page shows it. */
export interface Article {
  id: number
  headline: string
  kicker: string
  standfirst: string
  body: Body
  kind: ArticleKind
  /** BCP 47 tag, such as en, hi or ar. */
  language: string
  dateline: string
  slug: string
  path: string
  /** From the top of the tree down to the article's own section; never empty. */
  sections: Section[]
  topics: Topic[]
  bylines: Byline[]
  leadPicture: Picture | null
  corrections: Correction[]
  publishedAt: Date
  /** The last update or correction; null when there was none. */
  updatedAt: Date | null
  seoTitle: string | null
  seoDescription: string | null
  /** Search engines are asked not to list it. */
  isUnlisted: boolean
  /** The same story in other languages, the original first, then by id; without this one. */
  translations: Translation[]
  /** Whether this is the version that the others translate; also true of a story without translations. */
  isOriginal: boolean
}

/** The same story in another language, when it is public. */
export interface Translation {
  id: number
  headline: string
  path: string
  language: string
  isOriginal: boolean
  /** Search engines are asked not to list it, so nothing that they read names it. */
  isUnlisted: boolean
}

/** What the page of a withdrawn article shows. */
export interface Withdrawal {
  id: number
  withdrawnAt: Date
  /** The reason for readers; empty when the paper gives none. */
  reason: string
}
