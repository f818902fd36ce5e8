import { verifyPassword } from 'better-auth/crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { allUsers } from '@/db/accounts/users'
import { logAction } from '@/db/audit/log'
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

test('what happened to accounts is printed, the newest last, one entry a line', async () => {
  await logAction(db, {
    action: 'account sign-in failed',
    thing: { id: '', name: 'eve@observer.example' },
    by: { kind: 'person', id: null, name: '', address: '192.0.2.1\n\t' },
    now: NOW,
  })
  await logAction(db, {
    action: 'account role changed',
    thing: { id: 'omar', name: 'omar@observer.example' },
    by: { kind: 'person', id: 'ines', name: 'Ines Dahl', address: '' },
    detail: 'editor to admin',
    now: NOW,
  })
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await user({ db, args: ['log'] })).toBe(0)
  expect(printed.mock.calls.map(([line]) => line)).toEqual([
    `${NOW.toISOString()}\tAccount sign-in failed\teve@observer.example\tSomebody who is not signed in\t192.0.2.1  `,
    `${NOW.toISOString()}\tAccount role changed: editor to admin\tomar@observer.example\tInes Dahl\t`,
  ])
})
