'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest, type Problem } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import { useHydrated } from '@/components/desk/use-hydrated'
import type { Note } from '@/lib/desk/articles/note'
import { nearInstant } from '@/lib/desk/near-instant'
import styles from './notes.module.css'

/** How often the room looks whether somebody else wrote a comment. */
const POLL_MS = 30_000

/** What editors told each other about the story: comments, and the words that went with each hand-over. */
export function Notes() {
  const room = useSession()
  const mayWrite = useArticle(({ can }) => can['comment on article'])
  const state = useArticle((story) => story.state)
  const [notes, setNotes] = useState<Note[]>([])
  const [words, setWords] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const address = `/api/desk/articles/${room.id}/notes`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a hand-over brings a note of its own
  useEffect(() => {
    let wanted = true
    const read = async () => {
      const told = await deskRequest<{ notes: Note[] }>('GET', address)
      if (wanted && told.ok) setNotes(told.answer.notes)
    }
    void read()
    const timer = setInterval(() => void read(), POLL_MS)
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [address, state])
  const ask = async (path: string, body: object) => {
    const told = await deskRequest<{ notes: Note[] }>('POST', path, body)
    setProblems(told.ok ? [] : told.problems)
    if (told.ok) setNotes(told.answer.notes)
    return told.ok
  }
  const awake = useHydrated()
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() && (await ask(address, { words: words.trim() }))) setWords('')
  }
  return (
    <PanelPart title="Comments">
      {notes.length === 0 ? <p>Nobody has written one.</p> : null}
      <ol className={styles.notes}>
        {notes.map((note) => (
          <li key={note.id} className={note.resolvedAt === null ? undefined : styles.resolved}>
            <p className={styles.who}>
              {note.writtenBy},{' '}
              {nearInstant(new Date(note.writtenAt), { now: room.now(), timeZone: room.choices.timeZone })}
              {note.kind === 'hand-over' ? ', handing over' : ''}
              {note.resolvedAt === null ? '' : ' (resolved)'}
            </p>
            <p className={styles.words}>{note.words}</p>
            {note.resolvedAt === null && mayWrite ? (
              <Button look="quiet" onClick={() => ask(`${address}/${note.id}/resolve`, {})}>
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
              readOnly={!awake}
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
