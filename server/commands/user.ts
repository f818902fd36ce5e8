import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { addUser } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import { passwordProblem } from '@/lib/accounts/password'
import { ROLES } from '@/lib/accounts/permissions'

const USAGE = `npm run broadsheet -- user add --email E --name N --role ${ROLES.join('|')}
The password comes from standard input: one line, at least 12 characters.`

const accountSchema = z.object({
  email: z.email('--email should be an e-mail address.'),
  name: z.string('--name should be the name the newsroom knows.').trim().min(1, '--name should not be empty.').max(100),
  role: z.enum(ROLES, `--role should be ${ROLES.slice(0, -1).join(', ')} or ${ROLES.at(-1)}.`),
})

/** `user …`: makes accounts from the command line; answers with the status of the process. */
export async function user({ db, words }: { db: Writer; words: string[] }): Promise<number> {
  const given = flags(words)
  if (!given) {
    console.error(USAGE)
    return 2
  }
  return add(db, { given, readPassword: () => readFileSync(0, 'utf8').replace(/\r?\n$/, ''), now: new Date() })
}

interface Account {
  given: Record<string, string | undefined>
  readPassword: () => string
  now: Date
}

/** Makes the account; prints what is wrong, and makes none, when something is. */
export async function add(db: Writer, { given, readPassword, now }: Account): Promise<number> {
  const parsed = accountSchema.safeParse(given)
  if (!parsed.success) {
    for (const { message } of parsed.error.issues) console.error(message)
    return 2
  }
  const password = readPassword()
  const problem = passwordProblem(password)
  if (problem) {
    console.error(problem)
    return 1
  }
  const answer = await addUser(db, { ...parsed.data, passwordHash: await hashPassword(password), now })
  if ('problems' in answer) {
    for (const { message } of answer.problems) console.error(message)
    return 1
  }
  console.log(`${parsed.data.name} (${parsed.data.role}) signs in with ${parsed.data.email}.`)
  return 0
}

/** The flags of `user add`; null when the words are anything else. */
function flags(words: string[]): Record<string, string | undefined> | null {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    })
    return positionals.length === 1 && positionals[0] === 'add' ? values : null
  } catch {
    return null
  }
}
