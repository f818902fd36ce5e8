'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/desk/button'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import { useHydrated } from '@/components/desk/use-hydrated'
import type { Note } from '@/lib/desk/articles/note'
import { nearInstant } from '@/lib/desk/near-instant'
import type { Problem } from '@/lib/desk/refusal'
import { isBlank } from '@/lib/text/visible-text'
import styles from './notes.module.css'

/** How often comments of others are loaded. */
const POLL_MS = 30_000

/** Comments of editors on the story, and the messages that went with each submission and return. */
export function Notes() {
  const session = useSession()
  const mayWrite = useArticle(({ can }) => can['comment on article'])
  const state = useArticle((story) => story.state)
  const [notes, setNotes] = useState<Note[]>([])
  const [words, setWords] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of state adds a note
  useEffect(() => {
    let isMounted = true
    const read = async () => {
      const response = await deskRequest('GET /api/desk/articles/[id]/notes', { params: { id: session.id } })
      if (isMounted && response.ok) setNotes(response.answer.notes)
    }
    void read()
    const timer = setInterval(() => void read(), POLL_MS)
    return () => {
      isMounted = false
      clearInterval(timer)
    }
  }, [session, state])
  const show = async (request: Promise<DeskResponse<{ notes: Note[] }>>) => {
    const response = await request
    setProblems(response.ok ? [] : response.problems)
    if (response.ok) setNotes(response.answer.notes)
    return response.ok
  }
  const isHydrated = useHydrated()
  const resolve = (note: Note) =>
    deskRequest('POST /api/desk/articles/[id]/notes/[note]/resolve', { params: { id: session.id, note: note.id } })
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (isBlank(words)) return
    const input = { words: words.trim() }
    if (await show(deskRequest('POST /api/desk/articles/[id]/notes', { params: { id: session.id }, input })))
      setWords('')
  }
  return (
    <PanelPart title="Comments">
      {notes.length === 0 ? <p>Nobody has written one.</p> : null}
      <ol className={styles.notes}>
        {notes.map((note) => (
          <li key={note.id} className={note.resolvedAt === null ? undefined : styles.resolved}>
            <p className={styles.who}>
              {note.writtenBy},{' '}
              {nearInstant(new Date(note.writtenAt), { now: session.now(), timeZone: session.choices.timeZone })}
              {note.kind === 'hand-over' ? ', handing over' : ''}
              {note.resolvedAt === null ? '' : ' (resolved)'}
            </p>
            <p className={styles.words}>{note.words}</p>
            {note.resolvedAt === null && mayWrite ? (
              <Button look="quiet" onClick={() => void show(resolve(note))}>
                Resolve<span className="visually-hidden"> what {note.writtenBy} wrote</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <form className={styles.form} onSubmit={add}>
          <Field label="Add a comment">
            <textarea
              maxLength={5000}
              readOnly={!isHydrated}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
          <div>
            <Button type="submit" scripted>
              Comment
            </Button>
          </div>
        </form>
      ) : null}
      <Problems problems={problems} />
    </PanelPart>
  )
}
