import type { FoundStory } from '@/lib/desk/archive/found-story'

/** The state of a story and its date, such as "Published 24 Nov 2026", for a list to choose from. */
export function storyStatus({ state, publishedAt }: FoundStory, timeZone: string): string {
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
