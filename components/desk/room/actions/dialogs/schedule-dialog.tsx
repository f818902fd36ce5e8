'use client'

import { useEffect, useState } from 'react'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { ChecklistPoints } from '@/components/desk/room/status/checklist-points'
import { chosenTime, type WallChoice } from '@/components/desk/wall-time/chosen-time'
import { WallTimeFields } from '@/components/desk/wall-time/wall-time-fields'
import { DAY_MS } from '@/lib/time/durations'
import { wallTime } from '@/lib/time/wall-clock'

const MORNING = '06:00'

/** Sets the time at which a story is published by itself. */
export function ScheduleDialog() {
  const session = useSession()
  const { timeZone } = session.choices
  const { state, publishedAt } = session.article
  const [choice, setChoice] = useState<WallChoice>(() => firstChoice(session.now(), publishedAt, timeZone))
  const chosen = chosenTime(choice, { now: session.now(), timeZone })
  const at = chosen.kind === 'at' ? chosen.at : null
  const checklist = useSessionState((session) => session.checklist)
  useEffect(() => {
    // A linked story may be public by then.
    void session.loadChecklist(at ?? undefined)
  }, [session, at])
  const blocked = at === null || !checklist || checklist.blockers.length > 0
  const verb = state === 'scheduled' ? 'Change the time' : 'Schedule'
  return (
    <ActionDialog title={verb} verb={verb} action={blocked ? null : { path: 'schedule', at }}>
      <WallTimeFields
        verb="Publishes"
        choice={choice}
        chosen={chosen}
        onChoice={setChoice}
        now={session.now()}
        timeZone={timeZone}
      />
      {checklist?.blockers.length ? (
        <>
          <p>It cannot be scheduled yet:</p>
          <ChecklistPoints remarks={checklist.blockers} kind="blocker" />
        </>
      ) : null}
      <ChecklistPoints remarks={checklist?.advice ?? []} kind="advice" />
    </ActionDialog>
  )
}

/** The time that is set, otherwise the next morning. */
function firstChoice(now: Date, publishedAt: number | null, timeZone: string): WallChoice {
  if (publishedAt !== null && publishedAt > now.getTime())
    return { ...wallTime(new Date(publishedAt), timeZone), turn: null }
  const today = wallTime(now, timeZone)
  const day = today.time < MORNING ? today.day : wallTime(new Date(now.getTime() + DAY_MS), timeZone).day
  return { day, time: MORNING, turn: null }
}
