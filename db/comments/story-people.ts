import { allUsers, type User } from '@/db/accounts/users'
import { articleOwnership } from '@/db/editing/ownership'
import type { Reader } from '@/db/store/open'
import { can } from '@/lib/accounts/permissions'

/** The people who may read article `id` at the desk and whose accounts are open, by name; none when it does not exist. */
export async function peopleOfStory(db: Reader, id: number): Promise<User[]> {
  const ownership = await articleOwnership(db, id)
  if (!ownership) return []
  const people = await allUsers(db)
  return people.filter((person) => !person.isDeactivated && can(person, 'read article', ownership))
}
