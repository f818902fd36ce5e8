import { APIError } from 'better-auth'
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { clearAttempts, countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { endResetLinks } from '@/db/accounts/revoke-links'
import { accountThing, plainEmail, userById } from '@/db/accounts/users'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Writer } from '@/db/store/open'
import type { LoggedAction } from '@/lib/audit/log-entry'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'

/** Failed sign-ins under one e-mail, whether an account has it or not, from any number of addresses. A passkey still works. */
const EMAIL_RATE_LIMIT: RateLimit = { most: 10, seconds: 600 }

/** A code of an authenticator is valid for 30 seconds, and accepted for one such step before and after (RFC 6238). */
const ONCE: RateLimit = { most: 1, seconds: 120 }

const TOO_MANY = { code: 'TOO_MANY_TRIES', message: 'Too many tries. Please wait a while and try again.' }

/** What is logged when a request to one of these addresses succeeds. */
const LOGGED: Record<string, LoggedAction> = {
  '/change-password': 'account password changed',
  '/two-factor/disable': 'account second step removed',
  '/two-factor/generate-backup-codes': 'account backup codes made',
  '/passkey/verify-registration': 'account passkey added',
  '/passkey/delete-passkey': 'account passkey removed',
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
    if (call.path === '/sign-out') {
      const user = (await getSessionFromCtx(call))?.user
      if (user) await logged(db, call)('account signed out', { by: user })
    }
    if (call.path === '/two-factor/verify-totp') {
      const challenged = await challengedUser(call)
      if (!challenged) return
      const key = `code ${codeIn(call.body)} of ${challenged.userId}`
      if ((await countAttempt(db, { key, limit: ONCE, now: new Date() })) === null) return
      const user = await userById(db, challenged.userId)
      await logged(db, call)('account second step failed', { user })
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Each code works once.' })
    }
  })
}

/** Logs who signs in and out, what failed and what changed, and ends what must not outlive a change. */
export function afterSignIn(db: Writer) {
  return createAuthMiddleware(async (call) => {
    const { path } = call
    const { returned } = call.context
    const failed = returned instanceof Error
    const log = logged(db, call)
    if (path === '/sign-in/email') {
      const email = emailIn(call.body)
      if (returned instanceof APIError && returned.statusCode === 401) await log('account sign-in failed', { email })
      const { from, as } = attemptKeys(clientOf(call.headers), email)
      if (isRightPassword(returned)) await clearAttempts(db, [from, as])
      const user = call.context.newSession?.user
      // Whoever has a second step is not in yet.
      if (user && !user.twoFactorEnabled) await log('account signed in', { by: user })
      return
    }
    if (path.startsWith('/two-factor/verify-')) {
      const challenged = await challengedUser(call)
      const user = challenged && (await userById(db, challenged.userId))
      if (failed) await log('account second step failed', { user })
      else if (challenged?.isSignedIn && user) await log('account second step set up', { by: user })
      else if (call.context.newSession) await log('account signed in', { by: call.context.newSession.user })
      return
    }
    if (path === '/passkey/verify-authentication' && !failed && call.context.newSession) {
      await log('account signed in', { by: call.context.newSession.user, detail: 'by a passkey' })
    }
    const action = LOGGED[path]
    if (action === undefined || failed) return
    const user = call.context.newSession?.user ?? (await getSessionFromCtx(call))?.user
    if (!user) return
    await log(action, { by: user })
    if (action === 'account password changed')
      await inTransaction(db, (tx) => endResetLinks(tx, { user, now: new Date() }))
  })
}

/** Whether sign-in answered that the password is right, with or without a second step to come. */
function isRightPassword(returned: unknown): boolean {
  return typeof returned === 'object' && returned !== null && ('token' in returned || 'twoFactorRedirect' in returned)
}

interface Concerned {
  /** Who did it, with the own account. */
  by?: { id: string; name: string; email: string }
  /** The account that it concerns, when nobody knows who did it. */
  user?: { id: string; email: string } | null
  /** The e-mail address under which somebody tried, whether an account has it or not. */
  email?: string
  detail?: string
}

/** Writes into the audit log what a request to sign in did. */
function logged(db: Writer, { headers }: Pick<Call, 'headers'>) {
  return (action: LoggedAction, { by, user, email = '', detail }: Concerned) =>
    logAction(db, {
      action,
      detail,
      now: new Date(),
      thing: by || user ? accountThing(by ?? user ?? { id: '', email }) : { id: '', name: email },
      by: { kind: 'person', id: by?.id ?? null, name: by?.name ?? '', address: clientOf(headers) },
    })
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
