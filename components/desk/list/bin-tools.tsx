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

/** The bins of the desk: their addresses, and what is in them. */
const BINS = {
  drafts: {
    empty: 'POST /api/desk/bin/empty',
    undo: 'POST /api/desk/bin/undo',
    one: 'draft',
    about: 'These drafts were deleted. Readers never had them; each is kept for thirty days.',
    along: 'their history and comments',
  },
  pages: {
    empty: 'POST /api/desk/pages/bin/empty',
    undo: 'POST /api/desk/pages/bin/undo',
    one: 'page',
    about: 'Readers never had them; each is kept for thirty days.',
    along: 'their history',
  },
  pictures: {
    empty: 'POST /api/desk/pictures/bin/empty',
    undo: 'POST /api/desk/pictures/bin/undo',
    one: 'picture',
    about: 'These pictures were thrown away. They stand nowhere; each is kept for thirty days.',
    along: 'their files',
  },
} as const

interface Props {
  of: keyof typeof BINS
  /** How many of them are in the bin. */
  count: number
  /** What can still be undone, newest first. */
  emptied: EmptiedBin[]
  /** The instant of the list, in milliseconds: what was deleted later stays in the bin. */
  now: number
  /** IANA zone of the paper. */
  timeZone: string
}

/** Empties the bin after a question, and undoes that. */
export function BinTools({ of, count, emptied, now, timeZone }: Props) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const clock = { now: new Date(now), timeZone }
  const { empty, undo, one: name, about, along } = BINS[of]
  const some = (number: number) => (number === 1 ? `1 ${name}` : `${number.toLocaleString('en-GB')} ${name}s`)
  const finish = async (request: Promise<{ ok: true } | { ok: false; problems: Problem[] }>) => {
    setBusy(true)
    const response = await request
    if (response.ok) return reloadPage()
    setBusy(false)
    setProblems(response.problems)
  }
  return (
    <div className={styles.tools}>
      {count ? <p>{about}</p> : null}
      {count ? <Button onClick={() => setAsking(true)}>Empty the bin</Button> : null}
      {emptied.map((one) => (
        <p key={one.emptiedAt}>
          {one.emptiedBy} emptied the bin of {some(one.count)}, {nearInstant(new Date(one.emptiedAt), clock)}.{' '}
          <Button
            look="quiet"
            busy={busy}
            onClick={() => finish(deskRequest(undo, { input: { emptiedAt: one.emptiedAt } }))}
          >
            Undo
          </Button>{' '}
          <span className={styles.until}>until {comingInstant(new Date(one.until), clock)}</span>
        </p>
      ))}
      <Problems problems={asking ? [] : problems} />
      <Dialog title="Empty the bin?" open={asking} onClose={() => setAsking(false)}>
        <p>
          {some(count)} will be deleted with {along}. For {UNDO_EMPTYING_HOURS} hours it can be undone here; then they
          are gone for good.
        </p>
        <Problems problems={problems} />
        <Choices>
          <Button look="danger" busy={busy} onClick={() => finish(deskRequest(empty, { input: { until: now } }))}>
            Empty the bin
          </Button>
          <Button onClick={() => setAsking(false)}>Keep them</Button>
        </Choices>
      </Dialog>
    </div>
  )
}
