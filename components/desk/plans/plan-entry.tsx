'use client'

import { Button } from '@/components/desk/button'
import { languageAttributes } from '@/components/language-attributes'
import { type PlanEntry as Entry, isLate, isToDo } from '@/lib/planning/planned-story'
import { visibleText } from '@/lib/text/visible-text'
import { wallTime } from '@/lib/time/wall-clock'
import styles from './plans.module.css'
import { usePlans } from './plans-context'

const WHAT: Record<Entry['what'], string> = { deadline: 'Due', publication: 'Publishes', end: 'Ends' }

/** A deadline, a publication or an end, in a day of the calendar. A deadline can be dragged to another day. */
export function PlanEntry({ entry: { what, at, story } }: { entry: Entry }) {
  const { now, timeZone, mayPlan, open } = usePlans()
  const late = what === 'deadline' && isLate(story, now)
  const isDone = what === 'deadline' ? !isToDo(story) : at <= now
  const word = what === 'publication' && isDone ? 'Published' : late ? 'Late' : WHAT[what]
  const headline = visibleText(story.headline) || 'Without a headline'
  const canMove = mayPlan && what === 'deadline' && !isDone
  return (
    <li
      className={styles.entry}
      data-what={late ? 'late' : isDone ? 'done' : what}
      data-plan={what === 'deadline' ? story.id : undefined}
      draggable={canMove}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', String(story.id))}
    >
      <span className={styles.when}>
        <time dateTime={new Date(at).toISOString()}>{wallTime(new Date(at), timeZone).time}</time> {word}
      </span>
      <a className={styles.headline} href={`/admin/articles/${story.id}`} {...languageAttributes(story.language)}>
        {headline}
      </a>
      <span className={styles.facts}>
        {[story.section, story.assignee?.name ?? (isToDo(story) ? 'nobody' : null)].filter(Boolean).join(' · ')}
      </span>
      {mayPlan && isToDo(story) ? (
        <Button look="quiet" onClick={() => open(story)}>
          Plan<span className="visually-hidden"> “{headline}”</span>
        </Button>
      ) : null}
    </li>
  )
}
