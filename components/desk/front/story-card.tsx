'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Button } from '@/components/desk/button'
import { nearInstant } from '@/lib/desk/near-instant'
import type { Card } from '@/lib/front/arrangement'
import type { Zone } from '@/lib/front/arrangement-change'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'
import { StoryLine } from './story-line'

/** No story has this id. */
const NOWHERE = 0

interface Props {
  card: Card
  zone: Zone
  /** The stories of its zone, and its index among them. */
  ids: number[]
  place: number
}

/** A story that an editor placed, which can be dragged, moved, edited and taken out. */
export function StoryCard({ card, zone, ids, place }: Props) {
  const { front, placeStory, editCard } = useFrontDesk()
  const { articleId, from, until, subLinks } = card
  const story = front.story(articleId)
  const headline = card.headline || story?.headline || `Story ${articleId}`
  const drag = useDraggable({ id: `card:${articleId}`, data: { story: articleId } })
  const drop = useDroppable({ id: `before:${articleId}`, data: { zone, before: articleId } })
  const move = (before: number | null) =>
    front.change({ kind: 'place', story: articleId, zone, before }, `Moved: ${headline}`, articleId)
  // The focus goes to the neighbour, or to the heading of the page.
  const takeOut = () =>
    front.change(
      { kind: 'remove', story: articleId },
      `Taken out: ${headline}`,
      ids[place + 1] ?? ids[place - 1] ?? NOWHERE,
    )
  const times = (ms: number) => nearInstant(new Date(ms), { now: front.now(), timeZone: front.timeZone })
  return (
    <li ref={drop.setNodeRef} className={styles.card} data-card={articleId} data-over={drop.isOver || undefined}>
      <div ref={drag.setNodeRef} data-dragging={drag.isDragging || undefined}>
        <StoryLine story={story} id={articleId} headline={card.headline} timeZone={front.timeZone} />
        {from !== null && from > front.now().getTime() ? <p className={styles.facts}>From {times(from)}</p> : null}
        {until !== null ? <p className={styles.facts}>Until {times(until)}</p> : null}
        {subLinks.length ? (
          <ul className={styles.subLinks} aria-label={`Further stories below ${headline}`}>
            {subLinks.map((id) => (
              <li key={id}>{front.story(id)?.headline ?? `Story ${id}`}</li>
            ))}
          </ul>
        ) : null}
        <div className={styles.tools}>
          <button
            ref={drag.setActivatorNodeRef}
            type="button"
            className={styles.grip}
            {...drag.listeners}
            aria-label={`Place: ${headline}`}
            title="Drag, or press to choose a place"
            onClick={() => placeStory(articleId, headline)}
          >
            <span aria-hidden="true">⠿</span>
          </button>
          {zone === 'lead' ? null : (
            <>
              <Button
                look="quiet"
                disabled={place === 0}
                aria-label={`Move up: ${headline}`}
                onClick={() => move(ids[place - 1] ?? null)}
              >
                ↑
              </Button>
              <Button
                look="quiet"
                disabled={place === ids.length - 1}
                aria-label={`Move down: ${headline}`}
                onClick={() => move(ids[place + 2] ?? null)}
              >
                ↓
              </Button>
            </>
          )}
          <Button look="quiet" aria-label={`Edit the card: ${headline}`} onClick={() => editCard(articleId)}>
            Edit
          </Button>
          <Button look="quiet" aria-label={`Take out: ${headline}`} onClick={() => takeOut()}>
            Take out
          </Button>
        </div>
      </div>
    </li>
  )
}
