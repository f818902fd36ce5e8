'use client'

import { useEffect, useRef, useState } from 'react'
import type { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import type { PictureRecord } from '@/lib/desk/pictures/library-picture'
import type { Problem } from '@/lib/desk/refusal'
import type { Picture } from '@/lib/pictures/picture'
import styles from './picture-page.module.css'
import { PicturePicker } from './picture-picker'
import { readRecord } from './read-record'
import { pictureName, Thumbnail } from './thumbnail'

interface Props {
  /** The order of what is read and changed about the picture. */
  answers: AnswersInOrder
  record: PictureRecord
  mayDecide: boolean
  onRecord: (record: PictureRecord) => void
}

/** Replaces the picture everywhere, throws it away, takes it out of the bin. */
export function PictureActions({ answers, record, mayDecide, onRecord }: Props) {
  const { picture, uses, deletedAt } = record
  const [step, setStep] = useState<'none' | 'choosing' | Picture>('none')
  const [problems, setProblems] = useState<Problem[]>([])
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)
  const params = { picture: picture.id }
  const done = async (words: string) => {
    const changed = await answers.read(() => readRecord(picture.id))
    if (changed) onRecord(changed)
    setMessage(words)
    setStep('none')
  }
  // The button that was pressed may be gone, and a dialog takes the focus with it.
  useEffect(() => {
    if (message && step === 'none') status.current?.focus()
  }, [message, step])
  const act = async (address: 'throw-away' | 'recover', words: string) => {
    setBusy(true)
    const response = await answers.change(() => deskRequest(`POST /api/desk/pictures/[picture]/${address}`, { params }))
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    if (response.ok) await done(words)
  }
  const replace = async (by: Picture) => {
    setBusy(true)
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/pictures/[picture]/replace', { params, input: { with: by.id } }),
    )
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    if (response.ok) await done(`Replaced in ${placesWords(response.answer.places)}.`)
  }
  return (
    <div className={styles.actions}>
      <p ref={status} role="status" tabIndex={-1} className={styles.saved}>
        {message}
      </p>
      {mayDecide && deletedAt === null ? (
        <Choices>
          {uses ? <Button onClick={() => setStep('choosing')}>Replace it everywhere</Button> : null}
          <Button
            look="danger"
            busy={busy}
            onClick={() => act('throw-away', 'Thrown away. It can be recovered for 30 days.')}
          >
            Throw it away
          </Button>
        </Choices>
      ) : null}
      {mayDecide && deletedAt !== null ? (
        <Button look="main" busy={busy} onClick={() => act('recover', 'It is in the library again.')}>
          Recover it
        </Button>
      ) : null}
      {step === 'none' ? <Problems problems={problems} /> : null}
      {step === 'choosing' ? (
        <PicturePicker
          title="Which picture takes its place?"
          exclude={[picture.id]}
          onChosen={([chosen]) => chosen && setStep(chosen)}
          onClose={() => setStep('none')}
        />
      ) : null}
      {typeof step === 'object' ? (
        <Dialog title="Replace it everywhere" open onClose={() => setStep('none')}>
          <div className={styles.both}>
            <Thumbnail picture={picture} />
            <span aria-hidden="true">→</span>
            <Thumbnail picture={step} />
          </div>
          <p>
            {placesWords(uses)} will show “{pictureName(step)}” at once. Captions that stories have of their own stay;
            credits that they have of their own go.
          </p>
          <Problems problems={problems} />
          <Choices>
            <Button look="main" busy={busy} onClick={() => replace(step)}>
              Replace it in {placesWords(uses)}
            </Button>
            <Button onClick={() => setStep('none')}>Not now</Button>
          </Choices>
        </Dialog>
      ) : null}
    </div>
  )
}

function placesWords(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}
