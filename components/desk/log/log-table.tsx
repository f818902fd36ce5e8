import table from '@/components/desk/table.module.css'
import styles from './log.module.css'

/** An entry of the audit log in words. */
export interface ListedEntry {
  id: number
  /** ISO 8601. */
  at: string
  when: string
  who: string
  address: string
  what: string
  /** What it was done to: a link where the desk shows it, and the entries about it; null without a name. */
  thing: { name: string; href: string | null; history: string | null } | null
  detail: string
}

/** What was done, newest first. */
export function LogTable({ entries }: { entries: ListedEntry[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">On what</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, when, who, address, what, thing, detail }) => (
          <tr key={id}>
            <td className={styles.when}>
              <time dateTime={at}>{when}</time>
            </td>
            <td className={styles.who}>
              {who}
              {address ? <span className={table.detail}>{address}</span> : null}
            </td>
            <td className={styles.what}>{what}</td>
            <td>
              {thing?.href ? <a href={thing.href}>{thing.name}</a> : thing?.name}
              {thing?.history ? (
                <a className={styles.history} href={thing.history} aria-label={`all about ${thing.name}`}>
                  all
                </a>
              ) : null}
              {detail ? <span className={table.detail}>{detail}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
