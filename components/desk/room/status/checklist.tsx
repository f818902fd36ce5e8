'use client'

import { PanelPart } from '@/components/desk/room/panel-part'
import { useSessionState } from '@/components/desk/room/session/session-context'
import { ChecklistPoints } from './checklist-points'

/** What prevents publication, and what would improve the story. */
export function Checklist() {
  const checklist = useSessionState((session) => session.checklist)
  const conflicts = useSessionState((session) => session.article.conflicts.length)
  return (
    <PanelPart title="Checklist">
      {checklist === null ? (
        <p>The checklist comes with the next save.</p>
      ) : (
        <>
          {checklist.blockers.length === 0 && checklist.advice.length === 0 && conflicts === 0 ? (
            <p>Nothing is missing.</p>
          ) : null}
          <ChecklistPoints remarks={checklist.blockers} kind="blocker" />
          <ChecklistPoints remarks={checklist.advice} kind="advice" />
        </>
      )}
    </PanelPart>
  )
}
