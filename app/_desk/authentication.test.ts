import { createOTP } from '@better-auth/utils/otp'
import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Authentication, createAuthentication } from '@/app/_desk/authentication'
import { makeResetLink, openLink } from '@/db/accounts/one-time-links'
import { addUser, deactivateUser, reactivateUser, userByEmail } from '@/db/accounts/users'
import { accountEntries } from '@/db/audit/entries'
import { sessions } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { DAY_MS } from '@/lib/time/durations'

const SITE = 'https://observer.example'
const PASSWORD = 'four slow herons'
const passwordHash = await hashPassword(PASSWORD)

let db: MemoryStore
let desk: Authentication

beforeEach(async () => {
  db = openMemoryStore()
  desk = createAuthentication({
    db,
    siteUrl: SITE,
    secret: 'a secret of more than thirty-two characters',
    paper: 'The Observer',
  })
  await addUser(db, { email: 'ines@observer.example', name: 'Ines Dahl', role: 'admin', passwordHash, now: NOW })
  await addUser(db, { email: 'omar@observer.example', name: 'Omar Lind', role: 'editor', passwordHash, now: NOW })
})

interface SignIn {
  email?: string
  password?: string
  from?: string
  origin?: string
}

async function signIn({
  email = 'omar@observer.example',
  password = PASSWORD,
  from = '192.0.2.1',
  origin = SITE,
}: SignIn) {
  return post('/sign-in/email', { email, password }, { from, origin })
}

