import { verifyPassword } from 'better-auth/crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { recordAccountEvent } from '@/db/accounts/account-log'
import { allUsers } from '@/db/accounts/users'
import { accounts } from '@/db/store/account-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { add, user } from '@/server/commands/user'

const options = { email: 'Ines@Observer.example', name: ' Ines Dahl ', role: 'admin' }
const readPassword = () => 'four slow herons'

let db: MemoryStore

beforeEach(() => {
  db = openMemoryStore()
  vi.spyOn(console, 'log').mockImplementation(() => {})
  return () => vi.restoreAllMocks()
})

const complaints = () => vi.spyOn(console, 'error').mockImplementation(() => {})

test('an account from the command line can sign in [user-add]', async () => {
  expect(await add(db, { options, readPassword, now: NOW })).toBe(0)
  expect(await allUsers(db)).toMatchObject([{ email: 'ines@observer.example', name: 'Ines Dahl', role: 'admin' }])
  const [account] = await db.select().from(accounts)
  expect(await verifyPassword({ hash: account?.password ?? '', password: readPassword() })).toBe(true)
})

test.each([
  [{ email: 'ines' }, '--email should be an e-mail address.'],
  [{ name: '  ' }, '--name should not be empty.'],
  [{ name: undefined }, '--name should be the name the newsroom knows.'],
  [{ role: 'boss' }, '--role should be contributor, editor or admin.'],
])('%o adds no account and prints the reason', async (wrong, args) => {
  const printed = complaints()
  expect(await add(db, { options: { ...options, ...wrong }, readPassword, now: NOW })).toBe(2)
  expect(printed).toHaveBeenCalledWith(args)
  expect(await allUsers(db)).toEqual([])
})

test('a short password adds no account', async () => {
  const printed = complaints()
  expect(await add(db, { options, readPassword: () => 'herons', now: NOW })).toBe(1)
  expect(printed).toHaveBeenCalledWith('Choose a password of at least 12 characters.')
  expect(await allUsers(db)).toEqual([])
})

test('an e-mail address can have only one account', async () => {
  const printed = complaints()
  await add(db, { options, readPassword, now: NOW })
  expect(await add(db, { options, readPassword, now: NOW })).toBe(1)
  expect(printed).toHaveBeenCalledWith('Somebody with the e-mail ines@observer.example has an account already.')
})

test.each([[[]], [['remove']], [['add', '--emil', 'x']]])(
  '%o shows how the command is used [user-add]',
  async (args) => {
    const printed = complaints()
    expect(await user({ db, args })).toBe(2)
    expect(printed).toHaveBeenCalledWith(expect.stringContaining('user add --email'))
  },
)

test('the account log is printed, the newest last, one event a line', async () => {
  await recordAccountEvent(db, {
    kind: 'sign-in-failed',
    email: 'eve@observer.example\n\t',
    by: '',
    address: '192.0.2.1',
    now: NOW,
  })
  await recordAccountEvent(db, {
    kind: 'role-changed',
    email: 'omar@observer.example',
    by: 'Ines Dahl',
    detail: 'editor to admin',
    now: NOW,
  })
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await user({ db, args: ['log'] })).toBe(0)
  expect(printed.mock.calls.map(([line]) => line)).toEqual([
    `${NOW.toISOString()}\tSign-in failed\teve@observer.example  \t\t192.0.2.1`,
    `${NOW.toISOString()}\tRole changed: editor to admin\tomar@observer.example\tInes Dahl\t`,
  ])
})
