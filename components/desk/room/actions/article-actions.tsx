'use client'

import { useState } from 'react'
import { Button, type ButtonLook } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import type { DialogName, SessionArticle } from '@/components/desk/room/session/article-session'
import { useArticle, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { statusSentences } from '@/components/desk/room/status/status-sentences'
import type { Problem } from '@/lib/desk/refusal'
import styles from './article-actions.module.css'

interface ActionButton {
  question: DialogName
  name: string
  look?: ButtonLook
  isAllowed: boolean
}

/** Where the story stands, and what can be done about it: nothing is offered that the role may not do. */
export function ArticleActions() {
  const session = useSession()
  const story = useArticle((session) => session)
  const isAsking = useSessionState(({ dialog: asking }) => asking !== null)
  const done = useSessionState((session) => session.confirmation)
  const sentences = statusSentences(story, { now: session.now(), timeZone: session.choices.timeZone })
  const address = useSessionState((session) => session.readerPath())
  const isOut = story.state === 'published'
  return (
    <PanelPart title="Where it stands">
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isOut && story.path ? (
          <p>
            <a href={story.path} target="_blank" rel="noopener">
              Read it as readers do
            </a>
          </p>
        ) : null}
        {!isOut && address && story.state !== 'withdrawn' ? (
          <p className={styles.address}>
            It will stand at <bdi>{decodeURI(address)}</bdi>
          </p>
        ) : null}
      </div>
      <p role="status" className={styles.done}>
        {done}
      </p>
      {/* While a question is open, its button alone carries the verb. */}
      <div className={styles.offers} inert={isAsking} aria-hidden={isAsking || undefined}>
        {story.deletedAt !== null && story.can['recover draft'] ? <Recover /> : null}
        {actionButtons(story)
          .filter(({ isAllowed }) => isAllowed)
          .map(({ question, name, look }) => (
            <Button key={question} look={look ?? 'plain'} onClick={() => session.showDialog(question)}>
              {name}
            </Button>
          ))}
      </div>
    </PanelPart>
  )
}

/** Nothing is asked first: it can be thrown away again. */
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
    question: 'publish',
    name: 'Publish',
    look: 'main',
    isAllowed: can['publish article'],
  }
  const schedule: ActionButton = { question: 'schedule', name: 'Schedule', isAllowed: can['schedule article'] }
  const embargo: ActionButton = {
    question: 'embargo',
    name: embargoUntil === null ? 'Embargo' : 'Change the embargo',
    look: 'quiet',
    isAllowed: can['embargo article'],
  }
  const end: ActionButton = {
    question: 'end',
    name: withdrawnAt === null ? 'End date' : 'Change the end date',
    look: 'quiet',
    isAllowed: can['withdraw article'],
  }
  const bringOut: ActionButton = {
    question: 'bring-out',
    name: 'Bring out changes',
    look: 'main',
    isAllowed: hasUnpublishedChanges && can['change published article'],
  }
  const correct: ActionButton = {
    question: 'correct',
    name: 'Add a correction',
    isAllowed: !hasUnpublishedChanges && can['change published article'],
  }
  const discard: ActionButton = {
    question: 'discard',
    name: 'Discard changes',
    look: 'quiet',
    isAllowed: hasUnpublishedChanges && can['discard changes'],
  }
  const submit: ActionButton = { question: 'submit', name: 'Send to review', isAllowed: can['submit article'] }
  const back: ActionButton = { question: 'return', name: 'Return to the writer', isAllowed: can['return article'] }
  const withdraw: ActionButton = {
    question: 'withdraw',
    name: 'Withdraw',
    look: 'danger',
    isAllowed: can['withdraw article'],
  }
  switch (state) {
    case 'draft':
      return [publish, schedule, submit, embargo]
    case 'in-review':
      return [publish, schedule, back, embargo]
    case 'scheduled':
      return [
        publish,
        { ...bringOut, look: 'plain' },
        { ...schedule, name: 'Change the time' },
        { question: 'unschedule', name: 'Unschedule', isAllowed: can['schedule article'] },
        discard,
        embargo,
        end,
      ]
    case 'published':
      return [bringOut, correct, withdraw, discard, end]
    case 'withdrawn':
      return [{ question: 'publish', name: 'Republish', look: 'main', isAllowed: can['republish article'] }]
  }
}
