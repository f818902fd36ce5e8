'use client'

import { Button } from '@/components/desk/button'
import { Problems } from '@/components/desk/problems'
import { useManuscript, useSession } from '@/components/desk/room/session/session-context'
import type { Manuscript } from '@/lib/article/manuscript'
import { same } from '@/lib/merging/same'
import { nameKey } from '@/lib/text/name-key'
import { Combobox } from './combobox'
import styles from './details.module.css'
import { useMaking } from './use-making'

type Bylines = Manuscript['bylines']

const MAX_BYLINES = 50

/** The bylines in their order: authors of the site, or other people by name. */
export function BylinesChoice() {
  const session = useSession()
  const bylines = useManuscript((manuscript) => manuscript.bylines)
  const { authors } = session.choices
  const add = (byline: Bylines[number]) => {
    const key = nameKey(session.names.byline(byline))
    const { bylines: present } = session.manuscript
    const isNamed = present.some((other) =>
      byline.name === null ? same(other, byline) : nameKey(session.names.byline(other)) === key,
    )
    if (!isNamed) session.change({ bylines: [...present, byline] })
  }
  const making = useMaking('authors', ({ id }) => add({ authorId: id, name: null }))
  return (
    <fieldset>
      <legend className={styles.legend}>Bylines</legend>
      <ol>
        {bylines.map((byline, index) => {
          const name = session.names.byline(byline)
          return (
            <li key={name} className={styles.row}>
              <span>{name}</span>
              <span className={styles.tools}>
                {index > 0 ? (
                  <Button
                    look="quiet"
                    aria-label={`Move ${name} up`}
                    onClick={() => session.change({ bylines: movedUp(bylines, index) })}
                  >
                    Up
                  </Button>
                ) : null}
                <Button
                  look="quiet"
                  aria-label={`Remove ${name}`}
                  onClick={() => session.change({ bylines: bylines.toSpliced(index, 1) })}
                >
                  Remove
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      <Combobox
        id="room-bylines"
        label="Add a byline"
        choices={authors.filter(({ id }) => !bylines.some(({ authorId }) => authorId === id))}
        disabled={bylines.length >= MAX_BYLINES}
        onChoose={({ id }) => add({ authorId: id, name: null })}
        onNewName={(name) => add({ authorId: null, name })}
        {...(making.onMake && { make: { words: (name) => `Make “${name}” an author`, onMake: making.onMake } })}
      />
      <Problems problems={making.problems} />
    </fieldset>
  )
}

function movedUp(bylines: Bylines, index: number): Bylines {
  const moved = bylines.slice(index, index + 1)
  return bylines.toSpliced(index, 1).toSpliced(index - 1, 0, ...moved)
}
