'use client'

import { useRef } from 'react'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle } from '@/components/desk/room/session/session-context'
import { OwnTimeline } from './own-timeline'
import { FittingTimeline, NewTimeline } from './proposed-timeline'
import { TimelineChoice } from './timeline-choice'
import styles from './timeline-part.module.css'
import { useTimeline } from './use-timeline'

/** The timeline that the story is in, or what it may be put into. */
export function TimelinePart() {
  const mayArrange = useArticle(({ can, deletedAt }) => can['arrange timelines'] && deletedAt === null)
  const part = useRef<HTMLElement>(null)
  const { shown, done, problems, act } = useTimeline(part)
  if (!shown || (!shown.timeline && !mayArrange)) return null
  const { timeline, fitting, together } = shown
  return (
    <PanelPart title="Story so far">
      <section ref={part} className={styles.part} aria-label="Timeline of the story" tabIndex={-1}>
        {timeline ? <OwnTimeline timeline={timeline} act={mayArrange ? act : null} /> : null}
        {mayArrange && !timeline ? (
          <>
            {fitting.map((one) => (
              <FittingTimeline key={one.id} timeline={one} act={act} />
            ))}
            {together.length ? (
              <NewTimeline key={together.map(({ id }) => id).join()} together={together} act={act} />
            ) : null}
            <TimelineChoice act={act} />
          </>
        ) : null}
        <p className={styles.done} role="status">
          {done}
        </p>
        <Problems problems={problems} />
      </section>
    </PanelPart>
  )
}
