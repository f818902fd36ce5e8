'use client'

import { useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { PictureFileButton } from '@/components/desk/picture/picture-file-button'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'
import styles from './settings.module.css'

/** Where the marks are; null for the drawing that comes with the site. */
interface Marks {
  icon: string | null
  logo: string | null
}

const KINDS = [
  { kind: 'icon', name: 'icon', about: 'Square, 512 pixels or more: for tabs, home screens and feeds.' },
  { kind: 'logo', name: 'logo', about: 'Any shape, 112 pixels or more on each side: for search engines and feeds.' },
] as const

/** The icon and the logo of the paper. */
export function PaperMarks({ initial }: { initial: Marks }) {
  const [marks, setMarks] = useState(initial)
  const [problems, setProblems] = useState<Problem[]>([])
  const [note, setNote] = useState('')
  const answers = useAnswersInOrder()
  const settle = (response: Awaited<ReturnType<typeof upload>>, message: string) => {
    setProblems(response.ok ? [] : response.problems)
    setNote(response.ok ? message : '')
    if (response.ok) setMarks(response.answer)
  }
  return (
    <>
      {KINDS.map(({ kind, name, about }) => (
        <div key={kind} className={styles.mark}>
          {/* biome-ignore lint/performance/noImgElement: a stored file in one size, shown once */}
          <img src={marks[kind] ?? '/icon-192.png'} alt={`The ${name} of the paper`} height={64} />
          <p>{about}</p>
          <Upload
            label={marks[kind] ? `Replace the ${name}` : `Upload a ${name === 'icon' ? 'square icon' : name}`}
            onFile={async (file) =>
              settle(await answers.change(() => upload(kind, file)), `Saved. Readers have the ${name} already.`)
            }
          />
          {marks[kind] ? (
            <Button
              look="quiet"
              onClick={async () => {
                const response = await answers.change(() =>
                  deskRequest('POST /api/desk/settings/remove-mark', { input: { kind } }),
                )
                settle(response, `The ${name} is the one that comes with the site.`)
                document.getElementById('marks')?.focus()
              }}
            >
              Remove the {name}
            </Button>
          ) : null}
        </div>
      ))}
      <Problems problems={problems} />
      <p role="status">{note}</p>
    </>
  )
}

function upload(kind: 'icon' | 'logo', file: File) {
  return kind === 'icon'
    ? deskRequest('POST /api/desk/settings/icon', { file })
    : deskRequest('POST /api/desk/settings/logo', { file })
}

function Upload({ label, onFile }: { label: string; onFile: (file: File) => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const take = async (file: File) => {
    setBusy(true)
    await onFile(file)
    setBusy(false)
  }
  return (
    <PictureFileButton busy={busy} onFiles={([file]) => file && void take(file)}>
      {label}
    </PictureFileButton>
  )
}
