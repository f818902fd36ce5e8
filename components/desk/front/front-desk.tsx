'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/desk/button'
import { Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import type { Section } from '@/lib/article/article'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import type { FrontView } from '@/lib/desk/front/front-view'
import { cardsOf } from '@/lib/front/arrangement'
import type { Zone as ZoneId } from '@/lib/front/arrangement-change'
import { BandDialog, BandTools } from './band-tools'
import { BreakingNews } from './breaking-news'
import { CardDialog } from './card-dialog'
import { EditionList } from './edition-list'
import { Finder, OfferedStory } from './finder'
import { FrontContext } from './front-context'
import styles from './front-desk.module.css'
import { PlaceDialog } from './place-dialog'
import { PublishDialog } from './publish-dialog'
import { UnpublishedWarning } from './unpublished-warning'
import { useFront } from './use-front'
import { Zone } from './zone'

interface Props {
  initialView: FrontView
  /** The section whose front it is; null for the front page. */
  section: Section | null
  sections: Section[]
  /** Milliseconds. */
  startedAt: number
  timeZone: string
  /** The story for which somebody came to raise breaking news; null otherwise. */
  breaking: Pick<FoundStory, 'id' | 'headline'> | null
}

type Open =
  | { kind: 'place'; story: number; headline: string }
  | { kind: 'card'; story: number }
  | { kind: 'publish' }
  | { kind: 'band' }
  | null

/** Arranges a front: by drag, and by the buttons of every story. */
export function FrontDesk({ initialView, section, sections, startedAt, timeZone, breaking }: Props) {
  const front = useFront({ initialView, section: section?.id ?? null, startedAt, timeZone })
  const [open, setOpen] = useState<Open>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  // A press without a move opens the choice of a place.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const { view } = front
  const { arrangement, fill } = view
  const close = () => setOpen(null)
  const headlineOf = (id: number) => front.story(id)?.headline || `Story ${id}`
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const story: number = active.data.current?.story
    const zone: ZoneId | undefined = over?.data.current?.zone
    const before: number | null = over?.data.current?.before ?? null
    if (!zone || before === story) return
    void front.change({ kind: 'place', story, zone, before }, `Placed: ${headlineOf(story)}`)
  }
  const card = open?.kind === 'card' ? cardsOf(arrangement).find(({ articleId }) => articleId === open.story) : null
  const discard = () =>
    front.send(
      () => deskRequest('POST /api/desk/front/discard', { input: { section: front.section } }),
      'The front is as readers have it.',
    )
  return (
    <FrontContext
      value={{
        front,
        placeStory: (story, headline) => setOpen({ kind: 'place', story, headline }),
        editCard: (story) => setOpen({ kind: 'card', story }),
      }}
    >
      <header className={styles.head}>
        <h1 tabIndex={-1}>{section ? `The front of ${section.name}` : 'Front page'}</h1>
        <nav aria-label="Fronts">
          <Select
            aria-label="Which front"
            value={section?.id ?? ''}
            onChange={({ target }) => {
              location.href = target.value ? `/admin/front?section=${target.value}` : '/admin/front'
            }}
          >
            <option value="">Front page</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </nav>
        <div className={styles.actions}>
          <ButtonLink look="plain" href={`/admin/front/preview${section ? `?section=${section.id}` : ''}`}>
            Preview
          </ButtonLink>
          <Button disabled={view.unpublishedSince === null} busy={front.busy} onClick={() => discard()}>
            Discard changes
          </Button>
          <Button look="main" onClick={() => setOpen({ kind: 'publish' })}>
            Publish
          </Button>
        </div>
      </header>
      <UnpublishedWarning />
      <p className={styles.note} role="status">
        {front.note}
      </p>
      {open ? null : <Problems problems={front.problems} />}
      {section ? null : <BreakingNews from={breaking} />}
      <DndContext
        sensors={sensors}
        collisionDetection={(args) => {
          const within = pointerWithin(args)
          // A card lies inside its zone, and is the nearer place.
          const cards = within.filter(({ id }) => String(id).startsWith('before:'))
          return cards.length ? cards : within.length ? within : closestCenter(args)
        }}
        onDragStart={({ active }) => setDragged(active.data.current?.story ?? null)}
        onDragEnd={drop}
        onDragCancel={() => setDragged(null)}
      >
        <div className={styles.desk}>
          <div className={styles.front}>
            <Zone
              zone="lead"
              name="Lead"
              cards={arrangement.lead ? [arrangement.lead] : []}
              {...(fill.lead !== null && { fill: { ids: [fill.lead], reason: 'the newest with a picture' } })}
            />
            <Zone
              zone="seconds"
              name={section ? 'Top of the list' : 'Beside the lead'}
              cards={arrangement.seconds}
              fill={{ ids: fill.seconds, reason: 'among the newest' }}
            />
            {arrangement.bands.map((band, place) => (
              <Zone
                key={band.id}
                zone={`band:${band.id}`}
                name={band.name}
                cards={band.cards}
                tools={<BandTools place={place} />}
              />
            ))}
            {section ? null : <Button onClick={() => setOpen({ kind: 'band' })}>Add a band</Button>}
            {fill.bands.map(({ name, stories }) => (
              <section key={name} className={styles.zone} aria-label={`${name}, filled by the site`}>
                <h2>{name}</h2>
                <p className={styles.facts}>
                  {stories.length === 1 ? 'The newest story' : `The newest ${stories.length} stories`} of the section
                  that stand nowhere above: {stories.map(headlineOf).join(' · ')}
                </p>
              </section>
            ))}
          </div>
          <aside className={styles.beside} aria-label="Stories and editions">
            {view.clipboard.length ? (
              <section aria-label="Clipboard">
                <h2>Clipboard</h2>
                <ul>
                  {view.clipboard.map((id) => {
                    const story = front.story(id)
                    return story ? <OfferedStory key={id} story={story} /> : null
                  })}
                </ul>
              </section>
            ) : null}
            <Finder sections={sections} />
            <EditionList />
          </aside>
        </div>
        <DragOverlay>{dragged === null ? null : <p className={styles.dragged}>{headlineOf(dragged)}</p>}</DragOverlay>
      </DndContext>
      <PlaceDialog
        story={open?.kind === 'place' ? open.story : null}
        headline={open?.kind === 'place' ? open.headline : ''}
        onClose={close}
      />
      {card ? <CardDialog card={card} onClose={close} /> : null}
      {open?.kind === 'publish' ? <PublishDialog onClose={close} /> : null}
      {open?.kind === 'band' ? <BandDialog band={null} onClose={close} /> : null}
    </FrontContext>
  )
}
