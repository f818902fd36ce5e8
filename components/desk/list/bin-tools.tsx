'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import { type EmptiedBin, UNDO_EMPTYING_HOURS } from '@/lib/desk/bin/emptied-bin'
import { comingInstant, nearInstant } from '@/lib/desk/near-instant'
import type { Problem } from '@/lib/desk/refusal'
import styles from './bin-tools.module.css'

interface Props {
  /** How many drafts are in the bin. */
  count: number
  /** What can still be undone, newest first. */
  emptied: EmptiedBin[]
  /** The instant of the list, in milliseconds: what was deleted later stays in the bin. */
  now: number
  /** IANA zone of the paper. */
  timeZone: string
}

/** Empties the bin after a question, and undoes that. */
export function BinTools({ count, emptied, now, timeZone }: Props) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const clock = { now: new Date(now), timeZone }
  const drafts = (number: number) => (number === 1 ? '1 draft' : `${number.toLocaleString('en-GB')} drafts`)
  const finish = async (request: Promise<{ ok: true } | { ok: false; problems: Problem[] }>) => {
    setBusy(true)
    const response = await request
    if (response.ok) return reloadPage()
    setBusy(false)
    setProblems(response.problems)
  }
  return (
    <div className={styles.tools}>
      {count ? <p>These drafts were deleted. Readers never had them; each is kept for thirty days.</p> : null}
      {count ? <Button onClick={() => setAsking(true)}>Empty the bin</Button> : null}
      {emptied.map((one) => (
        <p key={one.emptiedAt}>
          {one.emptiedBy} emptied the bin of {drafts(one.count)}, {nearInstant(new Date(one.emptiedAt), clock)}.{' '}
          <Button
            look="quiet"
            busy={busy}
            onClick={() => void finish(deskRequest('POST /api/desk/bin/undo', { input: { emptiedAt: one.emptiedAt } }))}
          >
            Undo
          </Button>{' '}
          <span className={styles.until}>until {comingInstant(new Date(one.until), clock)}</span>
        </p>
      ))}
      <Problems problems={asking ? [] : problems} />
      <Dialog title="Empty the bin?" open={asking} onClose={() => setAsking(false)}>
        <p>
          {drafts(count)} will be deleted with their history and comments. For {UNDO_EMPTYING_HOURS} hours it can be
          undone here; then they are gone for good.
        </p>
        <Problems problems={problems} />
        <Choices>
          <Button
            look="danger"
            busy={busy}
            onClick={() => void finish(deskRequest('POST /api/desk/bin/empty', { input: { until: now } }))}
          >
            Empty the bin
          </Button>
          <Button onClick={() => setAsking(false)}>Keep them</Button>
        </Choices>
      </Dialog>
    </div>
  )
}
