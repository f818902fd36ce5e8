import type { Article } from '@/lib/article/article'

/** A public story in lists of the API: everything but its text and what only its own page shows. */
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
