'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'

/** The button that takes a page out of the bin, and opens it. */
export function RecoverPage({ id, headline }: { id: number; headline: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const recover = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/pages/[page]/recover', { params: { page: id } })
    if (response.ok) return location.assign(`/admin/pages/${id}`)
    setBusy(false)
    setProblem(response.problems[0]?.message ?? '')
  }
  return (
    <>
      <Button look="quiet" busy={busy} onClick={() => recover()}>
        Recover<span className="visually-hidden"> “{headline}”</span>
      </Button>
      <span role="status">{problem}</span>
    </>
  )
}
