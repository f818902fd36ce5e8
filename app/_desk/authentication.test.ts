import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { type Authentication, createAuthentication } from '@/app/_desk/authentication'
import { addUser, deactivateUser, reactivateUser, userByEmail } from '@/db/accounts/users'
import { sessions } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'

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
