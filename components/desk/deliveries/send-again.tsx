'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { reloadPage } from '@/components/desk/focus/reload-page'

/** Sends a delivery again at once; `of` names it for screen readers. */
export function SendAgain({ id, of }: { id: number; of: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const again = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/deliveries/[delivery]/again', { params: { delivery: id } })
    // It may have been delivered meanwhile.
    if (response.ok || response.status === 404) return reloadPage()
    setBusy(false)
    setProblem(response.problems[0]?.message ?? '')
  }
  return (
    <>
      <Button look="quiet" busy={busy} aria-label={`Send again: ${of}`} onClick={() => again()}>
        Send again
      </Button>
      <span role="status">{problem}</span>
    </>
  )
}
