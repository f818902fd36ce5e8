'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { WallTimeFields } from '@/components/desk/room/actions/wall-time-fields'
import { useSession } from '@/components/desk/room/session/session-context'
import { isBlank } from '@/lib/text/visible-text'
import { useWallChoice } from './use-wall-choice'

/** Sets or removes the time at which the story is withdrawn by itself. */
export function EndDateDialog() {
  const session = useSession()
  const endsAt = session.article.withdrawnAt
  const { choice, setChoice, chosen } = useWallChoice(endsAt, session.article.publishedAt ?? 0)
  const [reason, setReason] = useState(session.article.withdrawalReason)
  const [stays, setStays] = useState(false)
  const at = stays ? null : chosen.kind === 'at' && !isBlank(reason) ? chosen.at : undefined
  return (
    <ActionDialog
      title="End date"
      verb={stays ? 'Let it stay' : 'Set the end date'}
      action={at === undefined ? null : { path: 'withdraw-at', at, reason: reason.trim() }}
    >
      {stays ? (
        <p>The story stays until somebody takes it out.</p>
      ) : (
        <>
          <WallTimeFields verb="Leaves the site" choice={choice} chosen={chosen} onChoice={setChoice} />
          <Field label="Reason, for readers" hint="It stands in the notice at the story’s address.">
            <textarea maxLength={5000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </>
      )}
      {endsAt !== null ? (
        <Button look="quiet" aria-pressed={stays} onClick={() => setStays(!stays)}>
          {stays ? 'Keep an end date' : 'Take the end date off'}
        </Button>
      ) : null}
    </ActionDialog>
  )
}
