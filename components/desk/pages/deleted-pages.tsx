import { BinTools } from '@/components/desk/list/bin-tools'
import table from '@/components/desk/table.module.css'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import type { EmptiedBin } from '@/lib/desk/bin/emptied-bin'
import { nearInstant } from '@/lib/desk/near-instant'
import styles from './pages.module.css'
import { RecoverPage } from './recover-page'

interface Props {
  pages: { id: number; headline: string; path: string; deletedAt: Date }[]
  /** The emptyings of the bin that can be undone, newest first; null where one page is shown, and not the bin. */
  emptied: EmptiedBin[] | null
  now: Date
  timeZone: string
}

/** The standing pages in the bin, the last one first, and how it is emptied; nothing without any. */
export function DeletedPages({ pages, emptied, now, timeZone }: Props) {
  if (!pages.length && !emptied?.length) return null
  return (
    <section className={styles.deleted} aria-labelledby="deleted-pages">
      <h2 id="deleted-pages">Deleted pages</h2>
      {emptied ? (
        <BinTools of="pages" count={pages.length} emptied={emptied} now={now.getTime()} timeZone={timeZone} />
      ) : (
        <p>Readers never had it; it is kept for {DELETED_KEPT_DAYS} days.</p>
      )}
      {pages.length ? <DeletedTable pages={pages} now={now} timeZone={timeZone} /> : null}
    </section>
  )
}

function DeletedTable({ pages, now, timeZone }: Omit<Props, 'emptied'>) {
  return (
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
  )
}
