import type { Person } from '@/components/desk/people/person'
import { PersonDialog } from '@/components/desk/people/person-dialog'
import table from '@/components/desk/table.module.css'
import { ROLE_NAMES } from '@/lib/accounts/permissions'
import styles from './people.module.css'

/** The accounts. */
export function PeopleTable({ people, selfId }: { people: Person[]; selfId: string }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Signs in with</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              {person.id === selfId ? ' (you)' : null}
              <span className={table.detail}>{person.email}</span>
            </th>
            <td>{ROLE_NAMES[person.role]}</td>
            <td>{person.isDeactivated ? <strong className={styles.out}>Deactivated</strong> : waysIn(person)}</td>
            <td className={`${table.actions} ${table.corner}`}>
              <PersonDialog person={person} isSelf={person.id === selfId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function waysIn({ hasSecondStep, passkeys }: Person): string {
  const password = hasSecondStep ? 'Password and second step' : 'Password'
  if (passkeys === 0) return password
  return `${password}, ${passkeys === 1 ? 'a passkey' : `${passkeys} passkeys`}`
}
