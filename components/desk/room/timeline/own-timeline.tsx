import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { useSession } from '@/components/desk/room/session/session-context'
import { languageAttributes } from '@/components/language-attributes'
import type { StoryTimeline } from '@/lib/desk/timelines/story-timeline'
import styles from './timeline-part.module.css'
import type { ActOnTimeline } from './use-timeline'

interface Props {
  timeline: NonNullable<StoryTimeline['timeline']>
  /** null for somebody who may not arrange timelines. */
  act: ActOnTimeline | null
}

/** The timeline that the story is in. */
export function OwnTimeline({ timeline: { id, name, path, language, stories, isShown }, act }: Props) {
  const session = useSession()
  const takeOut = () =>
    deskRequest('POST /api/desk/timelines/[timeline]/stories/remove', {
      params: { timeline: id },
      input: { stories: [session.id] },
    })
  return (
    <div>
      <p className={styles.name} {...languageAttributes(language)}>
        {act ? (
          <a href={`/admin/timelines/${id}`} target="_blank" rel="noopener">
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      <p className={styles.about}>
        {isShown ? (
          <>
            {stories} stories in the paper ·{' '}
            <a href={path} target="_blank" rel="noopener">
              See it as readers do
            </a>
          </>
        ) : (
          'Readers are led to it once three of its stories are in the paper.'
        )}
      </p>
      {act ? (
        <div className={styles.tools}>
          <Button
            look="quiet"
            aria-label={`Take it out of ${name}`}
            onClick={() => act(takeOut, `Taken out of ${name}.`)}
          >
            Take it out
          </Button>
        </div>
      ) : null}
    </div>
  )
}
