'use client'

import { useState } from 'react'
import { Button, type ButtonLook } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import type { DialogName } from '@/components/desk/room/session/dialog-name'
import type { SessionArticle } from '@/components/desk/room/session/session-article'
import { useArticle, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { statusSentences } from '@/components/desk/room/status/status-sentences'
import type { Problem } from '@/lib/desk/refusal'
import styles from './article-actions.module.css'

interface ActionButton {
  dialog: DialogName
  name: string
  look?: ButtonLook
  isAllowed: boolean
}

/** The status of the story and the actions that the signed-in editor may take. */
export function ArticleActions() {
  const session = useSession()
  const story = useArticle((article) => article)
  const isDialogOpen = useSessionState(({ dialog }) => dialog !== null)
  const confirmation = useSessionState((session) => session.confirmation)
  const sentences = statusSentences(story, { now: session.now(), timeZone: session.choices.timeZone })
  const address = useSessionState((session) => session.readerPath())
  const isPublished = story.state === 'published'
  return (
    <PanelPart title="Status">
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isPublished && story.path ? (
          <p>
            <a href={story.path} target="_blank" rel="noopener">
              Read it as readers do
            </a>
          </p>
        ) : null}
        {isPublished && story.can['publish article'] ? (
          <p>
            <a href={`/admin/front?breaking=${session.article.id}`}>Raise it as breaking news</a>
          </p>
        ) : null}
        {!isPublished && address && story.state !== 'withdrawn' ? (
          <p className={styles.address}>
            Address: <bdi>{decodeURI(address)}</bdi>
          </p>
        ) : null}
      </div>
      <p role="status" className={styles.done}>
        {confirmation}
      </p>
      {/* While a dialog is open, only its button has the name of the action. */}
      <div className={styles.offers} inert={isDialogOpen} aria-hidden={isDialogOpen || undefined}>
        {story.deletedAt !== null && story.can['recover draft'] ? <Recover /> : null}
        {actionButtons(story)
          .filter(({ isAllowed }) => isAllowed)
          .map(({ dialog, name, look }) => (
            <Button key={dialog} look={look ?? 'plain'} onClick={() => session.showDialog(dialog)}>
              {name}
            </Button>
          ))}
      </div>
    </PanelPart>
  )
}

/** Recovers a deleted draft without a dialog: it can be deleted again. */
function Recover() {
  const session = useSession()
  const [problems, setProblems] = useState<Problem[]>([])
  const recover = async () => {
    const outcome = await session.perform({ path: 'recover' }, session.article.version)
    setProblems(outcome.ok ? [] : outcome.problems)
  }
  return (
    <>
      <Button look="main" onClick={recover}>
        Recover
      </Button>
      <Problems problems={problems} />
    </>
  )
}

function actionButtons({
  state,
  can,
  hasUnpublishedChanges,
  deletedAt,
  embargoUntil,
  withdrawnAt,
}: SessionArticle): ActionButton[] {
  if (deletedAt !== null) return []
  const publish: ActionButton = {
    dialog: 'publish',
    name: 'Publish',
    look: 'main',
    isAllowed: can['publish article'],
  }
  const schedule: ActionButton = { dialog: 'schedule', name: 'Schedule', isAllowed: can['schedule article'] }
  const embargo: ActionButton = {
    dialog: 'embargo',
    name: embargoUntil === null ? 'Embargo' : 'Change the embargo',
    look: 'quiet',
    isAllowed: can['embargo article'],
  }
  const end: ActionButton = {
    dialog: 'end',
    name: withdrawnAt === null ? 'End date' : 'Change the end date',
    look: 'quiet',
    isAllowed: can['withdraw article'],
  }
  const publishChanges: ActionButton = {
    dialog: 'publish-changes',
    name: 'Publish changes',
    look: 'main',
    isAllowed: hasUnpublishedChanges && can['change published article'],
  }
  const correct: ActionButton = {
    dialog: 'correct',
    name: 'Add a correction',
    isAllowed: !hasUnpublishedChanges && can['change published article'],
  }
  const discard: ActionButton = {
    dialog: 'discard',
    name: 'Discard changes',
    look: 'quiet',
    isAllowed: hasUnpublishedChanges && can['discard changes'],
  }
  const submit: ActionButton = { dialog: 'submit', name: 'Send to review', isAllowed: can['submit article'] }
  const back: ActionButton = { dialog: 'return', name: 'Return to the writer', isAllowed: can['return article'] }
  // Editors return a story; taking it back is for the writer who may not.
  const takeBack: ActionButton = {
    dialog: 'take-back',
    name: 'Take back from review',
    isAllowed: can['take article back'] && !can['return article'],
  }
  const withdraw: ActionButton = {
    dialog: 'withdraw',
    name: 'Withdraw',
    look: 'danger',
    isAllowed: can['withdraw article'],
  }
  switch (state) {
    case 'draft':
      return [publish, schedule, submit, embargo]
    case 'in-review':
      return [publish, schedule, back, takeBack, embargo]
    case 'scheduled':
      return [
        publish,
        { ...schedule, name: 'Change the time' },
        { dialog: 'unschedule', name: 'Unschedule', isAllowed: can['schedule article'] },
        discard,
        embargo,
        end,
      ]
    case 'published':
      return [publishChanges, correct, withdraw, discard, end]
    case 'withdrawn':
      return [{ dialog: 'publish', name: 'Republish', look: 'main', isAllowed: can['republish article'] }]
  }
}
