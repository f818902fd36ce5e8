'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { reloadPage } from '@/components/desk/focus/reload-page'

/** Looks at the page of a story again; `of` names it for screen readers. */
export function LookAgain({ id, of }: { id: number; of: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const again = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/articles/[id]/crawler-check', { params: { id } })
    if (response.ok) return reloadPage()
    setBusy(false)
    setProblem(response.problems[0]?.message ?? '')
  }
  return (
    <>
      <Button look="quiet" busy={busy} aria-label={`Look again: ${of}`} onClick={() => again()}>
        Look again
      </Button>
      <span role="status">{problem}</span>
    </>
  )
}
