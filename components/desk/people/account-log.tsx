import table from '@/components/desk/table.module.css'
import styles from './people.module.css'

/** One line of the account log, in words. */
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
      <h2 id="account-log">Account log</h2>
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
    </section>
  )
}
