'use client'

import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import type { Card } from '@/lib/front/arrangement'
import type { Zone as ZoneId } from '@/lib/front/arrangement-change'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'
import { StoryCard } from './story-card'
import { StoryLine } from './story-line'

interface Props {
  zone: ZoneId
  name: string
  cards: Card[]
  /** The stories that the site puts into the places that are left, and why. */
  fill?: { ids: number[]; reason: string }
  /** Buttons beside the name. */
  tools?: ReactNode
}

/** A part of a front: the stories that editors placed there, and those with which the site fills it. */
export function Zone({ zone, name, cards, fill, tools }: Props) {
  const drop = useDroppable({ id: `zone:${zone}`, data: { zone, before: null } })
  return (
    <section ref={drop.setNodeRef} className={styles.zone} aria-label={name} data-over={drop.isOver || undefined}>
      <div className={styles.zoneHead}>
        <h2>{name}</h2>
        {tools}
      </div>
      {cards.length ? (
        <ul>
          {cards.map((card, place) => (
            <StoryCard
              key={card.articleId}
              card={card}
              zone={zone}
              ids={cards.map(({ articleId }) => articleId)}
              place={place}
            />
          ))}
        </ul>
      ) : null}
      {fill?.ids.length ? (
        <ul className={styles.fill} aria-label={`${name}, filled by the site`}>
          {fill.ids.map((id) => (
            <FillLine key={id} id={id} reason={fill.reason} />
          ))}
        </ul>
      ) : null}
      {!cards.length && !fill?.ids.length ? (
        <p className={styles.empty}>Nothing stands here. Drag a story in, or choose Place beside a story.</p>
      ) : null}
    </section>
  )
}

function FillLine({ id, reason }: { id: number; reason: string }) {
  const { front } = useFrontDesk()
  return (
    <li>
      <StoryLine story={front.story(id)} id={id} timeZone={front.timeZone} reason={reason} />
      <PlaceButton id={id} />
    </li>
  )
}

/** Opens the choice of a place for a story. */
export function PlaceButton({ id }: { id: number }) {
  const { front, placeStory } = useFrontDesk()
  const headline = front.story(id)?.headline ?? `Story ${id}`
  return (
    <button
      type="button"
      className={styles.place}
      aria-label={`Place: ${headline}`}
      onClick={() => placeStory(id, headline)}
    >
      Place
    </button>
  )
}
