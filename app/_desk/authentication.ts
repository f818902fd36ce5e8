import { passkey } from '@better-auth/passkey'
import { APIError, BASE_ERROR_CODES, betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { accountAdapter } from '@/db/accounts/account-adapter'
import { clearAttempts, countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { userById } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@/lib/accounts/password'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'

interface EntranceParts {
  db: Writer
  siteUrl: string
  /** Signs cookies and encrypts second factors. */
  secret: string
  /** The paper's name, as authenticators show it. */
  paper: string
}

const DAY_SECONDS = 86_400

/** Failed sign-ins from one address, whoever it tries to be. */
const BY_ADDRESS: RateLimit = { most: 5, seconds: 60 }
/** Failed sign-ins under one e-mail, known or not, from however many addresses. A passkey still opens. */
const BY_EMAIL: RateLimit = { most: 10, seconds: 600 }

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** What better-auth answers here; everything else it could do is shut. */
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

/** Who may come in, and how: better-auth on our store, with our limits. */
export function entrance({ db, siteUrl, secret, paper }: EntranceParts) {
  const address = (request: Headers | undefined) => request?.get(CLIENT_ADDRESS_HEADER) || 'unknown'
  const tryKeys = (from: string, email: string) => ({ from: `sign-in from ${from}`, as: `sign-in as ${email}` })
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
    // On its own machine a site answers to more than one name.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host') ?? ''
      const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
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
        // Counted by the hooks below: only those that fail, and by e-mail too.
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
      // Said aloud, because in tests better-auth takes the opposite for granted.
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
        const keys = tryKeys(address(call.headers), emailIn(call.body))
        const now = new Date()
        const wait =
          (await countAttempt(db, { key: keys.from, limit: BY_ADDRESS, now })) ??
          (await countAttempt(db, { key: keys.as, limit: BY_EMAIL, now }))
        if (wait === null) return
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { code: 'TOO_MANY_TRIES', message: 'Too many tries. Please wait a while and try again.' },
          { 'Retry-After': String(wait) },
        )
      }),
      after: createAuthMiddleware(async (call) => {
        if (call.path !== '/sign-in/email' || call.context.returned instanceof APIError) return
        const keys = tryKeys(address(call.headers), emailIn(call.body))
        await clearAttempts(db, [keys.from, keys.as])
      }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await userById(db, userId)
            if (user && !user.isDeactivated) return
            // The words of a wrong password: whoever is shut out learns nothing at the door.
            throw APIError.from('UNAUTHORIZED', BASE_ERROR_CODES.INVALID_EMAIL_OR_PASSWORD)
          },
        },
      },
    },
  })

  return {
    /** Who holds the session in the cookies among `headers`; null for nobody, and for somebody who was shut out. */
    async holder(headers: Headers) {
      const found = await auth.api.getSession({ headers })
      return found && !found.user.banned ? { userId: found.user.id, sessionId: found.session.id } : null
    },
    /** Answers an address below /api/auth that the desk uses; 404 for the others. */
    async answer(request: Request): Promise<Response> {
      const path = new URL(request.url).pathname.slice(BASE.length)
      if (!OPEN_PATHS.has(path)) return Response.json({ message: 'There is no such address.' }, { status: 404 })
      return auth.handler(request)
    },
  }
}

export type Entrance = ReturnType<typeof entrance>
