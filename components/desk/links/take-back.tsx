'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import type { TakenBack } from '@/lib/desk/links/link-batch'
import type { Problem } from '@/lib/desk/refusal'
import styles from './links.module.css'

/** Takes a batch of links back, and tells what came of it. */
export function TakeBack({ id, links }: { id: number; links: number }) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [done, setDone] = useState<TakenBack | null>(null)
  const takeBack = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/links/batches/[batch]/take-back', { params: { batch: id } })
    setBusy(false)
    if (response.ok) setDone(response.answer)
    else setProblems(response.problems)
  }
  return (
    <div>
      {done ? null : (
        <Button
          busy={busy}
          aria-label={links === 1 ? 'Take back this link' : `Take back these ${links} links`}
          onClick={() => takeBack()}
        >
          Take back
        </Button>
      )}
      <Problems problems={problems} />
      <p role="status" className={styles.why}>
        {done ? toldOf(done) : ''}
      </p>
    </div>
  )
}

/** What taking back came to, in words. */
function toldOf({ restored, takenOut, gone }: TakenBack): string {
  const names = (stories: { headline: string }[]) => stories.map(({ headline }) => `“${headline}”`).join(', ')
  return [
    ...(restored
      ? [restored === 1 ? 'One story is as it was before.' : `${restored} stories are as they were before.`]
      : []),
    ...(takenOut.length ? [`Changed since, so that only the links were taken out: ${names(takenOut)}.`] : []),
    ...(gone.length ? [`Without these links already: ${names(gone)}.`] : []),
  ].join(' ')
}
