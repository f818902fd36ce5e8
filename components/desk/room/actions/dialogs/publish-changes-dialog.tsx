'use client'

import { useEffect, useId, useState } from 'react'
import { Input, Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { ChecklistPoints } from '@/components/desk/room/status/checklist-points'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { isBlank } from '@/lib/text/visible-text'
import styles from './dialogs.module.css'

const WAYS = [
  { as: 'fix', name: 'A silent fix', hint: 'A slip is put right; no reader is told.' },
  { as: 'update', name: 'An update', hint: 'There is something new; the story shows the time of it.' },
  { as: 'correction', name: 'A correction', hint: 'Something was wrong; a note under the story says what.' },
] as const

type Way = (typeof WAYS)[number]['as']

/** Publishes the changes of a story that readers have. */
export function PublishChangesDialog() {
  const session = useSession()
  const name = useId()
  const [as, setAs] = useState<Way | null>(null)
  const [note, setNote] = useState('')
  const checklist = useSessionState((session) => session.checklist)
  useEffect(() => {
    void session.loadChecklist()
  }, [session])
  const blocked = !checklist || checklist.blockers.length > 0
  const complete = as !== null && (as !== 'correction' || !isBlank(note))
  const action = {
    path: 'bring-out' as const,
    as: as ?? ('fix' as const),
    ...(as === 'correction' && { note: note.trim() }),
  }
  return (
    <ActionDialog title="Publish changes" verb="Publish changes" action={blocked || !complete ? null : action}>
      <fieldset className={styles.ways}>
        <legend>Readers get the changed story at once. What is it?</legend>
        {WAYS.map((way) => (
          <label key={way.as} className={styles.way}>
            <Input type="radio" name={name} checked={as === way.as} onChange={() => setAs(way.as)} />
            <span>
              <strong>{way.name}.</strong> {way.hint}
            </span>
          </label>
        ))}
      </fieldset>
      {as === 'correction' ? <NoteField note={note} onNote={setNote} /> : null}
      <ChecklistPoints remarks={checklist?.blockers ?? []} kind="blocker" />
    </ActionDialog>
  )
}

/** Adds a correction note to a story whose text is right already. */
export function CorrectionDialog() {
  const [note, setNote] = useState('')
  return (
    <ActionDialog
      title="Add a correction"
      verb="Add the correction"
      action={isBlank(note) ? null : { path: 'bring-out', as: 'correction', note: note.trim() }}
    >
      <p>The text is not changed. To change it as well, write first, then publish the changes as a correction.</p>
      <NoteField note={note} onNote={setNote} />
    </ActionDialog>
  )
}

function NoteField({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  return (
    <Field label="Note for readers" hint="What was wrong, and what is right. It stays under the story for good.">
      <Textarea maxLength={MAX_NOTE_LENGTH} value={note} onChange={(event) => onNote(event.target.value)} />
    </Field>
  )
}
