'use client'

import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { PicturePicker } from '@/components/desk/library/picture-picker'
import { PictureDetails } from '@/components/desk/picture/picture-details'
import { ResponsivePicture } from '@/components/picture/picture'
import type { Picture } from '@/lib/article/article'
import styles from './paper.module.css'

interface Props {
  portrait: Picture | null
  onPortrait: (portrait: Picture | null) => void
  /** Called with a change of its words that is on its way: the form is sent after it. */
  onDescribing: (described: Promise<void>) => void
  problem: string | undefined
}

const { describe } = deskServices(null)

/** The portrait of an author: uploaded here or chosen from the library, with the words for those who do not see it. */
export function PortraitField({ portrait, onPortrait, onDescribing, problem }: Props) {
  const file = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [isPicking, setIsPicking] = useState(false)
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    // The same file may be chosen again after a failure.
    event.target.value = ''
    if (!chosen) return
    setBusy(true)
    const response = await deskRequest('POST /api/desk/pictures', { file: chosen })
    setBusy(false)
    if (!response.ok) return setSaid(response.problems.map(({ message }) => message).join(' '))
    setSaid(response.answer.notices.join(' '))
    onPortrait(response.answer.picture)
  }
  const describeAs = (alt: string) =>
    portrait &&
    onDescribing(
      describe(portrait.id, { alt }).then(onPortrait, (error: unknown) =>
        setSaid(error instanceof Error ? error.message : String(error)),
      ),
    )
  return (
    <fieldset className={styles.portrait}>
      <legend>Portrait</legend>
      {portrait ? <ResponsivePicture picture={portrait} sizes="8rem" /> : null}
      {portrait ? (
        <Field label="Alt text of the portrait" hint="What it shows, for those who do not see it.">
          <input
            key={portrait.id}
            defaultValue={portrait.alt}
            maxLength={500}
            onBlur={({ target }) => target.value !== portrait.alt && describeAs(target.value)}
          />
        </Field>
      ) : null}
      <input
        ref={file}
        type="file"
        accept="image/*"
        className="visually-hidden"
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => void upload(event)}
      />
      <p className={styles.tools}>
        <Button ref={button} look="quiet" busy={busy} onClick={() => file.current?.click()}>
          {busy ? 'Uploading …' : portrait ? 'Upload another portrait' : 'Upload a portrait'}
        </Button>
        <Button look="quiet" onClick={() => setIsPicking(true)}>
          Choose from the library
        </Button>
        {portrait ? (
          <>
            <PictureDetails key={portrait.id} picture={portrait} describe={describe} onDescribed={onPortrait} />
            <Button
              look="quiet"
              onClick={() => {
                onPortrait(null)
                button.current?.focus()
              }}
            >
              Remove the portrait
            </Button>
          </>
        ) : null}
      </p>
      {said || problem ? <p role="alert">{said || problem}</p> : null}
      {isPicking ? (
        <PicturePicker
          title="Choose a portrait"
          onChosen={([picked]) => {
            setIsPicking(false)
            setSaid('')
            if (picked) onPortrait(picked)
          }}
          onClose={() => setIsPicking(false)}
        />
      ) : null}
    </fieldset>
  )
}
