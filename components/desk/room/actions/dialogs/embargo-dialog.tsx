'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { chosenTime, type WallChoice } from '@/components/desk/room/actions/chosen-time'
import { WallTimeFields } from '@/components/desk/room/actions/wall-time-fields'
import { useSession } from '@/components/desk/room/session/session-context'
import { wallTime } from '@/lib/time/wall-clock'

const DAY_MS = 86_400_000

/** Sets the time before which nothing of the story may be public, or lifts it. */
export function EmbargoDialog() {
  const session = useSession()
  const standing = session.article.embargoUntil
  const { choice, setChoice, chosen } = useWallChoice(standing)
  const [lifts, setLifts] = useState(false)
  const until = lifts ? null : chosen.kind === 'at' ? chosen.at : undefined
  return (
    <ActionDialog
      title="Embargo"
      verb={lifts ? 'Lift the embargo' : 'Set the embargo'}
      action={until === undefined ? null : { path: 'embargo', until }}
    >
      <p>Nothing of the story is public before that time, whatever else is set.</p>
      {lifts ? (
        <p>The embargo ends now.</p>
      ) : (
        <WallTimeFields verb="Ends" choice={choice} chosen={chosen} onChoice={setChoice} />
      )}
      {standing !== null ? (
        <Button look="quiet" aria-pressed={lifts} onClick={() => setLifts(!lifts)}>
          {lifts ? 'Keep an embargo' : 'Lift it instead'}
        </Button>
      ) : null}
    </ActionDialog>
  )
}

/** Sets the time at which the story leaves the site by itself, or takes that back. */
export function EndDateDialog() {
  const session = useSession()
  const standing = session.article.withdrawnAt
  const { choice, setChoice, chosen } = useWallChoice(standing, session.article.publishedAt ?? 0)
  const [reason, setReason] = useState(session.article.withdrawalReason)
  const [stays, setStays] = useState(false)
  const at = stays ? null : chosen.kind === 'at' && reason.trim() ? chosen.at : undefined
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
      {standing !== null ? (
        <Button look="quiet" aria-pressed={stays} onClick={() => setStays(!stays)}>
          {stays ? 'Keep an end date' : 'Take the end date off'}
        </Button>
      ) : null}
    </ActionDialog>
  )
}

/** A choice that begins with what stands, else a day after now and after `earliest`. */
function useWallChoice(standing: number | null, earliest = 0) {
  const session = useSession()
  const { timeZone } = session.choices
  const now = session.now()
  const [choice, setChoice] = useState<WallChoice>(() => {
    const at = standing !== null && standing > now.getTime() ? standing : Math.max(now.getTime(), earliest) + DAY_MS
    return { ...wallTime(new Date(at), timeZone), turn: null }
  })
  return { choice, setChoice, chosen: chosenTime(choice, { now, timeZone }) }
}
