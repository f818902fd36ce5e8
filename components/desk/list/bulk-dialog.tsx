'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Select, Textarea } from '@/components/desk/controls'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { useWallChoice } from '@/components/desk/wall-time/use-wall-choice'
import { WallTimeFields } from '@/components/desk/wall-time/wall-time-fields'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import type { Problem } from '@/lib/desk/refusal'
import styles from './bulk-actions.module.css'
import type { BulkChoices, BulkInput } from './bulk-choices'

interface Props {
  kind: BulkInput['kind']
  count: number
  choices: BulkChoices
  busy: boolean
  problems: Problem[]
  onAct: (action: BulkInput) => void
  onClose: () => void
}

const VERBS: Record<BulkInput['kind'], string> = {
  assign: 'Assign',
  section: 'Change the section',
  'add-topic': 'Add topic',
  'remove-topic': 'Remove topic',
  submit: 'Send to review',
  return: 'Return',
  publish: 'Publish',
  schedule: 'Schedule',
  withdraw: 'Withdraw',
  delete: 'Delete',
  recover: 'Recover',
}

/** Asks what one action on several stories needs, and says what it will do. */
export function BulkDialog({ kind, count, choices, busy, problems, onAct, onClose }: Props) {
  const [value, setValue] = useState('')
  const wall = useWallChoice(null, { now: new Date(choices.now), timeZone: choices.timeZone })
  const at = wall.chosen.kind === 'at' ? wall.chosen.at : null
  const wanted = actionOf(kind, value, at)
  const stories = count === 1 ? '1 story' : `${count} stories`
  const act = (event: FormEvent) => {
    event.preventDefault()
    if (wanted) onAct(wanted)
  }
  return (
    <Dialog title={`${VERBS[kind]}: ${stories}`} open onClose={onClose}>
      <form className={styles.asked} onSubmit={act}>
        <Asked kind={kind} value={value} choices={choices} onValue={setValue} />
        {kind === 'schedule' ? <WallTimeFields verb="Publishes" {...wall} /> : null}
        <p>Each story is checked by itself. One that somebody saved meanwhile stays as it is.</p>
        <Problems problems={problems} />
        <Choices>
          <Button
            type="submit"
            scripted
            busy={busy}
            look={kind === 'withdraw' || kind === 'delete' ? 'danger' : 'main'}
            disabled={wanted === null}
          >
            {VERBS[kind]}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </Choices>
      </form>
    </Dialog>
  )
}

interface AskedProps extends Pick<Props, 'kind' | 'choices'> {
  value: string
  onValue: (value: string) => void
}

function Asked({ kind, value, choices, onValue }: AskedProps) {
  const select = (label: string, empty: string, options: { id: number | string; name: string; depth?: number }[]) => (
    <Field label={label}>
      <Select value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{empty}</option>
        {options.map(({ id, name, depth = 0 }) => (
          <option key={id} value={id}>
            {'\u2003'.repeat(depth)}
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
  const words = (label: string, hint: string) => (
    <Field label={label} hint={hint}>
      <Textarea maxLength={MAX_NOTE_LENGTH} value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
  switch (kind) {
    case 'assign':
      return select('Assigned to', 'Nobody', choices.people)
    case 'section':
      return select('Section', 'Choose a section', choices.sections)
    case 'add-topic':
    case 'remove-topic':
      return select('Topic', 'Choose a topic', choices.topics)
    case 'submit':
      return words('Message to the reviewer', 'It stays with each story, among its comments.')
    case 'return':
      return words('Message to the writer', 'It stays with each story, among its comments.')
    case 'publish':
      return <p>Readers have them at once. A story that the checklist stops stays as it is, and you are told why.</p>
    case 'schedule':
      return <p>A story that the checklist stops is not scheduled, and you are told why.</p>
    case 'withdraw':
      return words('Reason', 'Readers see it in place of each story.')
    case 'delete':
      return (
        <p>
          Drafts that were never published go to the deleted stories, where they can be recovered for{' '}
          {DELETED_KEPT_DAYS} days. A story that was published stays: withdraw it instead.
        </p>
      )
    case 'recover':
      return <p>They are drafts again, as they were.</p>
  }
}

/** The action with what was asked for; null while something is missing. */
function actionOf(kind: BulkInput['kind'], value: string, at: number | null): BulkInput | null {
  switch (kind) {
    case 'assign':
      return { kind, assigneeId: value || null }
    case 'section':
      return value ? { kind, sectionId: Number(value) } : null
    case 'add-topic':
    case 'remove-topic':
      return value ? { kind, topicId: Number(value) } : null
    case 'submit':
    case 'return':
      return { kind, words: value }
    case 'schedule':
      return at === null ? null : { kind, at }
    case 'withdraw':
      return value.trim() ? { kind, reason: value } : null
    case 'publish':
    case 'delete':
    case 'recover':
      return { kind }
  }
}
