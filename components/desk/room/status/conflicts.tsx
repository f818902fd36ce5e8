'use client'

import { Button } from '@/components/desk/button'
import { Choices } from '@/components/desk/dialog'
import { placeOf } from '@/components/desk/room/session/place'
import { useArticle, useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { languageAttributes } from '@/components/language-attributes'
import type { OpenConflict } from '@/lib/desk/articles/open-conflict'
import { nearInstant } from '@/lib/desk/near-instant'
import { canKeepBoth } from '@/lib/merging/resolve-conflict'
import { type WordRun, wordDifference } from '@/lib/revisions/word-difference'
import { placeName, valueAt, valueText } from './conflict-text'
import styles from './conflicts.module.css'

/** Places that two people changed at once, with both versions side by side, until somebody chooses. */
export function Conflicts() {
  const conflicts = useArticle((story) => story.conflicts)
  if (!conflicts.length) return null
  return (
    <section className={styles.conflicts} id="room-conflicts" tabIndex={-1} aria-label="Versions to decide about">
      {conflicts.map((conflict) => (
        <ConflictPair key={conflict.id} conflict={conflict} />
      ))}
    </section>
  )
}

function ConflictPair({ conflict }: { conflict: OpenConflict }) {
  const session = useSession()
  const { place, setAside, writtenBy, writtenAt } = conflict
  const current = useManuscript((manuscript) => valueAt(manuscript, place))
  const language = useManuscript((manuscript) => manuscript.language)
  const savedBy = useArticle((story) => story.savedBy)
  const savedAt = useArticle((story) => story.savedAt)
  const maySettle = useArticle(({ can }) => can['settle conflict'])
  const words = (value: unknown) => valueText(place, value, session.names)
  const runs = wordDifference(words(current), words(setAside), language)
  const near = (at: number) => nearInstant(new Date(at), { now: session.now(), timeZone: session.choices.timeZone })
  return (
    <div className={styles.conflict}>
      <h2>Two people wrote {placeName(place, setAside ?? current)} at once</h2>
      <div className={styles.pair}>
        <div>
          <h3>
            In the story ({savedBy}, {near(savedAt)})
          </h3>
          <Version runs={runs} without="added" none="It is not in the story any more." language={language} />
        </div>
        <div>
          <h3>
            Set aside ({writtenBy}, {near(writtenAt)})
          </h3>
          <Version runs={runs} without="removed" none="It was deleted." language={language} />
        </div>
      </div>
      <Choices>
        {maySettle ? (
          <>
            <Button onClick={() => session.resolveConflict(conflict, 'keep')}>Keep what is in the story</Button>
            <Button onClick={() => session.resolveConflict(conflict, 'use')}>Use the set-aside version</Button>
            {canKeepBoth(conflict) ? (
              <Button onClick={() => session.resolveConflict(conflict, 'both')}>Keep both</Button>
            ) : null}
          </>
        ) : null}
        <Button look="quiet" onClick={() => session.goTo(placeOf(place))}>
          Go to the place
        </Button>
      </Choices>
    </div>
  )
}

interface VersionProps {
  runs: WordRun[]
  without: 'added' | 'removed'
  none: string
  language: string
}

function Version({ runs, without, none, language }: VersionProps) {
  const shown = runs.filter(({ kind }) => kind !== without)
  if (!shown.length) return <p>{none}</p>
  return (
    <p className={styles.words} {...languageAttributes(language)}>
      {[...shown.entries()].map(([place, { kind, words }]) =>
        kind === 'same' ? <span key={place}>{words}</span> : <mark key={place}>{words}</mark>,
      )}
    </p>
  )
}
