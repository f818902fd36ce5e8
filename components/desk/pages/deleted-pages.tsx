import table from '@/components/desk/table.module.css'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import { nearInstant } from '@/lib/desk/near-instant'
import styles from './pages.module.css'
import { RecoverPage } from './recover-page'

interface Props {
  pages: { id: number; headline: string; path: string; deletedAt: Date }[]
  now: Date
  timeZone: string
}

/** The standing pages in the bin, the last one first; nothing without any. */
export function DeletedPages({ pages, now, timeZone }: Props) {
  if (!pages.length) return null
  return (
    <section className={styles.deleted} aria-labelledby="deleted-pages">
      <h2 id="deleted-pages">Deleted pages</h2>
      <p>Readers never had them; each is kept for {DELETED_KEPT_DAYS} days.</p>
      <table className={table.table}>
        <caption className="visually-hidden">The deleted pages, the last one first, times in {timeZone}</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Deleted</th>
            <th scope="col">Address</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {pages.map(({ id, headline, path, deletedAt }) => (
            <tr key={id}>
              <th scope="row">{headline || 'A page without a headline'}</th>
              <td>{nearInstant(deletedAt, { now, timeZone })}</td>
              <td>{path}</td>
              <td className={table.actions}>
                <RecoverPage id={id} headline={headline || 'a page without a headline'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
