'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import type { PlansView } from '@/lib/desk/plans/plans-view'
import { dayAfter, startOfDay } from '@/lib/planning/calendar'
import { planEntries } from '@/lib/planning/planned-story'
import { wallTime } from '@/lib/time/wall-clock'
import { PlanEntry } from './plan-entry'
import styles from './plans.module.css'
import { usePlans } from './plans-context'

interface Props {
  view: PlansView
  as: 'week' | 'month'
  /** The month that is shown, as "2026-11"; days of others stand back. */
  month: string
  /** Plans a story for a day. */
  onNew: (day: string) => void
  /** Moves the deadline of a story to a day. */
  onMove: (story: number, day: string) => void
}

/** The days of a week or a month with what happens on each. */
export function PlanCalendar({ view, as, month, onNew, onMove }: Props) {
  const days: string[] = []
  for (let day = view.from; day < view.until; day = dayAfter(day, 1)) days.push(day)
  return (
    <ol className={styles.calendar} data-as={as}>
      {days.map((day) => (
        <Day
          key={day}
          day={day}
          view={view}
          isOther={as === 'month' && day.slice(0, 7) !== month}
          onNew={onNew}
          onMove={onMove}
        />
      ))}
    </ol>
  )
}

interface DayProps extends Pick<Props, 'view' | 'onNew' | 'onMove'> {
  day: string
  isOther: boolean
}

function Day({ day, view, isOther, onNew, onMove }: DayProps) {
  const { timeZone, mayPlan } = usePlans()
  const [isOver, setIsOver] = useState(false)
  const span = { from: startOfDay(day, timeZone), until: startOfDay(dayAfter(day, 1), timeZone) }
  const entries = planEntries(view.stories, span)
  const editions = view.editions.filter(({ startsAt }) => startsAt >= span.from && startsAt < span.until)
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const words = name.format(new Date(`${day}T00:00:00Z`))
  const [weekday = ''] = words.split(' ')
  return (
    <li
      className={styles.day}
      data-today={day === view.today || undefined}
      data-other={isOther || undefined}
      data-empty={entries.length + editions.length === 0 || undefined}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!mayPlan) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const story = Number(event.dataTransfer.getData('text/plain'))
        if (story > 0) onMove(story, day)
      }}
    >
      <div className={styles.dayHead}>
        <h2 className={styles.dayName} aria-label={day === view.today ? `${words}, today` : words}>
          <span className={styles.weekday}>{weekday.slice(0, 3).replace(',', '')}</span> {Number(day.slice(8))}
          {day.endsWith('-01') ? <span className={styles.facts}> {words.split(' ').at(-1)}</span> : null}
        </h2>
        {mayPlan && day >= view.today ? (
          <Button
            look="quiet"
            className={styles.add}
            onClick={() => onNew(day)}
            aria-label={`Plan a story for ${words}`}
          >
            +
          </Button>
        ) : null}
      </div>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <PlanEntry key={`${entry.what} ${entry.story.id}`} entry={entry} />
        ))}
        {editions.map(({ startsAt, section, publishedBy }) => (
          <li key={`${startsAt} ${section}`} className={styles.entry} data-what="publication">
            <span className={styles.when}>{wallTime(new Date(startsAt), timeZone).time} Publishes</span>
            <a className={styles.headline} href="/admin/front">
              {section === null ? 'The front page' : `The front of ${section}`}
            </a>
            <span className={styles.facts}>{publishedBy}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}
