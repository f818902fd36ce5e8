import { addUser } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import type { Role } from '@/lib/accounts/permissions'

/** Adds a user with the e-mail address `name`@observer.example; returns their id. */
export async function aUser(db: Writer, name: string, role: Role = 'editor'): Promise<string> {
  const account = { email: `${name}@observer.example`, name, role, passwordHash: 'hash', now: NOW }
  const added = await addUser(db, account)
  if ('problems' in added) throw new Error(`${name} has an account`)
  return added.id
}
