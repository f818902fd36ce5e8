import type { ArticleState } from '@/lib/article/article'

/** A story as the desk finds it to link to, whatever its state. */
export interface FoundStory {
  id: number
  headline: string
  standfirst: string
  /** The section's name; null until one is chosen. */
  section: string | null
  /** As it stands at the instant of the answer: a due story is published. */
  state: ArticleState
  /** First publication in milliseconds since 1970, in the future while scheduled; null until either. */
  publishedAt: number | null
  /** BCP 47 tag. */
  language: string
  /** The story that it tells in another language; null for an original. */
  translationOfId: number | null
  /** Where readers find it, or will; null while it has no section. */
  path: string | null
}
