'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import type { Problem } from '@/lib/desk/refusal'

/** Creates a draft and opens it. */
export function NewStory() {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const begin = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/articles')
    if (response.ok) return location.assign(`/admin/articles/${response.answer.id}`)
    setBusy(false)
    setProblems(response.problems)
  }
  return (
    <>
      <Problems problems={problems} />
      <Button look="main" busy={busy} onClick={begin}>
        New story
      </Button>
    </>
  )
}
