import { storyStatus } from '@/components/desk/story-picker/story-status'
import { languageAttributes } from '@/components/language-attributes'
import { ResponsivePicture } from '@/components/picture/picture'
import type { FrontStory } from '@/lib/desk/front/front-view'
import { readWords } from '@/lib/desk/front/read-words'
import styles from './front-desk.module.css'

interface Props {
  story: FrontStory | undefined
  id: number
  /** The headline on this front alone; empty for the story's own. */
  headline?: string
  timeZone: string
  /** Why the site put it here; absent for a story that an editor placed. */
  reason?: string
}

/** A story as the front-page desk lists it: small picture, headline, and what an editor has to know. */
export function StoryLine({ story, id, headline = '', timeZone, reason }: Props) {
  if (!story) return <p className={styles.lost}>Story {id} does not exist any more. Take it out.</p>
  const facts = [
    story.section,
    storyStatus(story, timeZone),
    readWords(story.reads, timeZone),
    reason,
    ...story.elsewhere.map(standsOn),
  ].filter(Boolean)
  return (
    <div className={styles.line}>
      {story.picture ? (
        <div className={styles.thumbnail}>
          <ResponsivePicture picture={story.picture} sizes="5rem" />
        </div>
      ) : null}
      <div>
        <p className={styles.headline} {...languageAttributes(story.language)}>
          {headline || story.headline || 'No headline yet'}
        </p>
        <p className={styles.facts}>{facts.join(' · ')}</p>
        {story.state === 'published' ? null : (
          <p className={styles.unseen}>Not public, so readers do not see it here yet.</p>
        )}
      </div>
    </div>
  )
}

function standsOn(section: string | null): string {
  return section === null ? 'also on the front page' : `also on the front of ${section}`
}
