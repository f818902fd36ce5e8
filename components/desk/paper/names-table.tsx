import type { ReactNode } from 'react'
import { Button } from '@/components/desk/button'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { nearInstant } from '@/lib/desk/near-instant'
import styles from './paper.module.css'

/** What a row of the table shows, whatever it is. */
export interface NamedRow {
  id: number
  name: string
  path: string
  stories: number
  newestAt: number | null
}

interface Props<Row extends NamedRow> {
  several: string
  rows: Row[]
  clock: PageClock
  /** The second line below a name. */
  detail: (row: Row) => ReactNode
  /** Where the stories are listed; null where the desk has no such list. */
  storiesHref: (row: Row) => string | null
  onEdit: (row: Row) => void
  onMerge: (row: Row) => void
}

/** Topics or authors, each with what can be done with it. */
export function NamesTable<Row extends NamedRow>(props: Props<Row>) {
  const { several, rows, clock, detail, storiesHref, onEdit, onMerge } = props
  const when = (ms: number) => nearInstant(new Date(ms), { now: new Date(clock.now), timeZone: clock.timeZone })
  return (
    <table className={table.table}>
      <caption className="visually-hidden">
        The {several} by name, times in {clock.timeZone}
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Stories</th>
          <th scope="col">Newest in the paper</th>
          <th scope="col">Address</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.name}
              {detail(row)}
            </th>
            <td>
              <span className={table.label}>Stories: </span>
              <Count row={row} href={storiesHref(row)} />
            </td>
            <td>
              <span className={table.label}>Newest: </span>
              {row.newestAt === null ? 'none' : when(row.newestAt)}
            </td>
            <td>
              <a className={styles.path} href={row.path}>
                {row.path}
              </a>
            </td>
            <td className={table.actions}>
              <span className={table.buttons}>
                <Button look="quiet" aria-label={`Edit ${row.name}`} onClick={() => onEdit(row)}>
                  Edit
                </Button>
                <Button look="quiet" aria-label={`Merge ${row.name}`} onClick={() => onMerge(row)}>
                  Merge
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ row, href }: { row: NamedRow; href: string | null }) {
  if (!row.stories || href === null) return <>{row.stories}</>
  return (
    <a href={href} aria-label={`${row.stories} stories: ${row.name}`}>
      {row.stories}
    </a>
  )
}
