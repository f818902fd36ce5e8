'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import type { Picture } from '@/lib/pictures/picture'
import styles from './library.module.css'
import { Thumbnail } from './thumbnail'
import type { Upload } from './use-uploads'

interface Props {
  uploads: Upload[]
  /** Adds the file although the library has it. */
  onCopy: (upload: Upload) => void
}

/** The files on their way, each with how far it is, what became of it, and a field for its alt text. */
export function UploadList({ uploads, onCopy }: Props) {
  if (!uploads.length) return null
  const done = uploads.filter(({ state }) => state === 'done').length
  const refused = uploads.filter(({ state }) => state === 'refused').length
  return (
    <>
      <p role="status" className={styles.progress}>
        {done} of {uploads.length} {uploads.length === 1 ? 'picture is' : 'pictures are'} in the library
        {refused ? `, ${refused} refused` : ''}.
      </p>
      <ul className={styles.list} aria-label="Files that you add">
        {uploads.map((upload) => (
          <li key={upload.key} className={styles.upload} data-state={upload.state}>
            {upload.picture ? <Thumbnail picture={upload.picture} /> : <span className={styles.thumbnail} />}
            <div className={styles.what}>
              <span className={styles.name}>{upload.name}</span>
              <UploadState upload={upload} onCopy={onCopy} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function UploadState({ upload, onCopy }: { upload: Upload; onCopy: Props['onCopy'] }) {
  const { state, share, words, picture, isDuplicate } = upload
  if (state === 'waiting') return <span className={styles.about}>Waits for those before it</span>
  if (state === 'refused') {
    return (
      <span className={styles.forbidden} role="alert">
        {words}
      </span>
    )
  }
  if (state === 'sending') {
    const percent = Math.round(share * 100)
    return (
      <>
        <progress aria-label={`Sending ${upload.name}`} value={share} max={1} />
        <span className={styles.about}>{percent < 100 ? `Sending, ${percent} %` : 'Being made ready'}</span>
      </>
    )
  }
  return picture ? (
    <>
      {words ? <span className={styles.lacking}>{words}</span> : null}
      <AltField picture={picture} />
      <span className={styles.links}>
        <a href={`/admin/pictures/${picture.id}`}>Words, crops and rights</a>
        {isDuplicate ? (
          <Button look="quiet" onClick={() => onCopy(upload)}>
            Add it a second time
          </Button>
        ) : null}
      </span>
    </>
  ) : null
}

function AltField({ picture }: { picture: Picture }) {
  const [alt, setAlt] = useState(picture.alt)
  const [kept, setKept] = useState(picture.alt)
  const [problem, setProblem] = useState('')
  const keep = async () => {
    if (alt.trim() === kept.trim()) return
    const response = await deskRequest('PUT /api/desk/pictures/[picture]', {
      params: { picture: picture.id },
      input: { alt: alt.trim() },
      keepalive: true,
    })
    setProblem(response.ok ? '' : response.problems.map(({ message }) => message).join(' '))
    if (response.ok) setKept(alt)
  }
  return (
    <Field label="Alt text" problem={problem || undefined}>
      <Input type="text" value={alt} onChange={(event) => setAlt(event.target.value)} onBlur={() => void keep()} />
    </Field>
  )
}
