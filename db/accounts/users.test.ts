import { beforeEach, expect, test } from 'vitest'
import { addUser, allUsers, changeRole, deactivateUser, reactivateUser, userByEmail } from '@/db/accounts/users'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { NOW } from '@/db/testing/fixtures'

let db: MemoryStore

beforeEach(() => {
  db = openMemoryStore()
})

test('an e-mail address has one account, in upper or lower case', async () => {
  await aUser(db, 'ines', 'admin')
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

test('the last admin cannot lose the role or be deactivated', async () => {
  const id = await aUser(db, 'ines', 'admin')
  await aUser(db, 'omar', 'editor')
  expect(await changeRole(db, { id, role: 'editor', now: NOW })).toHaveProperty('problems')
  expect(await deactivateUser(db, { id, now: NOW })).toHaveProperty('problems')
  expect(await userByEmail(db, 'ines@observer.example')).toMatchObject({ role: 'admin', isDeactivated: false })
})

test('a deactivated admin does not count as a remaining one', async () => {
  const [ines, ada] = [await aUser(db, 'ines', 'admin'), await aUser(db, 'ada', 'admin')]
  expect(await deactivateUser(db, { id: ada, now: NOW })).toMatchObject({ isDeactivated: true })
  expect(await changeRole(db, { id: ines, role: 'editor', now: NOW })).toHaveProperty('problems')
  expect(await reactivateUser(db, { id: ada, now: NOW })).toMatchObject({ isDeactivated: false })
  expect(await changeRole(db, { id: ines, role: 'editor', now: NOW })).toMatchObject({
    role: 'editor',
  })
})

test('setting the role that the last admin has is allowed', async () => {
  const id = await aUser(db, 'ines', 'admin')
  expect(await changeRole(db, { id, role: 'admin', now: NOW })).toMatchObject({ role: 'admin' })
})

test('of two admins who demote each other at the same time one stays admin', async () => {
  const ids = [await aUser(db, 'ines', 'admin'), await aUser(db, 'ada', 'admin')]
  await Promise.all(ids.map((id) => changeRole(db, { id, role: 'editor', now: NOW })))
  expect((await allUsers(db)).filter(({ role }) => role === 'admin')).toHaveLength(1)
})

test('an unknown id is answered with null', async () => {
  expect(await changeRole(db, { id: 'nobody', role: 'admin', now: NOW })).toBeNull()
  expect(await deactivateUser(db, { id: 'nobody', now: NOW })).toBeNull()
  expect(await reactivateUser(db, { id: 'nobody', now: NOW })).toBeNull()
})
