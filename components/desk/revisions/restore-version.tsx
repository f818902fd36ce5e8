'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'

interface Props {
  articleId: number
  version: number
  /** The current version of the story when the page was rendered. */
  current: number
  /** Whether the restored text then has to be published. */
  waits: boolean
}

/** Restores an older version, after a confirmation. */
export function RestoreVersion({ articleId, version, current, waits }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const restore = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/articles/[id]/revisions/[version]/restore', {
      params: { id: articleId, version },
      input: { version: current },
    })
    if (response.ok) return location.assign(`/admin/articles/${articleId}`)
    setProblems(response.problems)
    setBusy(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Restore<span className="visually-hidden"> version {version}</span>
      </Button>
      <Dialog title={`Restore version ${version}?`} open={open} onClose={() => setOpen(false)}>
        <p>
          The text, the headline and all else become what they were in version {version}. What is there now stays in the
          history.
          {waits ? ' Readers see nothing of it until you publish the changes.' : ''}
        </p>
        <Problems problems={problems} />
        <Choices>
          <Button look="main" busy={busy} onClick={() => restore()}>
            Restore it
          </Button>
          <Button onClick={() => setOpen(false)}>Leave it</Button>
        </Choices>
      </Dialog>
    </>
  )
}
