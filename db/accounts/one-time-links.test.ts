import { beforeEach, expect, test } from 'vitest'
import {
  acceptInvitation,
  createFirstAdmin,
  invite,
  makeResetLink,
  makeSetupLink,
  openInvitations,
  openLink,
  resetPassword,
  revokeInvitation,
} from '@/db/accounts/one-time-links'
import { addUser, allUsers, changeRole, deactivateUser, reactivateUser } from '@/db/accounts/users'
import { accounts, oneTimeLinks, sessions } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { hoursAhead, NOW } from '@/db/testing/fixtures'

const INES = {
  email: 'ines@observer.example',
  name: 'Ines Dahl',
  role: 'admin',
  passwordHash: 'first',
  now: NOW,
} as const
const OMAR = { email: 'omar@observer.example', name: 'Omar Lind', role: 'editor' } as const

let db: MemoryStore

beforeEach(() => {
  db = openMemoryStore()
})

async function setupLink(now = NOW): Promise<string> {
  const secret = await makeSetupLink(db, { by: 'the server', now })
  if (secret === null) throw new Error('there is an account already')
  return secret
}

async function invitation(now = NOW): Promise<string> {
  const invited = await invite(db, { ...OMAR, by: 'Ines Dahl', now })
  if ('problems' in invited) throw new Error('Omar has an account')
  return invited.secret
}

async function resetLink(now = NOW): Promise<string> {
  const secret = await makeResetLink(db, { email: INES.email, by: 'Ines Dahl', now })
  if (secret === null) throw new Error('Ines has no account or is deactivated')
  return secret
}

const omarsAccount = { name: 'Omar Lind', passwordHash: 'chosen' }

test('the secret of a link is not stored', async () => {
  await addUser(db, INES)
  const secrets = [await invitation(), await resetLink()]
  const stored = JSON.stringify(await db.select().from(oneTimeLinks))
  for (const secret of secrets) {
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(stored).not.toContain(secret)
  }
})

test('the setup link creates the first admin, once', async () => {
  const secret = await setupLink()
  expect(await createFirstAdmin(db, { ...INES, secret })).toHaveProperty('id')
  expect(await allUsers(db)).toMatchObject([{ email: INES.email, role: 'admin', isDeactivated: false }])
  expect(await createFirstAdmin(db, { ...INES, secret, email: 'eve@observer.example' })).toBeNull()
  expect(await makeSetupLink(db, { by: 'the server', now: NOW })).toBeNull()
})

test('each start creates a new setup link and revokes the one before', async () => {
  const [before, secret] = [await setupLink(), await setupLink(hoursAhead(1))]
  expect(await openLink(db, { kind: 'setup', secret: before, now: hoursAhead(1) })).toBeNull()
  expect(await openLink(db, { kind: 'setup', secret, now: hoursAhead(1) })).not.toBeNull()
})

test('the setup link is invalid once anybody has an account', async () => {
  const secret = await setupLink()
  await addUser(db, INES)
  expect(await createFirstAdmin(db, { ...INES, secret, email: 'eve@observer.example' })).toBeNull()
})

test('two simultaneous uses of one setup link create one admin', async () => {
  const secret = await setupLink()
  const both = await Promise.all(
    ['ines', 'eve'].map((name) => createFirstAdmin(db, { ...INES, secret, email: `${name}@observer.example` })),
  )
  expect(both.filter((made) => made !== null)).toHaveLength(1)
  expect(await allUsers(db)).toHaveLength(1)
})

test('an invitation creates the invited account, once', async () => {
  const secret = await invitation()
  expect(await acceptInvitation(db, { ...omarsAccount, secret, now: hoursAhead(1) })).toMatchObject({
    email: OMAR.email,
  })
  expect(await allUsers(db)).toMatchObject([OMAR])
  expect(await acceptInvitation(db, { ...omarsAccount, secret, now: hoursAhead(1) })).toBeNull()
  expect(await openInvitations(db, { now: hoursAhead(1) })).toEqual([])
})

test('an invitation is valid for seven days', async () => {
  const secret = await invitation()
  const lastSecond = new Date(hoursAhead(168).getTime() - 1000)
  expect(await openLink(db, { kind: 'invitation', secret, now: lastSecond })).toMatchObject(OMAR)
  expect(await openInvitations(db, { now: lastSecond })).toHaveLength(1)
  expect(await acceptInvitation(db, { ...omarsAccount, secret, now: hoursAhead(168) })).toBeNull()
  expect(await openInvitations(db, { now: hoursAhead(168) })).toEqual([])
})

test('a revoked invitation is invalid', async () => {
  const secret = await invitation()
  const [open] = await openInvitations(db, { now: NOW })
  expect(await revokeInvitation(db, { id: open?.id ?? 0, now: NOW })).toBe(true)
  expect(await acceptInvitation(db, { ...omarsAccount, secret, now: NOW })).toBeNull()
  expect(await revokeInvitation(db, { id: open?.id ?? 0, now: NOW })).toBe(false)
})

