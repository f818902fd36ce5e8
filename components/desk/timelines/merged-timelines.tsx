'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { nearInstant } from '@/lib/desk/near-instant'
import type { OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'
import type { UndoneMerge } from '@/lib/linking/timelines/before-merge'
import type { SendChange } from './send-change'
import styles from './timelines.module.css'

/** What was merged into the timeline, each to be undone. */
export function MergedTimelines({
  timeline: { name, merges },
  clock: { now, timeZone },
  sendChange,
}: {
  timeline: OpenedTimeline
  clock: PageClock
  sendChange: SendChange
}) {
  const [back, setBack] = useState<{ name: string; undone: UndoneMerge } | null>(null)
  if (!merges.length && !back) return null
  const undo = async (merge: OpenedTimeline['merges'][number]) => {
    const answers: UndoneMerge[] = []
    const isDone = await sendChange(async () => {
      const response = await deskRequest('POST /api/desk/timelines/merges/[merge]/undo', {
        params: { merge: merge.id },
      })
      if (response.ok) answers.push(response.answer)
      return response
    }, `Undone: ${merge.name}.`)
    const [undone] = answers
    if (isDone && undone) setBack({ name: merge.name, undone })
  }
  return (
    <section aria-labelledby="merged">
      <h2 className={styles.part} id="merged">
        Merged into it
      </h2>
      <p role="status">
        {back ? (
          <>
            <a href={`/admin/timelines/${back.undone.id}`}>{back.name}</a> is in the paper again.{' '}
            {toldOf(back.undone, name)}
          </>
        ) : null}
      </p>
      {merges.length ? (
        <table className={table.table}>
          <tbody>
            {merges.map((merge) => (
              <tr key={merge.id}>
                <th scope="row">
                  {merge.name}
                  <span className={table.detail}>
                    {merge.stories === 1 ? '1 story' : `${merge.stories} stories`}, by {merge.mergedBy},{' '}
                    {nearInstant(new Date(merge.mergedAt), { now: new Date(now), timeZone })}
                  </span>
                </th>
                <td className={table.actions}>
                  <Button look="quiet" aria-label={`Undo the merge of ${merge.name}`} onClick={() => undo(merge)}>
                    Undo the merge
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

/** What undoing came to, in words; `kept` is the name of the timeline that stayed. */
function toldOf({ stories, leftOut, hasNewAddress, path, keepsIntroduction }: UndoneMerge, kept: string): string {
  return [
    stories === 1 ? '1 story went back into it.' : `${stories} stories went back into it.`,
    ...(leftOut.length
      ? [`Taken out or moved since, and left where they are: ${leftOut.map((headline) => `“${headline}”`).join(', ')}.`]
      : []),
    ...(hasNewAddress ? [`Another timeline has its former address; it is at ${path} now.`] : []),
    ...(keepsIntroduction ? [`The introduction of “${kept}” was changed since and stays.`] : []),
  ].join(' ')
}
