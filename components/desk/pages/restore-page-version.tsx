'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'

interface Props {
  pageId: number
  version: number
  /** The current version when this was rendered. */
  current: number
}

/** Makes an older version the text that editors work on; readers get it with the next publication. */
export function RestorePageVersion({ pageId, version, current }: Props) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const restore = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/pages/[page]/restore', {
      params: { page: pageId },
      input: { version: current, restored: version },
    })
    if (response.ok) return location.assign(`/admin/pages/${pageId}`)
    setBusy(false)
    setProblems(response.problems)
  }
  return (
    <>
      <Button busy={busy} onClick={() => restore()}>
        Work on version {version} again
      </Button>
      <Problems problems={problems} />
    </>
  )
}
