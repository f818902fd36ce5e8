import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { languageAttributes } from '@/components/language-attributes'
import { nearInstant } from '@/lib/desk/near-instant'
import type { TimelineStory } from '@/lib/desk/timelines/listed-timeline'
import styles from './timelines.module.css'

/** The headline of a story, and when it was published. */
export function StoryLabel({ story, clock }: { story: TimelineStory; clock: PageClock }) {
  return (
    <span>
      <span {...languageAttributes(story.language)}>{story.headline || 'No headline yet'}</span>
      <span className={styles.when}>{whenOf(story, clock)}</span>
    </span>
  )
}

function whenOf({ publishedAt, isPublic }: TimelineStory, { now, timeZone }: PageClock): string {
  if (publishedAt === null) return 'not published'
  const when = nearInstant(new Date(publishedAt), { now: new Date(now), timeZone })
  return isPublic ? when : `${when}, not public`
}
