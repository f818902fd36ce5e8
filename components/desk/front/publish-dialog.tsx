'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import { useWallChoice } from '@/components/desk/wall-time/use-wall-choice'
import { WallTimeFields } from '@/components/desk/wall-time/wall-time-fields'
import { cardsOf } from '@/lib/front/arrangement'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'

/** Publishes the front at once or at an instant, with stories that go out together with it. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { front } = useFrontDesk()
  const { view, section } = front
  const [isLater, setIsLater] = useState(false)
  const [along, setAlong] = useState<number[]>([])
  const wall = useWallChoice(null, { now: front.now(), timeZone: front.timeZone })
  const at = isLater ? (wall.chosen.kind === 'at' ? wall.chosen.at : undefined) : null
  const unseen = cardsOf(view.arrangement).flatMap(({ articleId }) => {
    const story = front.story(articleId)
    return story && (story.state === 'draft' || story.state === 'in-review') ? [story] : []
  })
  const publish = async () => {
    if (at === undefined) return
    const stories = unseen.filter(({ id }) => along.includes(id)).map(({ id, version }) => ({ id, version }))
    const input = { section, version: view.version, at, along: stories }
    const done = isLater ? 'The edition is planned.' : 'Readers have this front now.'
    if (await front.send(() => deskRequest('POST /api/desk/front/publish', { input }), done)) onClose()
  }
  return (
    <Dialog title="Publish the front" open onClose={onClose}>
      <div className={styles.form}>
        {unseen.length ? (
          <fieldset className={styles.choice}>
            <legend>Stories that go out together with it</legend>
            {unseen.map(({ id, headline }) => (
              <label key={id} className={styles.check}>
                <Input
                  type="checkbox"
                  checked={along.includes(id)}
                  onChange={({ target }) =>
                    setAlong(target.checked ? [...along, id] : along.filter((other) => other !== id))
                  }
                />{' '}
                {headline || 'No headline yet'}
              </label>
            ))}
            <p className={styles.facts}>
              All of them and the front are public at the same moment, or none is. One that is not chosen stays unseen.
            </p>
          </fieldset>
        ) : null}
        <fieldset className={styles.choice}>
          <legend>When</legend>
          <label className={styles.check}>
            <Input type="radio" name="when" checked={!isLater} onChange={() => setIsLater(false)} /> Now
          </label>
          <label className={styles.check}>
            <Input type="radio" name="when" checked={isLater} onChange={() => setIsLater(true)} /> At a time
          </label>
        </fieldset>
        {isLater ? <WallTimeFields verb="Goes out" {...wall} /> : null}
        <Problems problems={front.problems} />
      </div>
      <Choices>
        <Button look="main" busy={front.busy} disabled={at === undefined} onClick={() => publish()}>
          {isLater ? 'Plan the edition' : 'Publish now'}
        </Button>
      </Choices>
    </Dialog>
  )
}
