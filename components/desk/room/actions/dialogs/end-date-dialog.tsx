'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useSession } from '@/components/desk/room/session/session-context'
import { useWallChoice } from '@/components/desk/wall-time/use-wall-choice'
import { WallTimeFields } from '@/components/desk/wall-time/wall-time-fields'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { isBlank } from '@/lib/text/visible-text'

/** Sets or removes the time at which the story is withdrawn by itself. */
export function EndDateDialog() {
  const session = useSession()
  const endsAt = session.article.withdrawnAt
  const wall = useWallChoice(endsAt, {
    now: session.now(),
    timeZone: session.choices.timeZone,
    earliest: session.article.publishedAt ?? 0,
  })
  const { chosen } = wall
  const [reason, setReason] = useState(session.article.withdrawalReason)
  const [stays, setStays] = useState(false)
  const at = stays ? null : chosen.kind === 'at' && !isBlank(reason) ? chosen.at : undefined
  return (
    <ActionDialog
      title="End date"
      verb={stays ? 'Remove the end date' : 'Set the end date'}
      action={at === undefined ? null : { path: 'withdraw-at', at, reason: reason.trim() }}
    >
      {stays ? (
        <p>The story stays public until somebody withdraws it.</p>
      ) : (
        <>
          <WallTimeFields verb="Is withdrawn" {...wall} />
          <Field label="Reason, for readers" hint="It is shown in the notice at the story’s address.">
            <Textarea maxLength={MAX_NOTE_LENGTH} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </>
      )}
      {endsAt !== null ? (
        <Button look="quiet" aria-pressed={stays} onClick={() => setStays(!stays)}>
          {stays ? 'Keep an end date' : 'Remove the end date instead'}
        </Button>
      ) : null}
    </ActionDialog>
  )
}
