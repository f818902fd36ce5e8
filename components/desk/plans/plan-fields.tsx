'use client'

import { Input, Select, Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import type { Problem } from '@/lib/desk/refusal'
import { deadlineAt, deadlineFields } from '@/lib/planning/deadline'
import type { StoryPlan } from '@/lib/planning/planned-story'
import styles from './plan-fields.module.css'

/** What the fields of a plan hold. */
export interface PlanDraft {
  day: string
  time: string
  /** Empty for nobody. */
  assigneeId: string
  note: string
}

/** Somebody to whom a story can be given. */
export interface Person {
  id: string
  name: string
}

/** The fields for a plan. */
export function planDraft({ deadline, assignee, note }: StoryPlan, timeZone: string): PlanDraft {
  return { ...deadlineFields(deadline, timeZone), assigneeId: assignee?.id ?? '', note }
}

/** What the fields say, as an address of the desk takes it; the problem when the deadline cannot be read. */
export function planInput(
  draft: PlanDraft,
  timeZone: string,
): { deadline: number | null; assigneeId: string | null; note: string } | { problem: Problem } {
  const deadline = deadlineAt(draft, timeZone)
  if (deadline === 'unreadable') return { problem: { field: 'deadline', message: 'Choose a day and a time.' } }
  return { deadline, assigneeId: draft.assigneeId || null, note: draft.note }
}

interface Props {
  draft: PlanDraft
  onDraft: (draft: PlanDraft) => void
  people: Person[]
  /** IANA zone of the paper. */
  timeZone: string
}

/** Deadline, assignee and note of a story. */
export function PlanFields({ draft, onDraft, people, timeZone }: Props) {
  return (
    <div className={styles.fields}>
      <Field label="Deadline">
        <Input type="date" value={draft.day} onChange={(event) => onDraft({ ...draft, day: event.target.value })} />
      </Field>
      <Field label={`Time in ${timeZone}`}>
        <Input
          type="time"
          step={60}
          value={draft.time}
          onChange={(event) => onDraft({ ...draft, time: event.target.value })}
        />
      </Field>
      <div className={styles.wide}>
        <Field label="Assigned to">
          <Select value={draft.assigneeId} onChange={(event) => onDraft({ ...draft, assigneeId: event.target.value })}>
            <option value="">Nobody yet</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.wide}>
        <Field label="Plan" hint="What the story is to be, whom to call, where it is meant to stand.">
          <Textarea
            maxLength={MAX_NOTE_LENGTH}
            value={draft.note}
            onChange={(event) => onDraft({ ...draft, note: event.target.value })}
          />
        </Field>
      </div>
    </div>
  )
}