async function post(path: string, body: object, { from = '192.0.2.1', origin = SITE, cookie = '' } = {}) {
  const headers = { 'Content-Type': 'application/json', origin, cookie, [CLIENT_ADDRESS_HEADER]: from }
  return desk.answer(new Request(`${SITE}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const holderOf = (cookie: string) => desk.sessionOf(new Headers({ cookie }))

test('whoever has the password gets in, and holds a session in a cookie that scripts cannot read', async () => {
  const answer = await signIn({ email: 'Omar@Observer.example' })
  expect(answer.status).toBe(200)
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(
    /^__Secure-broadsheet\.session_token=.*Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax/,
  )
  const omar = await userByEmail(db, 'omar@observer.example')
  expect(await holderOf(cookieOf(answer))).toMatchObject({ userId: omar?.id })
  expect(await holderOf('')).toBeNull()
})

test('an unknown e-mail, a wrong password and somebody shut out are answered alike', async () => {
  const omar = await userByEmail(db, 'omar@observer.example')
  if (!omar) throw new Error('Omar is missing')
  const wrong = await signIn({ password: 'four slow storks' })
  const unknown = await signIn({ email: 'nobody@observer.example' })
  await deactivateUser(db, { id: omar.id, now: NOW })
  const banned = await signIn({})
  const told = await Promise.all([wrong, unknown, banned].map(async (answer) => [answer.status, await answer.text()]))
  expect(told[0]?.[0]).toBe(401)
  expect(told).toEqual([told[0], told[0], told[0]])
})

test('shutting somebody out ends their sessions, and they come in again only once let in', async () => {
  const cookie = cookieOf(await signIn({}))
  const id = (await holderOf(cookie))?.userId ?? ''
  await deactivateUser(db, { id, now: NOW })
  expect(await holderOf(cookie)).toBeNull()
  await reactivateUser(db, { id, now: NOW })
  expect(await holderOf(cookie)).toBeNull()
  expect((await signIn({})).status).toBe(200)
})

test('the sixth wrong try in a minute from one address waits, whoever it tries to be', async () => {
  for (let tries = 0; tries < 5; tries++) {
    expect((await signIn({ email: `nobody-${tries}@observer.example` })).status).toBe(401)
  }
  const refused = await signIn({})
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await signIn({ from: '192.0.2.2' })).status).toBe(200)
})

test('many addresses cannot try one e-mail, whether it is known or not', async () => {
  for (const email of ['omar@observer.example', 'nobody@observer.example']) {
    for (let tries = 0; tries < 10; tries++) {
      expect((await signIn({ email, password: 'a wrong password', from: `192.0.2.${tries}` })).status).toBe(401)
    }
    expect((await signIn({ email, from: '192.0.2.77' })).status).toBe(429)
  }
  expect((await signIn({ email: 'ines@observer.example', from: '192.0.2.77' })).status).toBe(200)
})

test('right passwords are no tries: a newsroom behind one address comes in all at once', async () => {
  for (let person = 0; person < 12; person++) expect((await signIn({})).status).toBe(200)
})

test('another site can sign nobody in', async () => {
  expect((await signIn({ origin: 'https://elsewhere.example' })).status).toBe(403)
})

test.each(['/sign-up/email', '/update-user', '/reset-password', '/delete-user', '/list-sessions', '/change-email'])(
  '%s is shut',
  async (path) => {
    expect((await post(path, { email: 'eve@observer.example', password: PASSWORD, name: 'Eve' })).status).toBe(404)
  },
)

test('signing out ends the session in the store too', async () => {
  const cookie = cookieOf(await signIn({}))
  const held = await holderOf(cookie)
  expect((await post('/sign-out', {}, { cookie })).status).toBe(200)
  expect(
    await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, held?.sessionId ?? '')),
  ).toEqual([])
})

afterEach(() => {
  vi.useRealTimers()
})

async function raw(path: string, body: string, headers: Record<string, string> = {}) {
  const all = { origin: SITE, 'content-type': 'application/json', [CLIENT_ADDRESS_HEADER]: '192.0.2.1', ...headers }
  return desk.answer(new Request(`${SITE}/api/auth${path}`, { method: 'POST', headers: all, body }))
}

const recorded = async () =>
  (await accountEntries(db, { limit: 50 }))
    .filter(({ actorKind }) => actorKind === 'person')
    .map(({ action, thingName, actorName, address }) => [action, thingName, actorName, address])

test('a try that nobody can read counts like a wrong one', async () => {
  for (const body of ['{', '[]', '{}', '{"email":1}', '"']) await raw('/sign-in/email', body)
  expect((await signIn({})).status).toBe(429)
})

test.each(['http://observer.example', 'https://observer.example:8443', 'null', ''])(
  'a request from %s changes nothing, and is no try of its sender',
  async (origin) => {
    for (let tries = 0; tries < 6; tries++) expect((await signIn({ origin })).status).toBe(403)
    expect((await signIn({})).status).toBe(200)
  },
)

test('a failed sign-in is recorded with its address, a refused one is not', async () => {
  for (let tries = 0; tries < 8; tries++) await signIn({ email: 'Eve@observer.example' })
  expect(await recorded()).toEqual(Array(5).fill(['account sign-in failed', 'eve@observer.example', '', '192.0.2.1']))
})

test('a changed password ends links for another one and other sessions, and is recorded', async () => {
  const [here, elsewhere] = [cookieOf(await signIn({})), cookieOf(await signIn({}))]
  const now = new Date()
  const secret = (await makeResetLink(db, { email: 'omar@observer.example', by: 'Ines Dahl', now })) ?? ''
  const answer = await post(
    '/change-password',
    { currentPassword: PASSWORD, newPassword: 'five quiet otters', revokeOtherSessions: false },
    { cookie: here },
  )
  expect(answer.status).toBe(200)
  expect(await openLink(db, { kind: 'reset', secret, now })).toBeNull()
  expect(await holderOf(elsewhere)).toBeNull()
  const byOmar = ['omar@observer.example', 'Omar Lind', '192.0.2.1']
  expect(await recorded()).toEqual([
    ['account password changed', ...byOmar],
    ['account signed in', ...byOmar],
    ['account signed in', ...byOmar],
  ])
})

test.each(['passwordpassword', 'The Observer 2026', 'omar@observer.example', 'qwertyuiop12'])(
  '%s is refused as another password, with the reason',
  async (newPassword) => {
    const cookie = cookieOf(await signIn({}))
    const answer = await post('/change-password', { currentPassword: PASSWORD, newPassword }, { cookie })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: 'PASSWORD_REFUSED', message: expect.stringContaining('would be guessed soon') },
    ])
  },
)

test('a session ends ninety days after its start, however often it is used', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T08:00:00Z') })
  const cookie = cookieOf(await signIn({}))
  for (let day = 1; day < 90; day += 10) {
    vi.setSystemTime(new Date('2026-01-01T08:00:00Z').getTime() + day * DAY_MS)
    expect(await holderOf(cookie)).not.toBeNull()
  }
  vi.setSystemTime(new Date('2026-01-01T08:00:00Z').getTime() + 90 * DAY_MS)
  expect(await holderOf(cookie)).toBeNull()
  expect((await db.select().from(sessions)).every(({ expiresAt }) => expiresAt <= new Date())).toBe(true)
})

test('a session ends after thirty days without its user', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T08:00:00Z') })
  const cookie = cookieOf(await signIn({}))
  vi.setSystemTime(new Date('2026-01-01T08:00:00Z').getTime() + 30 * DAY_MS + 1000)
  expect(await holderOf(cookie)).toBeNull()
})

/** Omar with a second step; the secret of his authenticator. */
async function withSecondStep(): Promise<string> {
  const cookie = cookieOf(await signIn({}))
  const enabled = await post('/two-factor/enable', { password: PASSWORD }, { cookie })
  const { totpURI }: { totpURI: string } = await enabled.json()
  const secret = new TextDecoder().decode(fromBase32(new URL(totpURI).searchParams.get('secret') ?? ''))
  const code = await createOTP(secret).totp()
  expect((await post('/two-factor/verify-totp', { code }, { cookie })).status).toBe(200)
  return secret
}

function fromBase32(text: string): Uint8Array {
  const bits = [...text]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

test('a code of an authenticator works once, and nobody is spared it on a trusted device', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T08:00:00Z') })
  const secret = await withSecondStep()
  vi.setSystemTime(new Date('2026-01-01T08:05:00Z'))
  const code = await createOTP(secret).totp()
  const first = cookieOf(await signIn({}))
  const second = cookieOf(await signIn({}))
  const entered = await post('/two-factor/verify-totp', { code, trustDevice: true }, { cookie: first })
  expect(entered.status).toBe(200)
  expect(entered.headers.getSetCookie().join()).not.toContain('trust_device')
  expect((await post('/two-factor/verify-totp', { code }, { cookie: second })).status).toBe(401)
  vi.setSystemTime(new Date('2026-01-01T08:07:30Z'))
  const later = await createOTP(secret).totp()
  expect((await post('/two-factor/verify-totp', { code: later }, { cookie: second })).status).toBe(200)
  expect((await recorded()).map(([action, , by]) => [action, by])).toEqual([
    ['account signed in', 'Omar Lind'],
    ['account second step failed', ''],
    ['account signed in', 'Omar Lind'],
    ['account second step set up', 'Omar Lind'],
    ['account signed in', 'Omar Lind'],
  ])
})

test('one code that is sent twice at once opens one session', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T08:00:00Z') })
  const secret = await withSecondStep()
  vi.setSystemTime(new Date('2026-01-01T08:05:00Z'))
  const code = await createOTP(secret).totp()
  const cookies = [cookieOf(await signIn({})), cookieOf(await signIn({}))]
  const answers = await Promise.all(cookies.map((cookie) => post('/two-factor/verify-totp', { code }, { cookie })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
})

test('a second step that is removed is recorded', async () => {
  await withSecondStep()
  const cookie = cookieOf(await signIn({}))
  expect((await post('/two-factor/disable', { password: PASSWORD }, { cookie })).status).toBe(401)
  expect((await recorded()).map(([kind]) => kind)).toEqual(['account second step set up', 'account signed in'])
})
