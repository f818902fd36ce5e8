'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import table from '@/components/desk/table.module.css'
import type { Problem } from '@/lib/desk/refusal'
import styles from './addresses.module.css'
import { TargetChoice } from './target-choice'

interface Props {
  from: string
  /** A redirect that the site keeps can be changed but not deleted. */
  isKept: boolean
  timeZone: string
}

export function RedirectActions({ from, isKept, timeZone }: Props) {
  const [open, setOpen] = useState<'change' | 'delete' | null>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const remove = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/addresses/redirects/remove', { input: { from } })
    if (response.ok) return reloadPage()
    setProblems(response.problems)
    setBusy(false)
  }
  const close = () => setOpen(null)
  return (
    <div className={table.buttons}>
      <Button look="quiet" aria-label={`Change the redirect from ${from}`} onClick={() => setOpen('change')}>
        Change
      </Button>
      {isKept ? null : (
        <Button look="quiet" aria-label={`Delete the redirect from ${from}`} onClick={() => setOpen('delete')}>
          Delete
        </Button>
      )}
      <Dialog title="Change a redirect" open={open === 'change'} onClose={close}>
        <TargetChoice from={from} timeZone={timeZone} />
      </Dialog>
      <Dialog title="Delete this redirect?" open={open === 'delete'} onClose={close}>
        <p className={styles.path}>{from}</p>
        <p>Whoever follows an old link to it is told that there is nothing.</p>
        <Problems problems={problems} />
        <Choices>
          <Button look="danger" busy={busy} onClick={() => remove()}>
            Delete
          </Button>
          <Button onClick={close}>Keep it</Button>
        </Choices>
      </Dialog>
    </div>
  )
}
