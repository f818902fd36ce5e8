import { verifyPassword } from 'better-auth/crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { allUsers } from '@/db/accounts/users'
import { accounts } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { add, user } from '@/server/commands/user'

const given = { email: 'Ines@Observer.example', name: ' Ines Dahl ', role: 'admin' }
const readPassword = () => 'four slow herons'

let db: MemoryStore

beforeEach(() => {
  db = openMemoryStore()
  vi.spyOn(console, 'log').mockImplementation(() => {})
  return () => vi.restoreAllMocks()
})

const complaints = () => vi.spyOn(console, 'error').mockImplementation(() => {})

test('an account from the command line is one that the door knows [user-add]', async () => {
  expect(await add(db, { given, readPassword, now: NOW })).toBe(0)
  expect(await allUsers(db)).toMatchObject([{ email: 'ines@observer.example', name: 'Ines Dahl', role: 'admin' }])
  const [account] = await db.select().from(accounts)
  expect(await verifyPassword({ hash: account?.password ?? '', password: readPassword() })).toBe(true)
})

test.each([
  [{ email: 'ines' }, '--email should be an e-mail address.'],
  [{ name: '  ' }, '--name should not be empty.'],
  [{ name: undefined }, '--name should be the name the newsroom knows.'],
  [{ role: 'boss' }, '--role should be contributor, editor or admin.'],
])('%o makes no account and says why', async (wrong, words) => {
  const said = complaints()
  expect(await add(db, { given: { ...given, ...wrong }, readPassword, now: NOW })).toBe(2)
  expect(said).toHaveBeenCalledWith(words)
  expect(await allUsers(db)).toEqual([])
})

test('a short password makes no account', async () => {
  const said = complaints()
  expect(await add(db, { given, readPassword: () => 'herons', now: NOW })).toBe(1)
  expect(said).toHaveBeenCalledWith('Choose a password of at least 12 characters.')
  expect(await allUsers(db)).toEqual([])
})

test('nobody gets a second account', async () => {
  const said = complaints()
  await add(db, { given, readPassword, now: NOW })
  expect(await add(db, { given, readPassword, now: NOW })).toBe(1)
  expect(said).toHaveBeenCalledWith('Somebody with the e-mail ines@observer.example has an account already.')
})

test.each([[[]], [['remove']], [['add', '--emil', 'x']]])(
  '%o shows how the command is used [user-add]',
  async (words) => {
    const said = complaints()
    expect(await user({ db, words })).toBe(2)
    expect(said).toHaveBeenCalledWith(expect.stringContaining('user add --email'))
  },
)
