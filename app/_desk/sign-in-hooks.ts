import { APIError } from 'better-auth'
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { type NewAccountEvent, recordAccountEvent } from '@/db/accounts/account-log'
import { endResetLinks } from '@/db/accounts/handed-out'
import { clearAttempts, countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { plainEmail, userById } from '@/db/accounts/users'
import { inTransaction, type Writer } from '@/db/store/open'
import type { AccountEventKind } from '@/lib/accounts/account-event'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'

/** Failed sign-ins under one e-mail, whether an account has it or not, from any number of addresses. A passkey still works. */
const EMAIL_RATE_LIMIT: RateLimit = { most: 10, seconds: 600 }

/** A code of an authenticator is valid for 30 seconds, and accepted for one such step before and after (RFC 6238). */
const ONCE: RateLimit = { most: 1, seconds: 120 }

const TOO_MANY = { code: 'TOO_MANY_TRIES', message: 'Too many tries. Please wait a while and try again.' }

/** What is recorded when a request to one of these addresses succeeds. */
const RECORDED: Record<string, AccountEventKind> = {
  '/change-password': 'password-changed',
  '/two-factor/disable': 'second-step-off',
  '/two-factor/generate-backup-codes': 'backup-codes-made',
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
}

type Call = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** The keys under which failed sign-ins are counted. */
export function attemptKeys(from: string, email: string): { from: string; as: string } {
  return { from: `sign-in from ${from}`, as: `sign-in as ${email}` }
}

/** The client's address as it is counted. */
export function clientOf(headers: Headers | undefined): string {
  return headers?.get(CLIENT_ADDRESS_HEADER) || 'unknown'
}

/** Counts attempts to sign in by e-mail, and lets each code of an authenticator count once. */
export function beforeSignIn(db: Writer) {
  return createAuthMiddleware(async (call) => {
    if (call.path === '/sign-in/email') {
      const key = attemptKeys('', emailIn(call.body)).as
      const wait = await countAttempt(db, { key, limit: EMAIL_RATE_LIMIT, now: new Date() })
      if (wait !== null) throw new APIError('TOO_MANY_REQUESTS', TOO_MANY, { 'Retry-After': String(wait) })
    }
    if (call.path === '/two-factor/verify-totp') {
      const challenged = await challengedUser(call)
      if (!challenged) return
      const key = `code ${codeIn(call.body)} of ${challenged.userId}`
      if ((await countAttempt(db, { key, limit: ONCE, now: new Date() })) === null) return
      const user = await userById(db, challenged.userId)
      await recorder(db, call)({ kind: 'second-step-failed', email: user?.email ?? '', by: '' })
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Each code works once.' })
    }
  })
}

/** Records what failed and what changed, and ends what must not outlive a change. */
export function afterSignIn(db: Writer) {
  return createAuthMiddleware(async (call) => {
    const { path } = call
    const { returned } = call.context
    const failed = returned instanceof Error
    const record = recorder(db, call)
    if (path === '/sign-in/email') {
      const email = emailIn(call.body)
      if (returned instanceof APIError && returned.statusCode === 401)
        await record({ kind: 'sign-in-failed', email, by: '' })
      const { from, as } = attemptKeys(clientOf(call.headers), email)
      if (isRightPassword(returned)) await clearAttempts(db, [from, as])
      return
    }
    if (path.startsWith('/two-factor/verify-')) {
      const challenged = await challengedUser(call)
      const user = challenged && (await userById(db, challenged.userId))
      if (failed) await record({ kind: 'second-step-failed', email: user?.email ?? '', by: '' })
      else if (user && challenged.isSignedIn) await record({ kind: 'second-step-on', email: user.email, by: user.name })
      return
    }
    const kind = RECORDED[path]
    if (kind === undefined || failed) return
    const user = call.context.newSession?.user ?? (await getSessionFromCtx(call))?.user
    if (!user) return
    await record({ kind, email: user.email, by: user.name })
    if (kind === 'password-changed') await inTransaction(db, (tx) => endResetLinks(tx, { user, now: new Date() }))
  })
}

/** Whether sign-in answered that the password is right, with or without a second step to come. */
function isRightPassword(returned: unknown): boolean {
  return typeof returned === 'object' && returned !== null && ('token' in returned || 'twoFactorRedirect' in returned)
}

function recorder(db: Writer, { headers }: Pick<Call, 'headers'>) {
  return (event: Pick<NewAccountEvent, 'kind' | 'email' | 'by'>) =>
    recordAccountEvent(db, { ...event, address: clientOf(headers), now: new Date() })
}

/** Who is asked for a code: who is signed in, or whose password was right just now; null when nobody is. */
async function challengedUser(call: Call): Promise<{ userId: string; isSignedIn: boolean } | null> {
  const session = await getSessionFromCtx(call)
  if (session) return { userId: session.user.id, isSignedIn: true }
  const { name } = call.context.createAuthCookie('two_factor')
  const challenge = await call.getSignedCookie(name, call.context.secret)
  const found = challenge ? await call.context.internalAdapter.findVerificationValue(challenge) : null
  return found ? { userId: found.value, isSignedIn: false } : null
}

function emailIn(body: unknown): string {
  return plainEmail(textIn(body, 'email')).slice(0, 254)
}

function codeIn(body: unknown): string {
  return textIn(body, 'code').replace(/\s/g, '').slice(0, 20)
}

function textIn(body: unknown, field: string): string {
  const value =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([name]) => name === field)?.[1] : ''
  return typeof value === 'string' ? value : ''
}
