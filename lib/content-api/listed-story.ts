import type { Article } from '@/lib/article/article'

/** A public story as lists for machines tell of it: everything but its text and what only its own page says. */
export type ListedStory = Pick<
  Article,
  | 'id'
  | 'headline'
  | 'kicker'
  | 'standfirst'
  | 'kind'
  | 'language'
  | 'dateline'
  | 'slug'
  | 'path'
  | 'sections'
  | 'topics'
  | 'bylines'
  | 'leadPicture'
  | 'publishedAt'
  | 'updatedAt'
  | 'isUnlisted'
>
