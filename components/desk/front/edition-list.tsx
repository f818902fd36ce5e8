'use client'

import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import type { ShownEdition } from '@/lib/desk/front/front-view'
import { nearInstant } from '@/lib/desk/near-instant'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'

/** The editions that are planned, the one that readers have, and earlier ones, any of which comes back with one click. */
export function EditionList() {
  const { front } = useFrontDesk()
  const { section, view } = front
  if (!view.editions.length) return null
  const at = (ms: number) => nearInstant(new Date(ms), { now: front.now(), timeZone: front.timeZone })
  const act = (edition: ShownEdition) =>
    edition.isPlanned
      ? front.send(
          () =>
            deskRequest('POST /api/desk/front/editions/[edition]/cancel', {
              params: { edition: edition.id },
              input: { section },
            }),
          'The plan is taken back.',
        )
      : front.send(
          () =>
            deskRequest('POST /api/desk/front/editions/[edition]/restore', {
              params: { edition: edition.id },
              input: { section },
            }),
          `Readers have the edition of ${at(edition.startsAt)} again.`,
        )
  return (
    <section className={styles.editions} aria-label="Editions">
      <h2>Editions</h2>
      <ol>
        {view.editions.map((edition) => (
          <li key={edition.id} aria-current={edition.isLive || undefined}>
            <span>
              {edition.isPlanned ? 'Planned for ' : ''}
              {at(edition.startsAt)}, {edition.publishedBy}
              {edition.isLive ? ' · readers have this one' : ''}
              {edition.withheld.map((why) => (
                <span key={why} className={styles.withheld}>
                  {why} The card goes out with the picture of its story.
                </span>
              ))}
            </span>
            {edition.isLive ? null : (
              <Button
                look="quiet"
                busy={front.busy}
                aria-label={`${edition.isPlanned ? 'Take back' : 'Publish again'}: ${at(edition.startsAt)}, ${edition.publishedBy}`}
                onClick={() => act(edition)}
              >
                {edition.isPlanned ? 'Take back' : 'Publish again'}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
