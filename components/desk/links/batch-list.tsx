import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import type { ListedBatch } from '@/lib/desk/links/link-batch'
import { nearInstant } from '@/lib/desk/near-instant'
import { isoWithZone } from '@/lib/time/dates'
import styles from './links.module.css'
import { TakeBack } from './take-back'

interface Props {
  batches: ListedBatch[]
  now: Date
  timeZone: string
}

/** Links that were placed in older stories together; each batch can be taken back as a whole. */
export function BatchList({ batches, now, timeZone }: Props) {
  const time = (ms: number) => {
    const instant = new Date(ms)
    return <time dateTime={isoWithZone(instant, timeZone)}>{nearInstant(instant, { now, timeZone })}</time>
  }
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Links that were placed together, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Placed</th>
          <th scope="col">Older stories, and where their links lead</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {batches.map(({ id, kind, links, madeAt, madeBy, undoneAt, undoneBy, stories }) => (
          <tr key={id}>
            <th scope="row" className={styles.when}>
              {time(madeAt)}
              <span className={table.detail}>
                {links === 1 ? '1 link' : `${links} links`}, {kind === 'filled' ? 'by the site' : `by ${madeBy}`}
              </span>
            </th>
            <td>
              <ul className={styles.changed}>
                {stories.map((story) => (
                  <li key={story.id}>
                    <a href={`/admin/articles/${story.id}`} {...languageAttributes(story.language)}>
                      {story.headline}
                    </a>
                    <span className={table.detail}>to {story.targets.join('; ')}</span>
                  </li>
                ))}
              </ul>
            </td>
            <td className={table.actions}>
              {undoneAt === null ? (
                <TakeBack id={id} links={links} />
              ) : (
                <span className={styles.why}>
                  Taken back {time(undoneAt)} by {undoneBy}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
