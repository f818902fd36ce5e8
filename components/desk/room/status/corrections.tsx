'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type AnswersInOrder, useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Textarea } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import { MAX_CORRECTION_LENGTH } from '@/lib/desk/articles/article-input'
import type { ListedCorrections } from '@/lib/desk/articles/correction-endpoints'
import { nearInstant } from '@/lib/desk/near-instant'
import type { Problem } from '@/lib/desk/refusal'
import styles from './corrections.module.css'

type Listed = ListedCorrections['corrections'][number]

/** The corrections that readers see at the foot of the story; nothing while it has none. */
export function Corrections() {
  const session = useSession()
  const updatedAt = useArticle((story) => story.updatedAt)
  const mayEdit = useArticle(({ can }) => can['change published article'])
  const [corrections, setCorrections] = useState<Listed[]>([])
  const [edited, setEdited] = useState<number | null>(null)
  const answers = useAnswersInOrder()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a correction gives the story a new time of update
  useEffect(() => {
    const address = 'GET /api/desk/articles/[id]/corrections'
    const ask = () => session.firstAnswers.take(address) ?? deskRequest(address, { params: { id: session.id } })
    void answers.read(ask).then((response) => {
      if (response?.ok) setCorrections(response.answer.corrections)
    })
    return () => answers.drop()
  }, [session, updatedAt, answers])
  if (!corrections.length) return null
  const close = (id: number, changed: Listed[] | null) => {
    // On the page at once, so that the focus can go on to the button that comes back.
    flushSync(() => {
      if (changed) setCorrections(changed)
      setEdited(null)
    })
    document.getElementById(`correction-${id}`)?.focus()
  }
  return (
    <PanelPart title="Corrections">
      <ol className={styles.list}>
        {corrections.map(({ id, note, correctedAt }) => (
          <li key={id}>
            <p className={styles.who}>
              {nearInstant(new Date(correctedAt), { now: session.now(), timeZone: session.choices.timeZone })}
            </p>
            {edited === id ? (
              <Rewording id={id} note={note} answers={answers} onDone={(changed) => close(id, changed)} />
            ) : (
              <>
                <p className={styles.words}>{note}</p>
                {mayEdit ? (
                  <Button id={`correction-${id}`} look="quiet" onClick={() => setEdited(id)}>
                    Edit<span className="visually-hidden"> the correction “{note}”</span>
                  </Button>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ol>
    </PanelPart>
  )
}

interface RewordingProps {
  id: number
  note: string
  answers: AnswersInOrder
  /** The corrections after the change; null when nothing was changed. */
  onDone: (changed: Listed[] | null) => void
}

function Rewording({ id, note, answers, onDone }: RewordingProps) {
  const session = useSession()
  const [words, setWords] = useState(note)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = async () => {
    setBusy(true)
    const response = await answers.change(() =>
      deskRequest('PUT /api/desk/articles/[id]/corrections/[correction]', {
        params: { id: session.id, correction: id },
        input: { note: words },
      }),
    )
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    void session.reload()
    onDone(response.answer.corrections)
  }
  return (
    <div className={styles.form}>
      <Field label="What was wrong, and what is right" hint="Readers get it at once; the history keeps what it was.">
        <Textarea
          ref={field}
          value={words}
          maxLength={MAX_CORRECTION_LENGTH}
          onChange={({ target }) => setWords(target.value)}
        />
      </Field>
      <Problems problems={problems} />
      <div>
        <Button look="main" busy={busy} onClick={() => save()}>
          Save the correction
        </Button>{' '}
        <Button onClick={() => onDone(null)}>Not now</Button>
      </div>
    </div>
  )
}