test('a second invitation to one e-mail address revokes the first', async () => {
  const [before, secret] = [await invitation(), await invitation()]
  expect(await openLink(db, { kind: 'invitation', secret: before, now: NOW })).toBeNull()
  expect(await openLink(db, { kind: 'invitation', secret, now: NOW })).not.toBeNull()
})

test('an e-mail address with an account is not invited, in upper or lower case', async () => {
  await addUser(db, INES)
  const answer = await invite(db, { ...INES, email: ' Ines@Observer.example', by: 'Ines Dahl', now: NOW })
  expect(answer).toMatchObject({ problems: [{ field: 'email' }] })
})

test('a reset link changes the password and ends every session, once, within the hour', async () => {
  const made = await addUser(db, INES)
  if ('problems' in made) throw new Error('Ines has an account')
  await db.insert(sessions).values({
    id: 'laptop',
    token: 'laptop',
    userId: made.id,
    createdAt: NOW,
    updatedAt: NOW,
    expiresAt: hoursAhead(720),
  })
  const secret = await resetLink()
  expect(await resetPassword(db, { secret, passwordHash: 'late', now: hoursAhead(1) })).toBeNull()
  expect(await resetPassword(db, { secret, passwordHash: 'second', now: NOW })).toEqual({ email: INES.email })
  expect(await db.select().from(accounts)).toMatchObject([{ userId: made.id, password: 'second' }])
  expect(await db.select().from(sessions)).toEqual([])
  expect(await resetPassword(db, { secret, passwordHash: 'third', now: NOW })).toBeNull()
})

test('a deactivated or unknown user cannot reset a password', async () => {
  const made = await addUser(db, INES)
  await addUser(db, { ...INES, email: 'ada@observer.example' })
  const secret = await resetLink()
  await deactivateUser(db, { id: 'id' in made ? made.id : '', now: NOW })
  expect(await resetPassword(db, { secret, passwordHash: 'second', now: NOW })).toBeNull()
  expect(await makeResetLink(db, { email: INES.email, by: INES.name, now: NOW })).toBeNull()
  expect(await makeResetLink(db, { email: 'nobody@observer.example', by: INES.name, now: NOW })).toBeNull()
})

test('a link of one kind is invalid as another kind', async () => {
  const secret = await invitation()
  expect(await openLink(db, { kind: 'reset', secret, now: NOW })).toBeNull()
  expect(await createFirstAdmin(db, { ...INES, secret })).toBeNull()
})

test('links that a person made end with the account, and so do links to it', async () => {
  const admin = await addUser(db, { ...INES, role: 'admin', passwordHash: 'hash', now: NOW })
  const second = await addUser(db, {
    email: 'ada@observer.example',
    name: 'Ada Berg',
    role: 'admin',
    passwordHash: 'hash',
    now: NOW,
  })
  const [adminId, secondId] = [admin, second].map((made) => ('id' in made ? made.id : ''))
  const by = { by: 'Ada Berg', byId: secondId ?? '', now: NOW }
  const invited = await invite(db, { ...OMAR, ...by })
  const secrets = {
    invitation: 'secret' in invited ? invited.secret : '',
    forInes: (await makeResetLink(db, { email: INES.email, ...by })) ?? '',
    forAda:
      (await makeResetLink(db, { email: 'ada@observer.example', by: INES.name, byId: adminId ?? '', now: NOW })) ?? '',
  }
  const other = await invite(db, {
    email: 'noor@observer.example',
    name: 'Noor',
    role: 'editor',
    by: INES.name,
    byId: adminId ?? '',
    now: NOW,
  })
  await deactivateUser(db, { id: secondId ?? '', now: NOW })
  expect(await openLink(db, { kind: 'invitation', secret: secrets.invitation, now: NOW })).toBeNull()
  expect(await openLink(db, { kind: 'reset', secret: secrets.forInes, now: NOW })).toBeNull()
  expect(await openLink(db, { kind: 'reset', secret: secrets.forAda, now: NOW })).toBeNull()
  expect(
    await openLink(db, { kind: 'invitation', secret: 'secret' in other ? other.secret : '', now: NOW }),
  ).not.toBeNull()
  await reactivateUser(db, { id: secondId ?? '', now: NOW })
  expect(await openLink(db, { kind: 'invitation', secret: secrets.invitation, now: NOW })).toBeNull()
})

test('an admin who becomes an editor leaves no invitation behind', async () => {
  await addUser(db, { ...INES, role: 'admin', passwordHash: 'hash', now: NOW })
  const made = await addUser(db, {
    email: 'ada@observer.example',
    name: 'Ada Berg',
    role: 'admin',
    passwordHash: 'hash',
    now: NOW,
  })
  const id = 'id' in made ? made.id : ''
  const invited = await invite(db, { ...OMAR, role: 'admin', by: 'Ada Berg', byId: id, now: NOW })
  await changeRole(db, { id, role: 'editor', now: NOW })
  const secret = 'secret' in invited ? invited.secret : ''
  expect(await acceptInvitation(db, { secret, name: 'Omar', passwordHash: 'hash', now: NOW })).toBeNull()
})
