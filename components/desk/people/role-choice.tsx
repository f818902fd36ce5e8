import { Field } from '@/components/desk/field'
import type { Role } from '@/lib/permissions'

const ROLE_WORDS: Record<Role, string> = {
  contributor: 'Contributor: writes drafts and hands them in',
  editor: 'Editor: does everything editorial',
  admin: 'Admin: also looks after people and settings',
}

/** What somebody may do here. */
export function RoleChoice({ chosen, problem }: { chosen: Role; problem: string | undefined }) {
  return (
    <Field label="Role" problem={problem}>
      <select name="role" defaultValue={chosen}>
        {Object.entries(ROLE_WORDS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}
