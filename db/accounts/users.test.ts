import { beforeEach, expect, test } from 'vitest'
import { addUser, allUsers, changeRole, deactivateUser, reactivateUser, userByEmail } from '@/db/accounts/users'
import { type Db, openMemoryDb } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import type { Role } from '@/lib/accounts/permissions'

let db: Db

beforeEach(() => {
  db = openMemoryDb()
})

async function somebody(name: string, role: Role): Promise<string> {
  const made = await addUser(db, { email: `${name}@observer.example`, name, role, passwordHash: 'hash', now: NOW })
  if ('problems' in made) throw new Error(`${name} has an account`)
  return made.id
}

test('an e-mail has one account, however it is spelt', async () => {
  await somebody('ines', 'admin')
  const again = {
    email: ' INES@observer.example ',
    name: 'Ines',
    role: 'editor',
    passwordHash: 'hash',
    now: NOW,
  } as const
  expect(await addUser(db, again)).toMatchObject({ problems: [{ field: 'email' }] })
  expect(await userByEmail(db, 'Ines@Observer.example')).toMatchObject({ role: 'admin' })
  expect(await allUsers(db)).toHaveLength(1)
})

test('the last admin neither loses the role nor is shut out', async () => {
  const id = await somebody('ines', 'admin')
  await somebody('omar', 'editor')
  expect(await changeRole(db, { id, role: 'editor', now: NOW })).toHaveProperty('problems')
  expect(await deactivateUser(db, { id, now: NOW })).toHaveProperty('problems')
  expect(await userByEmail(db, 'ines@observer.example')).toMatchObject({ role: 'admin', isShutOut: false })
})

test('an admin who is shut out does not count as one who is left', async () => {
  const [ines, ada] = [await somebody('ines', 'admin'), await somebody('ada', 'admin')]
  expect(await deactivateUser(db, { id: ada, now: NOW })).toMatchObject({ isShutOut: true })
  expect(await changeRole(db, { id: ines, role: 'editor', now: NOW })).toHaveProperty('problems')
  expect(await reactivateUser(db, { id: ada, now: NOW })).toMatchObject({ isShutOut: false })
  expect(await changeRole(db, { id: ines, role: 'editor', now: NOW })).toMatchObject({ role: 'editor' })
})

test('a role that stays what it is troubles nobody', async () => {
  const id = await somebody('ines', 'admin')
  expect(await changeRole(db, { id, role: 'admin', now: NOW })).toMatchObject({ role: 'admin' })
})

test('two admins who demote each other at once leave one', async () => {
  const ids = [await somebody('ines', 'admin'), await somebody('ada', 'admin')]
  await Promise.all(ids.map((id) => changeRole(db, { id, role: 'editor', now: NOW })))
  expect((await allUsers(db)).filter(({ role }) => role === 'admin')).toHaveLength(1)
})

test('what concerns nobody changes nothing', async () => {
  expect(await changeRole(db, { id: 'nobody', role: 'admin', now: NOW })).toBeNull()
  expect(await deactivateUser(db, { id: 'nobody', now: NOW })).toBeNull()
  expect(await reactivateUser(db, { id: 'nobody', now: NOW })).toBeNull()
})
