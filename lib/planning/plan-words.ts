import { nearInstant } from '@/lib/desk/near-instant'
import { isLate, isToDo, type PlannedStory } from '@/lib/planning/planned-story'

interface Clock {
  now: Date
  /** IANA zone of the paper. */
  timeZone: string
}

/** How far a planned story is, in words: "Not begun", "Being written", "In review", "Publishes Tuesday 06:00" … */
export function progressWords({ state, isUnwritten, publishedAt, withdrawnAt }: PlannedStory, clock: Clock): string {
  const near = (at: number | null) => (at === null ? '' : ` ${nearInstant(new Date(at), clock)}`)
  switch (state) {
    case 'draft':
      return isUnwritten ? 'Not begun' : 'Being written'
    case 'in-review':
      return 'In review'
    case 'scheduled':
      return `Publishes${near(publishedAt)}`
    case 'published':
      return `Published${near(publishedAt)}`
    case 'withdrawn':
      return `Withdrawn${near(withdrawnAt)}`
  }
}

/** The deadline of a story in words: "Due 17:00", "Late since Sunday 12:00", "Was due Friday 18:00"; empty without one. */
export function deadlineWords(story: PlannedStory, clock: Clock): string {
  if (story.deadline === null) return ''
  const when = nearInstant(new Date(story.deadline), clock)
  if (isLate(story, clock.now.getTime())) return `Late since ${when}`
  return isToDo(story) ? `Due ${when}` : `Was due ${when}`
}
