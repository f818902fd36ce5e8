'use client'

import { useDraggable } from '@dnd-kit/core'
import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Input, Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import type { Section } from '@/lib/article/article'
import type { FrontStory } from '@/lib/desk/front/front-view'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'
import { StoryLine } from './story-line'

const TYPING_PAUSE_MS = 150

type Order = 'best' | 'reads'

function noneWords(order: Order, words: string): string {
  return order === 'reads' && !words.trim() ? 'No story was read in the last 24 hours.' : 'No story is like that.'
}

/** The stories that one may want, newest or most read first, or by words, of one section or of all. */
export function Finder({ sections }: { sections: Section[] }) {
  const { front } = useFrontDesk()
  const [words, setWords] = useState('')
  const [within, setWithin] = useState('')
  const [order, setOrder] = useState<Order>('best')
  const [found, setFound] = useState<FrontStory[] | null>(null)
  const [problem, setProblem] = useState('')
  const answers = useAnswersInOrder()
  const { version } = front.view
  const { section } = front
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was placed or published since shows in the list
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const timer = setTimeout(async () => {
      const input = {
        q: words.trim(),
        order,
        ...(within && { within: Number(within) }),
        ...(section !== null && { section }),
      }
      const response = await answers.read(() => deskRequest('GET /api/desk/front/stories', { input, signal }))
      if (response === null) return
      setProblem(response.ok ? '' : response.problems.map(({ message }) => message).join(' '))
      if (response.ok) setFound(response.answer.stories)
    }, TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      answers.drop()
      controller.abort()
    }
  }, [words, within, order, section, version, answers])
  return (
    <section className={styles.finder} aria-label="Stories to place">
      <h2>Stories</h2>
      <div className={styles.search}>
        <Field label="Search">
          <Input type="search" autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <Field label="Section">
          <Select value={within} onChange={(event) => setWithin(event.target.value)}>
            <option value="">All sections</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="First">
          <Select value={order} onChange={(event) => setOrder(event.target.value === 'reads' ? 'reads' : 'best')}>
            <option value="best">{words.trim() ? 'The best match' : 'The newest'}</option>
            <option value="reads">The most read in 24 hours</option>
          </Select>
        </Field>
      </div>
      <p className={styles.facts} role="status">
        {problem || (found === null ? 'Searching.' : found.length ? '' : noneWords(order, words))}
      </p>
      <ul>
        {(found ?? []).map((story) => (
          <OfferedStory key={story.id} story={story} />
        ))}
      </ul>
    </section>
  )
}

/** A story that can be dragged onto the front, or placed by its button. */
export function OfferedStory({ story }: { story: FrontStory }) {
  const { front, placeStory } = useFrontDesk()
  const drag = useDraggable({ id: `offered:${story.id}`, data: { story: story.id } })
  return (
    <li ref={drag.setNodeRef} className={styles.offered} data-dragging={drag.isDragging || undefined}>
      <div ref={drag.setActivatorNodeRef} className={styles.handle} {...drag.listeners}>
        <StoryLine story={story} id={story.id} timeZone={front.timeZone} />
      </div>
      <button
        type="button"
        className={styles.place}
        aria-label={`Place: ${story.headline}`}
        onClick={() => placeStory(story.id, story.headline)}
      >
        Place
      </button>
    </li>
  )
}
