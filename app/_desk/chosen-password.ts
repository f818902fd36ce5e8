import 'server-only'
import { hashPassword } from 'better-auth/crypto'
import { siteSettings } from '@/db/paper/site'
import type { Reader } from '@/db/store/open'
import { guessableProblem } from '@/lib/accounts/guessable-password'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** The hash of a password that somebody chooses, or why it is refused; `person` is who chooses it. */
export async function hashChosenPassword(
  db: Reader,
  password: string,
  person: { name: string; email: string },
): Promise<{ hash: string } | Refusal> {
  const { value: paper } = await siteSettings(db)
  const problem = guessableProblem(password, [paper.name, person.name, person.email])
  return problem ? refuse('password', problem) : { hash: await hashPassword(password) }
}
