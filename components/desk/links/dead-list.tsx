import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import type { DeadAddress } from '@/lib/desk/links/dead-address'
import { nearInstant } from '@/lib/desk/near-instant'
import styles from './links.module.css'

interface Props {
  addresses: DeadAddress[]
  now: Date
  timeZone: string
}

/** Addresses of other sites that do not answer any more, with the stories that link there. */
export function DeadList({ addresses, now, timeZone }: Props) {
  const time = (ms: number) => nearInstant(new Date(ms), { now, timeZone })
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Addresses that do not answer any more, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Answer</th>
          <th scope="col">Linked from</th>
        </tr>
      </thead>
      <tbody>
        {addresses.map(({ url, status, problem, failedSince, checkedAt, stories }) => (
          <tr key={url}>
            <th scope="row" className={styles.address}>
              <a href={url} rel="external noopener noreferrer">
                {url}
              </a>
            </th>
            <td>
              {status === null ? problem : `Status ${status}`}
              <span className={table.detail}>
                since {time(failedSince)}, last asked {time(checkedAt)}
              </span>
            </td>
            <td>
              <span className={table.label}>Linked from </span>
              <ul className={styles.changed}>
                {stories.map(({ id, headline, language }) => (
                  <li key={id}>
                    <a href={`/admin/articles/${id}`} {...languageAttributes(language)}>
                      {headline}
                    </a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
