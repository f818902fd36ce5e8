'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input, Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import type { Section } from '@/lib/article/article'
import { MAX_TITLE_LENGTH } from '@/lib/desk/field-lengths'
import type { Problem } from '@/lib/desk/refusal'
import { sectionDepth } from '@/lib/paper/section-line'
import { type Person, PlanFields, planInput } from './plan-fields'

interface Props {
  /** The day that is proposed for the deadline; empty for none. */
  day: string
  people: Person[]
  sections: Section[]
  /** IANA zone of the paper. */
  timeZone: string
  onPlanned: (id: number) => void
  onClose: () => void
}

/** Plans a story before a word of it is written. */
export function NewPlan({ day, people, sections, timeZone, onPlanned, onClose }: Props) {
  const [title, setTitle] = useState('')
  const [section, setSection] = useState('')
  const [draft, setDraft] = useState({ day, time: '', assigneeId: '', note: '' })
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const plan = planInput(draft, timeZone)
    if ('problem' in plan) return setProblems([plan.problem])
    setBusy(true)
    const input = { title, sectionId: section ? Number(section) : null, ...plan }
    const response = await deskRequest('POST /api/desk/plans', { input })
    setBusy(false)
    if (response.ok) onPlanned(response.answer.id)
    else setProblems(response.problems)
  }
  return (
    <Dialog title="Plan a story" open onClose={onClose}>
      <form onSubmit={save}>
        <Field label="Working title" problem={problems.find(({ field }) => field === 'title')?.message}>
          <Input
            type="text"
            maxLength={MAX_TITLE_LENGTH}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label="Section">
          <Select value={section} onChange={(event) => setSection(event.target.value)}>
            <option value="">Not decided</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {'\u2003'.repeat(sectionDepth(sections, id))}
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <PlanFields draft={draft} onDraft={setDraft} people={people} timeZone={timeZone} />
        <Problems problems={problems} besides={['title']} />
        <Choices>
          <Button type="submit" look="main" scripted busy={busy}>
            Plan it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </Choices>
      </form>
    </Dialog>
  )
}
