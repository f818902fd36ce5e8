import { Field } from '@/components/desk/field'
import type { Role } from '@/lib/accounts/permissions'

const ROLE_NAME: Record<Role, string> = { contributor: 'Contributor', editor: 'Editor', admin: 'Admin' }

const ABOUT =
  'Contributors write drafts and hand them in. Editors do everything editorial. Admins also look after people and settings.'

/** The role of an account. */
export function RoleChoice({ chosen, problem }: { chosen: Role; problem: string | undefined }) {
  return (
    <Field label="Role" hint={ABOUT} problem={problem}>
      <select name="role" defaultValue={chosen}>
        {Object.entries(ROLE_NAME).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
