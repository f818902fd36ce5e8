import type { Body } from '@/lib/body'

export const ARTICLE_KINDS = ['news', 'analysis', 'opinion', 'feature', 'interview', 'review', 'explainer'] as const
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

/** One name under a headline; authorSlug is null for a name without a profile page (an agency, a guest). */
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
}

export interface PictureFile {
  format: 'avif' | 'webp' | 'jpeg'
  widthPx: number
  path: string
}

/** An image with everything a page needs to show it; files are ordered by format, then by width. */
export interface Picture {
  id: number
  alt: string
  caption: string
  credit: string
  widthPx: number
  heightPx: number
  files: PictureFile[]
}

/** What a link to an article shows: nothing more may be read from the target. */
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
}

/** What the page of a withdrawn article may say. */
export interface Withdrawal {
  id: number
  withdrawnAt: Date
  /** Words for the reader; empty when the paper gives none. */
  reason: string
}

export interface SiteSettings {
  name: string
  tagline: string
  /** BCP 47 tag of the paper's own words. */
  language: string
  /** IANA zone, such as Europe/Lisbon. */
  timeZone: string
  organisation: Organisation
}

export interface Organisation {
  legalName: string
  email: string
  address: string
  foundedYear: number | null
}
