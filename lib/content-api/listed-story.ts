import type { Article } from '@/lib/article/article'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'

/** A story with the timeline that it leads to; null for none. */
export type InTimeline<Story> = Story & { soFar: StorySoFar | null }

/** A public story in lists of the API: everything but its text and what only its own page shows. */
export type ListedStory = InTimeline<
  Pick<
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
>
