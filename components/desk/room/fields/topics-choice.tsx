'use client'

import { Button } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import type { Named } from '@/components/desk/room/session/room-choices'
import { useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { Combobox } from './combobox'
import styles from './details.module.css'
import { useMaking } from './use-making'

const MAX_TOPICS = 50

/** The topics of the story. */
export function TopicsChoice() {
  const session = useSession()
  const chosen = useManuscript(({ topicIds }) => topicIds)
  const { topics } = session.choices
  const add = ({ id }: Named) => session.change({ topicIds: [...session.manuscript.topicIds, id] })
  const making = useMaking('topics', add)
  return (
    <fieldset id="room-topicIds">
      <legend className={styles.legend}>Topics</legend>
      <ul>
        {chosen.map((id) => {
          const name = topics.find((topic) => topic.id === id)?.name ?? `Topic ${id}`
          return (
            <li key={id} className={styles.row}>
              <span>{name}</span>
              <Button
                look="quiet"
                aria-label={`Remove ${name}`}
                onClick={() => session.change({ topicIds: chosen.filter((other) => other !== id) })}
              >
                Remove
              </Button>
            </li>
          )
        })}
      </ul>
      <Combobox
        label="Add a topic"
        choices={topics.filter(({ id }) => !chosen.includes(id))}
        disabled={chosen.length >= MAX_TOPICS}
        onChoose={add}
        {...(making.onMake && { make: { words: (name) => `Make “${name}” a topic`, onMake: making.onMake } })}
      />
      <Problems problems={making.problems} />
    </fieldset>
  )
}
