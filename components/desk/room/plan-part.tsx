'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { PlanDialog } from '@/components/desk/plans/plan-dialog'
import type { Person } from '@/components/desk/plans/plan-fields'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { comingInstant, nearInstant } from '@/lib/desk/near-instant'
import { isLate, type StoryPlan } from '@/lib/planning/planned-story'
import styles from './plan-part.module.css'

/** The plan of the story: until when, by whom, and what it is to be. */
export function PlanPart() {
  const session = useSession()
  const state = useArticle((story) => story.state)
  const isDeleted = useArticle(({ deletedAt }) => deletedAt !== null)
  const headline = useManuscript((manuscript) => manuscript.headline)
  const [loaded, setLoaded] = useState<{ plan: StoryPlan; people: Person[] } | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    const address = 'GET /api/desk/articles/[id]/plan'
    const ask = () => session.firstAnswers.take(address) ?? deskRequest(address, { params: { id: session.id } })
    void answers.read(ask).then((response) => {
      if (response?.ok) setLoaded(response.answer)
    })
    return () => answers.drop()
  }, [session, answers])
  if (!loaded) return null
  const { plan, people } = loaded
  const mayPlan = people.length > 0 && !isDeleted
  const isPlanned = plan.deadline !== null || plan.assignee !== null || plan.note !== ''
  if (!mayPlan && !isPlanned) return null
  const clock = { now: session.now(), timeZone: session.choices.timeZone }
  const deadline = plan.deadline === null ? null : new Date(plan.deadline)
  const late = isLate({ state, deadline: plan.deadline }, clock.now.getTime())
  return (
    <PanelPart title="Plan">
      {isPlanned ? (
        <div>
          {deadline ? (
            <p className={late ? styles.late : undefined}>
              {late ? `Late since ${nearInstant(deadline, clock)}` : `Due ${comingInstant(deadline, clock)}`}
            </p>
          ) : null}
          {plan.assignee ? <p>Assigned to {plan.assignee.name}</p> : <p>Assigned to nobody yet</p>}
          {plan.note ? <p className={styles.note}>{plan.note}</p> : null}
        </div>
      ) : (
        <p>It has no deadline and is assigned to nobody.</p>
      )}
      {mayPlan ? (
        <div>
          <Button onClick={() => setIsOpen(true)}>{isPlanned ? 'Change the plan' : 'Plan it'}</Button>
        </div>
      ) : null}
      {isOpen ? (
        <PlanDialog
          articleId={session.id}
          headline={headline || 'the story'}
          plan={plan}
          people={people}
          timeZone={clock.timeZone}
          onSaved={(saved) => {
            setLoaded({ plan: saved, people })
            setIsOpen(false)
          }}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </PanelPart>
  )
}
