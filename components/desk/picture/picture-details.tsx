'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { isWebAddress } from '@/lib/addresses/web-address'
import type { PictureEdit } from '@/lib/desk/pictures/picture-edit'
import type { Picture, PictureRights } from '@/lib/pictures/picture'
import { FocalPoint, type Point } from './focal-point'
import styles from './picture-details.module.css'

interface Props {
  picture: Picture
  /** Saves the details of the picture. Rejects with an Error whose message can be shown. */
  describe: (id: number, saying: PictureEdit) => Promise<Picture>
  onDescribed: (picture: Picture) => void
}

/** The button that opens the details of a picture: focal point and rights. */
export function PictureDetails(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Crop and rights
      </Button>
      {open
        ? createPortal(
            // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed here are none of the text that it stands in
            <div onKeyDown={(event) => event.stopPropagation()}>
              <Details {...props} onClose={() => setOpen(false)} />
            </div>,
            document.body,
          )
        : null}
    </>
  )
}

const NOT_AN_ADDRESS = 'Write the whole address, beginning with https://.'

function Details({ picture, describe, onDescribed, onClose }: Props & { onClose: () => void }) {
  const [point, setPoint] = useState<Point>({ x: hundredths(picture.focus.x), y: hundredths(picture.focus.y) })
  const [rights, setRights] = useState(picture.rights)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const wrong = (address: string) =>
    tried && address.trim() && !isWebAddress(address.trim()) ? NOT_AN_ADDRESS : undefined
  const say = (part: Partial<PictureRights>) => setRights((before) => ({ ...before, ...part }))
  const save = async () => {
    setTried(true)
    setProblem('')
    const description = trimmed(rights)
    if ([description.licenceUrl, description.acquireUrl].some((address) => address && !isWebAddress(address))) return
    setBusy(true)
    try {
      onDescribed(await describe(picture.id, { ...description, focalX: point.x / 100, focalY: point.y / 100 }))
      onClose()
    } catch (error) {
      setBusy(false)
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Dialog title="Crop and rights" open onClose={onClose}>
      <FocalPoint picture={picture} point={point} onPoint={setPoint} />
      <div className={styles.rights}>
        <Field label="Creator">
          <Input type="text" value={rights.creator} onChange={({ target }) => say({ creator: target.value })} />
        </Field>
        <Field label="Copyright">
          <Input type="text" value={rights.copyright} onChange={({ target }) => say({ copyright: target.value })} />
        </Field>
        <Field label="Address of the licence" problem={wrong(rights.licenceUrl)}>
          <Input
            type="text"
            inputMode="url"
            value={rights.licenceUrl}
            onChange={({ target }) => say({ licenceUrl: target.value })}
          />
        </Field>
        <Field label="Where a licence can be had" problem={wrong(rights.acquireUrl)}>
          <Input
            type="text"
            inputMode="url"
            value={rights.acquireUrl}
            onChange={({ target }) => say({ acquireUrl: target.value })}
          />
        </Field>
      </div>
      <p>
        <a href={`/admin/pictures/${picture.id}`} target="_blank" rel="noreferrer">
          Place, keywords, terms of use and where it stands
        </a>
      </p>
      <Problems problems={problem ? [{ field: '', message: problem }] : []} />
      <Choices>
        <Button look="main" busy={busy} onClick={() => save()}>
          Keep
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </Choices>
    </Dialog>
  )
}

function trimmed({ creator, copyright, licenceUrl, acquireUrl }: PictureRights): PictureRights {
  return {
    creator: creator.trim(),
    copyright: copyright.trim(),
    licenceUrl: licenceUrl.trim(),
    acquireUrl: acquireUrl.trim(),
  }
}

function hundredths(share: number): number {
  return Math.round(share * 100)
}
