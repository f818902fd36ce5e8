'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { Problems } from '@/components/desk/problems'
import { useArticle, useSession } from '@/components/desk/room/session/session-context'
import type { Problem } from '@/lib/desk/refusal'
import { spelledOut } from '@/lib/time/wall-clock'
import styles from './scheduled-changes.module.css'

/**
 * What readers will get of a scheduled story that was changed since: the earlier words, unless somebody decides that the
 * changes go along.
 */
export function ScheduledChanges() {
  const session = useSession()
  const name = useId()
  const publishedAt = useArticle((story) => story.publishedAt)
  const isAsked = useArticle(({ state, hasUnpublishedChanges }) => state === 'scheduled' && hasUnpublishedChanges)
  const mayDecide = useArticle(({ can }) => can['change published article'])
  const [goAlong, setGoAlong] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  if (!isAsked || publishedAt === null) return null
  const when = spelledOut(new Date(publishedAt), session.choices.timeZone)
  const decide = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const saved = await session.saveNow()
    const outcome = saved.ok ? await session.perform({ path: 'bring-out', as: 'fix' }, saved.version) : saved
    setBusy(false)
    setProblems(outcome.ok ? [] : outcome.problems)
    if (outcome.ok) setGoAlong(false)
  }
  return (
    <form className={styles.choice} id="room-scheduled-changes" lang="en" dir="ltr" onSubmit={decide}>
      <fieldset disabled={!mayDecide}>
        <legend>What readers get on {when}</legend>
        <label className={styles.way}>
          <Input type="radio" name={name} checked={!goAlong} onChange={() => setGoAlong(false)} />
          <span>
            <strong>The story as it was scheduled.</strong> Your changes since then are kept here and not published.
            This is what happens unless you choose otherwise.
          </span>
        </label>
        <label className={styles.way}>
          <Input type="radio" name={name} checked={goAlong} onChange={() => setGoAlong(true)} />
          <span>
            <strong>The story with the changes made so far.</strong> What is changed after that is asked about again.
          </span>
        </label>
      </fieldset>
      {goAlong ? (
        <Button type="submit" busy={busy}>
          Let the changes go along
        </Button>
      ) : null}
      <Problems problems={problems} />
    </form>
  )
}
