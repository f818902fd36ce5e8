'use client'

import { useState } from 'react'
import { Button, type ButtonLook } from '@/components/desk/button'
import type { Problem } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import type { Question, Story } from '@/components/desk/room/session/article-session'
import { useRoom, useRoomState, useStory } from '@/components/desk/room/session/session-context'
import { standingSentences } from '@/components/desk/room/status/standing-sentences'
import styles from './actions.module.css'

interface Offer {
  question: Question
  name: string
  look?: ButtonLook
  isAllowed: boolean
}

/** Where the story stands, and what can be done about it: nothing is offered that the role may not do. */
export function Actions() {
  const room = useRoom()
  const story = useStory((known) => known)
  const isAsking = useRoomState(({ asking }) => asking !== null)
  const done = useRoomState((known) => known.done)
  const sentences = standingSentences(story, { now: room.now(), timeZone: room.choices.timeZone })
  const address = useRoomState((known) => known.address())
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
        {offers(story)
          .filter(({ isAllowed }) => isAllowed)
          .map(({ question, name, look }) => (
            <Button key={question} look={look ?? 'plain'} onClick={() => room.ask(question)}>
              {name}
            </Button>
          ))}
      </div>
    </PanelPart>
  )
}

/** Nothing is asked first: it can be thrown away again. */
function Recover() {
  const room = useRoom()
  const [problems, setProblems] = useState<Problem[]>([])
  const recover = async () => {
    const outcome = await room.act({ path: 'recover' }, room.story.version)
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

function offers({ state, can, hasUnpublishedChanges, deletedAt, embargoUntil, withdrawnAt }: Story): Offer[] {
  if (deletedAt !== null) return []
  const publish: Offer = { question: 'publish', name: 'Publish', look: 'main', isAllowed: can['publish article'] }
  const schedule: Offer = { question: 'schedule', name: 'Schedule', isAllowed: can['schedule article'] }
  const embargo: Offer = {
    question: 'embargo',
    name: embargoUntil === null ? 'Embargo' : 'Change the embargo',
    look: 'quiet',
    isAllowed: can['embargo article'],
  }
  const end: Offer = {
    question: 'end',
    name: withdrawnAt === null ? 'End date' : 'Change the end date',
    look: 'quiet',
    isAllowed: can['withdraw article'],
  }
  const bringOut: Offer = {
    question: 'bring-out',
    name: 'Bring out changes',
    look: 'main',
    isAllowed: hasUnpublishedChanges && can['change published article'],
  }
  const correct: Offer = {
    question: 'correct',
    name: 'Add a correction',
    isAllowed: !hasUnpublishedChanges && can['change published article'],
  }
  const discard: Offer = {
    question: 'discard',
    name: 'Discard changes',
    look: 'quiet',
    isAllowed: hasUnpublishedChanges && can['discard changes'],
  }
  const submit: Offer = { question: 'submit', name: 'Send to review', isAllowed: can['submit article'] }
  const back: Offer = { question: 'return', name: 'Return to the writer', isAllowed: can['return article'] }
  const withdraw: Offer = {
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
