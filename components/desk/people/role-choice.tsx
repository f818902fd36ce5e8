import { Field } from '@/components/desk/field'
import { ROLE_NAMES, type Role } from '@/lib/accounts/permissions'

const ABOUT =
  'Contributors write drafts and submit them for review. Editors do everything editorial. Admins also look after people and settings.'

/** The role of an account. */
export function RoleChoice({ chosen, problem }: { chosen: Role; problem: string | undefined }) {
  return (
    <Field label="Role" hint={ABOUT} problem={problem}>
      <select name="role" defaultValue={chosen}>
        {Object.entries(ROLE_NAMES).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
