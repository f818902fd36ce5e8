'use client'

import { useEffect } from 'react'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useArticle, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { ChecklistPoints } from '@/components/desk/room/status/checklist-points'

/** Publishes or republishes a story at once. */
export function PublishDialog() {
  const session = useSession()
  const state = useArticle((story) => story.state)
  const checklist = useSessionState((session) => session.checklist)
  useEffect(() => {
    void session.loadChecklist()
  }, [session])
  const blocked = !checklist || checklist.blockers.length > 0
  const again = state === 'withdrawn'
  const verb = again ? 'Republish' : 'Publish'
  return (
    <ActionDialog title={verb} verb={verb} action={blocked ? null : { path: again ? 'republish' : 'publish' }}>
      <Consequences />
      {checklist?.blockers.length ? (
        <>
          <p>It cannot be published yet:</p>
          <ChecklistPoints remarks={checklist.blockers} kind="blocker" />
        </>
      ) : null}
      {checklist?.advice.length ? (
        <>
          <p>You may want to look at this first:</p>
          <ChecklistPoints remarks={checklist.advice} kind="advice" />
        </>
      ) : null}
    </ActionDialog>
  )
}

/** What publishing will do, in words. */
function Consequences() {
  const session = useSession()
  const headline = session.manuscript.headline || 'This story'
  const embargo = useArticle(({ embargoUntil }) => embargoUntil)
  const address = session.readerPath()
  return (
    <p>
      <strong>
        <bdi>{headline}</bdi>
      </strong>{' '}
      {embargo !== null && embargo > session.now().getTime()
        ? 'will be public as soon as its embargo ends'
        : 'will be public at once'}
      {address ? (
        <>
          , at <bdi>{decodeURI(address)}</bdi>
        </>
      ) : null}
      , on the front page and its section, and in every block that names it.
    </p>
  )
}
