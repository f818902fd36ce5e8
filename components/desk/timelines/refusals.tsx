import { Button } from '@/components/desk/button'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { nearInstant } from '@/lib/desk/near-instant'
import type { TimelineDecisions } from '@/lib/desk/timelines/listed-timeline'
import styles from './timelines.module.css'

interface Props {
  refusals: TimelineDecisions['refusals']
  clock: PageClock
  onTakeBack: (refusal: number) => Promise<void>
}

/** What editors refused last. */
export function Refusals({ refusals, clock: { now, timeZone }, onTakeBack }: Props) {
  if (!refusals.length) return null
  return (
    <section aria-labelledby="refused">
      <h2 className={styles.part} id="refused">
        Refused
      </h2>
      <table className={table.table}>
        <tbody>
          {refusals.map(({ id, name, refusedAt, refusedBy }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <span className={table.detail}>
                  {refusedBy}, {nearInstant(new Date(refusedAt), { now: new Date(now), timeZone })}
                </span>
              </th>
              <td className={table.actions}>
                <Button look="quiet" aria-label={`Take it back: ${name}`} onClick={() => onTakeBack(id)}>
                  Take it back
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
