import { passkey } from '@better-auth/passkey'
import { APIError, BASE_ERROR_CODES, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { isAcceptedOrigin } from '@/app/_desk/accepted-origin'
import { jsonBody } from '@/app/_desk/request-body'
import { afterSignIn, attemptKeys, beforeSignIn, clientOf } from '@/app/_desk/sign-in-hooks'
import { accountAdapter } from '@/db/accounts/account-adapter'
import { countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { hasEnded } from '@/db/accounts/session-end'
import { userById } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import { chosenPasswordProblem } from '@/lib/accounts/guessable-password'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@/lib/accounts/password'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'

interface AuthenticationOptions {
  db: Writer
  siteUrl: string
  /** Signs cookies and encrypts second factors. */
  secret: string
  /** The paper's name, as authenticators show it. */
  paper: string
}

const DAY_SECONDS = 86_400

/** Failed sign-ins from one client address, under any e-mail. */
const ADDRESS_RATE_LIMIT: RateLimit = { most: 5, seconds: 60 }
/** A session ends after this much time without its user … */
const IDLE_DAYS = 30

/** The addresses of better-auth that are in use; every other one answers 404. */
const OPEN_PATHS = new Set([
  '/sign-in/email',
  '/sign-out',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/update-passkey',
  '/passkey/delete-passkey',
])

const BASE = '/api/auth'

/** Sign-in and sessions: better-auth on this store, with these rate limits. */
export function createAuthentication({ db, siteUrl, secret, paper }: AuthenticationOptions) {
  const auth = betterAuth({
    appName: paper,
    baseURL: siteUrl,
    basePath: BASE,
    secret,
    database: accountAdapter(db),
    telemetry: { enabled: false },
    // What strangers send is no error of the site; what fails is in the audit log.
    logger: { disabled: true },
    onAPIError: { errorURL: '/admin/sign-in' },
    // Checked in `answer`, before anything is counted.
    trustedOrigins: (request) => [siteUrl, request?.headers.get('origin') ?? siteUrl],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        banned: { type: 'boolean', required: false, input: false },
      },
    },
    session: { expiresIn: IDLE_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customStorage: {
        consume: async (key, { max, window }) => {
          const limit = { most: max, seconds: window }
          const retryAfter = await countAttempt(db, { key, limit, now: new Date() })
          return { allowed: retryAfter === null, retryAfter }
        },
      },
      customRules: {
        // Counted in `answer` and by the hooks: only failed attempts, and by e-mail too.
        '/sign-in/email': false,
        '/change-password': { window: 60, max: 5 },
        // Wrong codes are counted by account, too.
        '/two-factor/*': { window: 60, max: 10 },
        '/passkey/*': { window: 60, max: 30 },
      },
    },
    advanced: {
      cookiePrefix: 'broadsheet',
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // Named here because better-auth's default in tests is the opposite.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: siteUrl.startsWith('https:'),
    },
    plugins: [
      twoFactor({ issuer: paper, twoFactorCookieMaxAge: 600 }),
      passkey({ rpID: new URL(siteUrl).hostname, rpName: paper }),
    ],
    hooks: { before: beforeSignIn(db), after: afterSignIn(db) },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await userById(db, userId)
            if (user && !user.isDeactivated) return
            // The message of a wrong password: it does not tell that the account is deactivated.
            throw APIError.from('UNAUTHORIZED', BASE_ERROR_CODES.INVALID_EMAIL_OR_PASSWORD)
          },
        },
      },
    },
  })

  return {
    /** The session in the cookies among `headers`; null without one, for a deactivated account, and 90 days after its start. */
    async sessionOf(headers: Headers) {
      const response = await auth.api.getSession({ headers })
      if (!response || response.user.banned || hasEnded(response.session, new Date())) return null
      return { userId: response.user.id, sessionId: response.session.id }
    },
    /**
     * Answers an address below /api/auth that the desk uses; 404 for the others. A request that changes something comes
     * from a page of this site (403). Every try to sign in counts, also one that nobody can read. No device is trusted:
     * whoever has a second factor is asked for it at each sign-in.
     */
    async answer(request: Request): Promise<Response> {
      const path = new URL(request.url).pathname.slice(BASE.length)
      if (!OPEN_PATHS.has(path)) return refusal(404, 'NOT_FOUND', 'There is no such address.')
      if (request.method === 'GET') return auth.handler(request)
      const { headers } = request
      if (!isAcceptedOrigin(headers.get('origin'), { siteUrl, host: headers.get('host') })) {
        return refusal(403, 'INVALID_ORIGIN', 'This request did not come from the desk.')
      }
      if (path === '/sign-in/email') {
        const key = attemptKeys(clientOf(headers), '').from
        const wait = await countAttempt(db, { key, limit: ADDRESS_RATE_LIMIT, now: new Date() })
        if (wait !== null) {
          const words = 'Too many tries. Please wait a while and try again.'
          return refusal(429, 'TOO_MANY_TRIES', words, { 'Retry-After': String(wait) })
        }
      }
      const sent = await jsonBody(request)
      if (typeof sent !== 'object' || sent === null) return refusal(400, 'INVALID_BODY', 'What was sent is not JSON.')
      const input: Record<string, unknown> = { ...sent, trustDevice: undefined }
      if (path === '/change-password') {
        input.revokeOtherSessions = true
        const session = await this.sessionOf(headers)
        const user = session && (await userById(db, session.userId))
        const problem = user && chosenPasswordProblem(String(input.newPassword ?? ''), [paper, user.name, user.email])
        if (problem) return refusal(400, 'PASSWORD_REFUSED', problem)
      }
      const passedOn = new Headers(headers)
      passedOn.delete('content-length')
      passedOn.set('content-type', 'application/json')
      return auth.handler(
        new Request(request.url, { method: request.method, headers: passedOn, body: JSON.stringify(input) }),
      )
    },
  }
}

function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, message }, { status, headers })
}

export type Authentication = ReturnType<typeof createAuthentication>
