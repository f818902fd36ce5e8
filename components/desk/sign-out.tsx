'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'

/** Ends the session of this browser and goes to the sign-in page. */
export function SignOut() {
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    const headers = { 'Content-Type': 'application/json' }
    await fetch('/api/auth/sign-out', { method: 'POST', body: '{}', headers }).catch(() => null)
    // A full page load, so that nothing of the session stays in memory.
    location.assign('/admin/sign-in')
  }
  return (
    <Button look="quiet" busy={busy} onClick={leave}>
      Sign out
    </Button>
  )
}
