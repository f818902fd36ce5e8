'use client'

import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import type { OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'
import type { SendChange } from './send-change'
import { StoryLabel } from './story-label'
import styles from './timelines.module.css'

/** Stories that the site finds to go with the timeline. */
export function FittingStories({
  timeline: { id, fitting },
  clock,
  sendChange,
}: {
  timeline: OpenedTimeline
  clock: PageClock
  sendChange: SendChange
}) {
  if (!fitting.length) return null
  const params = { timeline: id }
  return (
    <section aria-labelledby="fitting">
      <h2 className={styles.part} id="fitting">
        May belong to it
      </h2>
      <table className={table.table}>
        <tbody>
          {fitting.map((story) => {
            const input = { stories: [story.id] }
            const add = () => deskRequest('POST /api/desk/timelines/[timeline]/stories', { params, input })
            const refuse = () => deskRequest('POST /api/desk/timelines/[timeline]/stories/remove', { params, input })
            return (
              <tr key={story.id}>
                <th scope="row">
                  <StoryLabel story={story} clock={clock} />
                </th>
                <td className={table.actions}>
                  <span className={table.buttons}>
                    <Button
                      look="quiet"
                      aria-label={`Add: ${story.headline}`}
                      onClick={() => sendChange(add, `Added: ${story.headline}.`)}
                    >
                      Add
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={`Not this one: ${story.headline}`}
                      onClick={() => sendChange(refuse, 'It is not proposed for this timeline again.')}
                    >
                      Not this one
                    </Button>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
