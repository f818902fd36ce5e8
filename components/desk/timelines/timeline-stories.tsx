'use client'

import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import type { OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'
import type { SendChange } from './send-change'
import { StoryLabel } from './story-label'
import styles from './timelines.module.css'

interface Props {
  timeline: OpenedTimeline
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
  clock: PageClock
  sendChange: SendChange
}

/** The stories of a timeline, the newest first: which one stands first, and which are chosen to be split off. */
export function TimelineStories({ timeline: { id, stories, leadId }, chosen, onChoose, clock, sendChange }: Props) {
  const params = { timeline: id }
  const lead = (story: number | null) => () =>
    deskRequest('PUT /api/desk/timelines/[timeline]', { params, input: { leadId: story } })
  const takeOut = (story: number) => () =>
    deskRequest('POST /api/desk/timelines/[timeline]/stories/remove', { params, input: { stories: [story] } })
  if (!stories.length) return <p className={styles.none}>It has no story yet.</p>
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Its stories, the newest first, times in {clock.timeZone}</caption>
      <tbody>
        {stories.map((story) => (
          <tr key={story.id}>
            <th scope="row">
              <label className={styles.story}>
                <Input
                  type="checkbox"
                  checked={chosen.has(story.id)}
                  onChange={({ target }) => {
                    const next = new Set(chosen)
                    if (target.checked) next.add(story.id)
                    else next.delete(story.id)
                    onChoose(next)
                  }}
                />
                <StoryLabel story={story} clock={clock} />
              </label>
              {story.id === leadId ? <span className={table.detail}>Stands first</span> : null}
            </th>
            <td className={table.actions}>
              <span className={table.buttons}>
                <a href={`/admin/articles/${story.id}`} aria-label={`Open ${story.headline}`}>
                  Open
                </a>
                {story.id === leadId ? (
                  <Button
                    look="quiet"
                    aria-label={`Not first: ${story.headline}`}
                    onClick={() => sendChange(lead(null), 'The newest story stands first again.')}
                  >
                    Not first
                  </Button>
                ) : (
                  <Button
                    look="quiet"
                    aria-label={`Put first: ${story.headline}`}
                    onClick={() => sendChange(lead(story.id), `It stands first: ${story.headline}.`)}
                  >
                    Put first
                  </Button>
                )}
                <Button
                  look="quiet"
                  aria-label={`Take out: ${story.headline}`}
                  onClick={() => sendChange(takeOut(story.id), `Taken out: ${story.headline}.`)}
                >
                  Take out
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
