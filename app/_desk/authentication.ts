import { passkey } from '@better-auth/passkey'
import { APIError, BASE_ERROR_CODES, betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { accountAdapter } from '@/db/accounts/account-adapter'
import { clearAttempts, countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { userById } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@/lib/accounts/password'
import { parseUrl } from '@/lib/addresses/url'
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
/** Failed sign-ins under one e-mail, whether an account has it or not, from any number of addresses. A passkey still works. */
const EMAIL_RATE_LIMIT: RateLimit = { most: 10, seconds: 600 }

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

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
  const address = (request: Headers | undefined) => request?.get(CLIENT_ADDRESS_HEADER) || 'unknown'
  const attemptKeys = (from: string, email: string) => ({ from: `sign-in from ${from}`, as: `sign-in as ${email}` })
  const emailIn = (body: unknown) =>
    typeof body === 'object' && body !== null && 'email' in body
      ? String(body.email).trim().toLowerCase().slice(0, 254)
      : ''

  const auth = betterAuth({
    appName: paper,
    baseURL: siteUrl,
    basePath: BASE,
    secret,
    database: accountAdapter(db),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: { errorURL: '/admin/sign-in' },
    // A site on the machine of its reader answers to more than one host name.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host') ?? ''
      const name = parseUrl(`http://${host}`)?.hostname ?? ''
      return LOOPBACK.has(name) && LOOPBACK.has(new URL(siteUrl).hostname) ? [siteUrl, `http://${host}`] : [siteUrl]
    },
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
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
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
        // Counted by the hooks below: only failed attempts, and by e-mail too.
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
    hooks: {
      before: createAuthMiddleware(async (call) => {
        if (call.path !== '/sign-in/email') return
        const keys = attemptKeys(address(call.headers), emailIn(call.body))
        const now = new Date()
        const wait =
          (await countAttempt(db, { key: keys.from, limit: ADDRESS_RATE_LIMIT, now })) ??
          (await countAttempt(db, { key: keys.as, limit: EMAIL_RATE_LIMIT, now }))
        if (wait === null) return
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { code: 'TOO_MANY_TRIES', message: 'Too many tries. Please wait a while and try again.' },
          { 'Retry-After': String(wait) },
        )
      }),
      after: createAuthMiddleware(async (call) => {
        if (call.path !== '/sign-in/email' || call.context.returned instanceof APIError) return
        const keys = attemptKeys(address(call.headers), emailIn(call.body))
        await clearAttempts(db, [keys.from, keys.as])
      }),
    },
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
    /** The session in the cookies among `headers`; null without one, and for a deactivated account. */
    async sessionOf(headers: Headers) {
      const response = await auth.api.getSession({ headers })
      if (!response || response.user.banned) return null
      return { userId: response.user.id, sessionId: response.session.id }
    },
    /** Answers an address below /api/auth that the desk uses; 404 for the others. */
    async answer(request: Request): Promise<Response> {
      const path = new URL(request.url).pathname.slice(BASE.length)
      if (!OPEN_PATHS.has(path)) return Response.json({ message: 'There is no such address.' }, { status: 404 })
      return auth.handler(request)
    },
  }
}

export type Authentication = ReturnType<typeof createAuthentication>
