'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useSession } from '@/components/desk/room/session/session-context'
import { useWallChoice } from '@/components/desk/wall-time/use-wall-choice'
import { WallTimeFields } from '@/components/desk/wall-time/wall-time-fields'

/** Sets or lifts the time before which nothing of the story may be public. */
export function EmbargoDialog() {
  const session = useSession()
  const embargoUntil = session.article.embargoUntil
  const wall = useWallChoice(embargoUntil, { now: session.now(), timeZone: session.choices.timeZone })
  const { chosen } = wall
  const [lifts, setLifts] = useState(false)
  const until = lifts ? null : chosen.kind === 'at' ? chosen.at : undefined
  return (
    <ActionDialog
      title="Embargo"
      verb={lifts ? 'Lift the embargo' : 'Set the embargo'}
      action={until === undefined ? null : { path: 'embargo', until }}
    >
      <p>Nothing of the story is public before that time, whatever else is set.</p>
      {lifts ? <p>The embargo ends now.</p> : <WallTimeFields verb="Ends" {...wall} />}
      {embargoUntil !== null ? (
        <Button look="quiet" aria-pressed={lifts} onClick={() => setLifts(!lifts)}>
          {lifts ? 'Keep an embargo' : 'Lift it instead'}
        </Button>
      ) : null}
    </ActionDialog>
  )
}
