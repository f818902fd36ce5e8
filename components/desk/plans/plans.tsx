'use client'

import { useEffect, useRef, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import type { Section } from '@/lib/article/article'
import type { PlansQuery } from '@/lib/desk/plans/plans-query'
import type { PlansView } from '@/lib/desk/plans/plans-view'
import type { Problem } from '@/lib/desk/refusal'
import { deadlineAt, deadlineFields } from '@/lib/planning/deadline'
import type { PlannedStory } from '@/lib/planning/planned-story'
import { visibleText } from '@/lib/text/visible-text'
import { NewPlan } from './new-plan'
import { periodTitle } from './period-title'
import { PlanCalendar } from './plan-calendar'
import { PlanDialog } from './plan-dialog'
import type { Person } from './plan-fields'
import { PlanList } from './plan-list'
import styles from './plans.module.css'
import { PlansProvider } from './plans-context'
import { PlansHead } from './plans-head'

interface Props {
  initialView: PlansView
  query: PlansQuery
  sections: Section[]
  /** To whom stories can be given; empty for somebody who may not plan. */
  people: Person[]
  timeZone: string
}

/** What is planned, as a calendar or a list, with the ways to plan. */
export function Plans({ initialView, query, sections, people, timeZone }: Props) {
  const [view, setView] = useState(initialView)
  const [dialog, setDialog] = useState<PlannedStory | { day: string } | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [note, setNote] = useState('')
  const answers = useAnswersInOrder()
  const focusNext = useRef<number | null>(null)
  const mayPlan = people.length > 0
  useEffect(() => {
    const id = focusNext.current
    if (id === null || dialog) return
    focusNext.current = null
    const entry = document.querySelector<HTMLElement>(`[data-plan="${id}"] button, [data-plan="${id}"] a`)
    ;(entry ?? document.querySelector<HTMLElement>('#main h1'))?.focus()
  })
  const reload = async (changed: number, words: string) => {
    const { view: whose, as, day: from, section } = query
    const input = { view: whose, as, day: from, section: section ? String(section) : '' }
    const response = await answers.read(() => deskRequest('GET /api/desk/plans', { input }))
    if (response === null) return
    setProblems(response.ok ? [] : response.problems)
    focusNext.current = changed
    setDialog(null)
    setNote(words)
    if (response.ok) setView(response.answer)
  }
  const move = async (id: number, day: string) => {
    const story = [...view.stories, ...view.undated].find((one) => one.id === id)
    const deadline = deadlineAt({ day, time: deadlineFields(story?.deadline ?? null, timeZone).time }, timeZone)
    if (!story || deadline === 'unreadable' || deadline === story.deadline) return
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/articles/[id]/plan', { params: { id }, input: { deadline } }),
    )
    if (response.ok) await reload(id, `The deadline of “${visibleText(story.headline)}” was moved.`)
    else setProblems(response.problems)
  }
  const day = query.day || view.today
  const undated = query.as === 'list' ? [] : view.undated
  return (
    <PlansProvider value={{ now: view.now, timeZone, mayPlan, open: setDialog }}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>Plans</h1>
        {mayPlan ? (
          <Button look="main" onClick={() => setDialog({ day: '' })}>
            Plan a story
          </Button>
        ) : null}
      </header>
      <PlansHead query={query} day={day} title={periodTitle(query.as, view)} sections={sections} />
      <p className={styles.note} role="status">
        {note}
      </p>
      <Problems problems={problems} />
      {query.as === 'list' ? (
        <List stories={view.stories} />
      ) : (
        <PlanCalendar
          view={view}
          as={query.as}
          month={day.slice(0, 7)}
          onNew={(chosen) => setDialog({ day: chosen })}
          onMove={(story, chosen) => void move(story, chosen)}
        />
      )}
      {undated.length ? (
        <section className={styles.undated} aria-labelledby="undated">
          <h2 id="undated">Without a deadline</h2>
          <PlanList stories={undated} caption="Planned stories without a deadline" />
        </section>
      ) : null}
      {dialog && 'id' in dialog ? (
        <PlanDialog
          articleId={dialog.id}
          headline={visibleText(dialog.headline) || 'Without a headline'}
          plan={dialog}
          onSaved={() => void reload(dialog.id, 'The plan is saved.')}
          onClose={() => setDialog(null)}
          people={people}
          timeZone={timeZone}
        />
      ) : null}
      {dialog && 'day' in dialog ? (
        <NewPlan
          day={dialog.day}
          onPlanned={(id) => void reload(id, 'The story is planned.')}
          onClose={() => setDialog(null)}
          people={people}
          sections={sections}
          timeZone={timeZone}
        />
      ) : null}
    </PlansProvider>
  )
}

function List({ stories }: { stories: PlannedStory[] }) {
  return stories.length ? (
    <PlanList stories={stories} caption="Planned stories that are still to be done" />
  ) : (
    <p className={styles.none}>Nothing is planned here.</p>
  )
}
