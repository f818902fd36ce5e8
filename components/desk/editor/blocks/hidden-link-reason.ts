import type { FoundStory } from '@/lib/desk/archive/found-story'
import { spelledOut } from '@/lib/time/wall-clock'

/** Why readers do not see a link to this story, in a sentence; null when they see it, or while the story is loading. */
export function hiddenLinkReason(story: FoundStory | null | undefined, timeZone: string): string | null {
  if (story === undefined) return null
  if (story === null) return 'This story is gone; readers see nothing here.'
  if (story.isDeleted) return 'Deleted: the draft is in the bin, and readers see nothing here.'
  switch (story.state) {
    case 'published':
      return null
    case 'draft':
      return 'Draft: readers see this link once the story is published.'
    case 'in-review':
      return 'In review: readers see this link once the story is published.'
    case 'scheduled':
      return story.publishedAt === null
        ? 'Scheduled: readers see this link once the story is published.'
        : `Scheduled: readers see this link from ${spelledOut(new Date(story.publishedAt), timeZone)}.`
    case 'withdrawn':
      return 'Withdrawn: readers see nothing here.'
  }
}
