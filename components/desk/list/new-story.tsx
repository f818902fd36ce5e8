'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest, type Problem } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'

/** Begins a draft and goes there. */
export function NewStory() {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const begin = async () => {
    setBusy(true)
    const asked = await deskRequest<{ id: number }>('POST', '/api/desk/articles', {})
    if (asked.ok) return location.assign(`/admin/articles/${asked.answer.id}`)
    setBusy(false)
    setProblems(asked.problems)
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
