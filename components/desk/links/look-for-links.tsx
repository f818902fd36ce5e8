'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'

/** Looks for stories that may link to this one, and tells how many wait as proposals now. */
export function LookForLinks({ id, headline }: { id: number; headline: string }) {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const look = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/links/look', { input: { story: id } })
    setBusy(false)
    if (!response.ok) return setMessage(response.problems.map(({ message }) => message).join(' '))
    const { found } = response.answer
    setMessage(
      found === 0
        ? 'No story fits.'
        : found === 1
          ? 'One story fits; it waits under Proposals.'
          : `${found} stories fit; they wait under Proposals.`,
    )
  }
  return (
    <>
      <Button busy={busy} aria-label={`Look for links to: ${headline}`} onClick={() => look()}>
        Look for links
      </Button>
      <span role="status">{message}</span>
    </>
  )
}
