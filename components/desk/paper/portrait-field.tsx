'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { PicturePicker } from '@/components/desk/library/picture-picker'
import { PictureDetails } from '@/components/desk/picture/picture-details'
import { PictureFileButton } from '@/components/desk/picture/picture-file-button'
import { ResponsivePicture } from '@/components/picture/picture'
import { MAX_CAPTION_LENGTH } from '@/lib/desk/pictures/picture-edit'
import type { Picture } from '@/lib/pictures/picture'
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
  const button = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [isPicking, setIsPicking] = useState(false)
  const upload = async (chosen: File) => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/pictures', { file: chosen })
    setBusy(false)
    if (!response.ok) return setMessage(response.problems.map(({ message }) => message).join(' '))
    setMessage(response.answer.notices.join(' '))
    onPortrait(response.answer.picture)
  }
  const describeAs = (alt: string) =>
    portrait &&
    onDescribing(
      describe(portrait.id, { alt }).then(onPortrait, (error: unknown) =>
        setMessage(error instanceof Error ? error.message : String(error)),
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
            maxLength={MAX_CAPTION_LENGTH}
            onBlur={({ target }) => target.value !== portrait.alt && describeAs(target.value)}
          />
        </Field>
      ) : null}
      <p className={styles.tools}>
        <PictureFileButton ref={button} look="quiet" busy={busy} onFiles={([file]) => file && void upload(file)}>
          {portrait ? 'Upload another portrait' : 'Upload a portrait'}
        </PictureFileButton>
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
      {message || problem ? <p role="alert">{message || problem}</p> : null}
      {isPicking ? (
        <PicturePicker
          title="Choose a portrait"
          onChosen={([picked]) => {
            setIsPicking(false)
            setMessage('')
            if (picked) onPortrait(picked)
          }}
          onClose={() => setIsPicking(false)}
        />
      ) : null}
    </fieldset>
  )
}
