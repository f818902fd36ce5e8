import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { allTokens, makeToken, revokeToken } from '@/db/accounts/api-tokens'
import { userByEmail } from '@/db/accounts/users'
import type { Reader, Writer } from '@/db/store/open'
import { parseScopes, SCOPES, scopeWords } from '@/lib/admin-api/scopes'
import { cleanName } from '@/lib/text/clean-name'
import { DAY_MS } from '@/lib/time/durations'

const USAGE = `npm run broadsheet -- token add --user E --scope all|${SCOPES.join(',')} [--name N] [--days D]
Prints a token for the Admin API, alone on standard output. It acts as the account with the e-mail address E.

npm run broadsheet -- token list
npm run broadsheet -- token revoke ID`

const MAX_DAYS = 3650

/** `token …`: makes, lists and revokes tokens for the Admin API; returns the exit status. */
export async function token({ db, args }: { db: Writer; args: string[] }): Promise<number> {
  const [verb, ...rest] = args
  const now = new Date()
  if (verb === 'list' && !rest.length) return list(db)
  if (verb === 'revoke' && rest.length === 1 && /^[1-9]\d{0,14}$/.test(rest[0] ?? '')) {
    const revoked = await revokeToken(db, { id: Number(rest[0]), now })
    console.error(revoked ? `Token ${rest[0]} works no more.` : `There is no token ${rest[0]}.`)
    return revoked ? 0 : 1
  }
  const options = verb === 'add' ? parseOptions(rest) : null
  if (!options) {
    console.error(USAGE)
    return 2
  }
  return add(db, { options, now })
}

/** Makes a token and prints it. When an option is refused, prints why and makes none. */
export async function add(
  db: Writer,
  { options, now }: { options: Record<string, string | undefined>; now: Date },
): Promise<number> {
  const scopes = parseScopes(options.scope ?? '')
  const days = options.days === undefined ? null : Number(options.days)
  const isEnd = days === null || (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS)
  if (!scopes) console.error(`--scope should be all, or some of ${SCOPES.join(', ')} with commas between them.`)
  if (!isEnd) console.error(`--days should be a whole number from 1 to ${MAX_DAYS}.`)
  if (!scopes || !isEnd) return 2
  const user = await userByEmail(db, options.user ?? '')
  if (!user) {
    console.error(`Nobody has an account with the e-mail address “${options.user ?? ''}”.`)
    return 1
  }
  const name = cleanName(options.name ?? '') || 'From the command line'
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS)
  const made = await makeToken(db, { name, userId: user.id, scopes, expiresAt, by: userInfo().username, now })
  if ('problems' in made) {
    for (const { message } of made.problems) console.error(message)
    return 1
  }
  console.log(made.token)
  return 0
}

/** Prints each token as one line of columns that tabs separate: number, name, user, scopes, end, last use, state. */
async function list(db: Reader): Promise<number> {
  for (const { id, name, user, scopes, expiresAt, lastUsedAt, revokedAt } of await allTokens(db)) {
    const state = revokedAt ? 'revoked' : 'works'
    const columns = [id, name, user.name, scopeWords(scopes), expiresAt?.toISOString() ?? 'no end']
    console.log([...columns, lastUsedAt?.toISOString() ?? 'never used', state].join('\t'))
  }
  return 0
}

/** The options of `token add`; null for other arguments. */
function parseOptions(args: string[]): Record<string, string | undefined> | null {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args, options: { user: text, scope: text, name: text, days: text } })
    return values.user === undefined ? null : values
  } catch {
    return null
  }
}
