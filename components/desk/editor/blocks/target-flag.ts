import type { FoundStory } from '@/lib/desk/found-story'
import { spelledOut } from '@/lib/time/wall-clock'

/** Why readers do not see a link to this story now, in a sentence; null when they do, or when it is not known yet. */
export function targetFlag(story: FoundStory | null | undefined, timeZone: string): string | null {
  if (story === undefined) return null
  if (story === null) return 'This story is gone; readers see nothing here.'
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

/** Where a story stands and since when, in few words, for a list to choose from. */
export function storyStanding({ state, publishedAt }: FoundStory, timeZone: string): string {
  const day = publishedAt === null ? '' : ` ${dayOf(publishedAt, timeZone)}`
  switch (state) {
    case 'published':
      return `Published${day}`
    case 'draft':
      return 'Draft'
    case 'in-review':
      return 'In review'
    case 'scheduled':
      return `Scheduled for${day}`
    case 'withdrawn':
      return 'Withdrawn'
  }
}

function dayOf(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(instant)
}
