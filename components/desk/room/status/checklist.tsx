'use client'

import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useManuscript, useSessionState } from '@/components/desk/room/session/session-context'
import { bodyWords } from '@/lib/article/body-words'
import { isBlank } from '@/lib/text/visible-text'
import { ChecklistPoints } from './checklist-points'

/**
 * What prevents publication, and what would improve the story. It says nothing of a story in which nobody has written a
 * text yet, until somebody asks to publish it.
 */
export function Checklist() {
  const checklist = useSessionState((session) => session.checklist)
  const conflicts = useArticle(({ conflicts }) => conflicts.length)
  const isQuiet = useIsUntouched()
  if (isQuiet) {
    return (
      <PanelPart title="Checklist">
        <p>Once there is a text, this says what is missing.</p>
      </PanelPart>
    )
  }
  return (
    <PanelPart title="Checklist">
      {checklist === null ? (
        <p>The checklist comes with the next save.</p>
      ) : (
        <>
          {checklist.blockers.length === 0 && checklist.advice.length === 0 && conflicts === 0 ? (
            <p>Nothing is missing.</p>
          ) : null}
          {checklist.blockers.length ? <p>Before it can be published:</p> : null}
          <ChecklistPoints remarks={checklist.blockers} kind="blocker" />
          {checklist.advice.length ? <p>To make it better:</p> : null}
          <ChecklistPoints remarks={checklist.advice} kind="advice" />
        </>
      )}
    </PanelPart>
  )
}

/** Whether nobody has written a text or asked to publish it. */
export function useIsUntouched(): boolean {
  const hasText = useManuscript(({ body }) => !isBlank(bodyWords(body)))
  const isDraft = useArticle(({ state }) => state === 'draft')
  const hasTried = useSessionState(({ hasTriedToPublish }) => hasTriedToPublish)
  return isDraft && !hasText && !hasTried
}
