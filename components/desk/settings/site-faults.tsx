import { LookAgain } from '@/components/desk/settings/look-again'
import table from '@/components/desk/table.module.css'
import { nearInstant } from '@/lib/desk/near-instant'
import { isoWithZone } from '@/lib/time/dates'

interface Props {
  /** The newest first. */
  faults: { articleId: number; headline: string; rule: string; message: string; remedy: string; foundAt: Date }[]
  now: Date
  timeZone: string
}

/** What crawlers would find wrong with pages of stories and no editor can mend. */
export function SiteFaults({ faults, now, timeZone }: Props) {
  if (!faults.length) return <p>None. Every page is looked at when its story is published or changed.</p>
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Faults of pages, newest first, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Story</th>
          <th scope="col">Fault</th>
          <th scope="col">Since</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {faults.map(({ articleId, headline, rule, message, remedy, foundAt }) => (
          <tr key={`${articleId} ${rule} ${message}`}>
            <th scope="row">
              <a href={`/admin/articles/${articleId}`}>{headline || `Story ${articleId}`}</a>
            </th>
            <td>
              {message} {remedy} <span className={table.detail}>{rule}</span>
            </td>
            <td>
              <time dateTime={isoWithZone(foundAt, timeZone)}>{nearInstant(foundAt, { now, timeZone })}</time>
            </td>
            <td className={`${table.actions} ${table.corner}`}>
              <LookAgain id={articleId} of={`${headline}: ${message}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
