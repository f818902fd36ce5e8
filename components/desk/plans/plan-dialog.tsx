'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'
import type { StoryPlan } from '@/lib/planning/planned-story'
import { type Person, PlanFields, planDraft, planInput } from './plan-fields'

interface Props {
  articleId: number
  headline: string
  plan: StoryPlan
  people: Person[]
  /** IANA zone of the paper. */
  timeZone: string
  onSaved: (plan: StoryPlan) => void
  onClose: () => void
}

/** Changes the plan of a story: what was not touched stays as a colleague may have changed it meanwhile. */
export function PlanDialog({ articleId, headline, plan, people, timeZone, onSaved, onClose }: Props) {
  const [draft, setDraft] = useState(() => planDraft(plan, timeZone))
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const input = planInput(draft, timeZone)
    if ('problem' in input) return setProblems([input.problem])
    const before = planInput(planDraft(plan, timeZone), timeZone)
    const isTouched = (name: 'deadline' | 'assigneeId' | 'note') => 'problem' in before || before[name] !== input[name]
    setBusy(true)
    const response = await deskRequest('POST /api/desk/articles/[id]/plan', {
      params: { id: articleId },
      input: {
        ...(isTouched('deadline') && { deadline: input.deadline }),
        ...(isTouched('assigneeId') && { assigneeId: input.assigneeId }),
        ...(isTouched('note') && { note: input.note }),
      },
    })
    setBusy(false)
    if (response.ok) onSaved(response.answer)
    else setProblems(response.problems)
  }
  return (
    <Dialog title={`Plan “${headline}”`} open onClose={onClose}>
      <form onSubmit={save}>
        <PlanFields draft={draft} onDraft={setDraft} people={withPresent(people, plan)} timeZone={timeZone} />
        <Problems problems={problems} />
        <Choices>
          <Button type="submit" look="main" scripted busy={busy}>
            Save the plan
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </Choices>
      </form>
    </Dialog>
  )
}

/** Whoever has the story stays to choose, also with a closed account. */
function withPresent(people: Person[], { assignee }: StoryPlan): Person[] {
  return assignee && !people.some(({ id }) => id === assignee.id) ? [...people, assignee] : people
}
