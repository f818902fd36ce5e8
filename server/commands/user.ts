import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { addUser } from '@/db/accounts/users'
import { accountEntries } from '@/db/audit/entries'
import { bringByline } from '@/db/paper/account-byline'
import { paperName } from '@/db/paper/site'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { chosenPasswordProblem } from '@/lib/accounts/guessable-password'
import { ROLES } from '@/lib/accounts/permissions'
import { actionWords, actorWords } from '@/lib/audit/log-entry'
import { cleanName } from '@/lib/text/clean-name'
import { cleaningsBetween, cleaningWords } from '@/lib/text/cleaning-words'
import { inputText } from '@/server/commands/command-problem'

const USAGE = `npm run broadsheet -- user add --email E --name N --role ${ROLES.join('|')}
The password comes from standard input: one line, at least 12 characters.

npm run broadsheet -- user log
Prints what happened to accounts, the newest last; "log" prints everything.`

const MAX_PRINTED = 20_000

const accountSchema = z.object({
  email: z.email('--email should be an e-mail address.'),
  name: z
    .string('--name should be the name the newsroom knows.')
    .max(100)
    .overwrite(cleanName)
    .refine((name) => name !== '', '--name should not be empty.'),
  role: z.enum(ROLES, `--role should be ${ROLES.slice(0, -1).join(', ')} or ${ROLES.at(-1)}.`),
})

/** `user …`: adds accounts from the command line, and prints what happened to accounts; returns the exit status. */
export async function user({ db, args }: { db: Writer; args: string[] }): Promise<number> {
  if (args.length === 1 && args[0] === 'log') return printLog(db)
  const options = parseOptions(args)
  if (!options) {
    console.error(USAGE)
    return 2
  }
  return add(db, { options, readPassword: () => inputText('-').replace(/\r?\n$/, ''), now: new Date() })
}

interface AccountParts {
  options: Record<string, string | undefined>
  readPassword: () => string
  now: Date
}

/** Adds the account. When an option or the password is refused, prints why and adds none. */
export async function add(db: Writer, { options, readPassword, now }: AccountParts): Promise<number> {
  const parsed = accountSchema.safeParse(options)
  if (!parsed.success) {
    for (const { message } of parsed.error.issues) console.error(message)
    return 2
  }
  const cleaned = cleaningWords(cleaningsBetween(options.name, parsed.data.name))
  if (cleaned) console.error(cleaned)
  const password = readPassword()
  const problem = chosenPasswordProblem(password, [(await paperName(db)) ?? '', parsed.data.name, parsed.data.email])
  if (problem) {
    console.error(problem)
    return 1
  }
  const passwordHash = await hashPassword(password)
  const answer = await inTransaction(db, async (tx) => {
    const added = await addUser(tx, { ...parsed.data, passwordHash, now })
    if ('id' in added) await bringByline(tx, { user: { id: added.id, name: parsed.data.name }, now })
    return added
  })
  if ('problems' in answer) {
    for (const { message } of answer.problems) console.error(message)
    return 1
  }
  console.log(`${parsed.data.name} (${parsed.data.role}) signs in with ${parsed.data.email}.`)
  return 0
}

/**
 * Prints the last 20,000 entries of the audit log about accounts, each as one line of columns that tabs separate: instant,
 * what, account, by, address.
 */
export async function printLog(db: Reader): Promise<number> {
  for (const entry of (await accountEntries(db, { limit: MAX_PRINTED })).reverse()) {
    const columns = [entry.at.toISOString(), actionWords(entry), entry.thingName, actorWords(entry), entry.address]
    console.log(columns.map((column) => column.replace(/\p{Cc}/gu, ' ')).join('\t'))
  }
  return 0
}

/** The options of `user add`; null for other arguments. */
function parseOptions(args: string[]): Record<string, string | undefined> | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    })
    return positionals.length === 1 && positionals[0] === 'add' ? values : null
  } catch {
    return null
  }
}
