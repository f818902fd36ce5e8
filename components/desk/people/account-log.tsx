import table from '@/components/desk/table.module.css'
import styles from './people.module.css'

/** One entry of the audit log that concerns an account, in words. */
export interface LoggedEvent {
  id: number
  when: string
  what: string
  email: string
  /** Who did it, and from where; empty when nobody knows. */
  by: string
}

/** What happened to accounts last: failed sign-ins, and changes of roles, passwords and second steps. */
export function AccountLog({ events }: { events: LoggedEvent[] }) {
  if (!events.length) return null
  return (
    <section className={styles.part} aria-labelledby="account-log">
      <h2 id="account-log">What happened to accounts</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Account</th>
            <th scope="col">By</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, when, what, email, by }) => (
            <tr key={id}>
              <th scope="row">{what}</th>
              <td>{email}</td>
              <td>{by}</td>
              <td>{when}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.more}>
        <a href="/admin/log?thing=account">Everything that happened to accounts</a>
      </p>
    </section>
  )
}
