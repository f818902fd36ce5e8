import { beforeEach, expect, test, vi } from 'vitest'
import { allTokens, bearerOf } from '@/db/accounts/api-tokens'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { token } from '@/server/commands/token'

let db: MemoryStore
beforeEach(async () => {
  db = openMemoryStore()
  await aUser(db, 'ines', 'admin')
})

const printed = () => vi.spyOn(console, 'log').mockImplementation(() => {})
const complained = () => vi.spyOn(console, 'error').mockImplementation(() => {})

test('a token is printed alone, and works until it is revoked [token-add]', async () => {
  const out = printed()
  complained()
  expect(await token({ db, args: ['add', '--user', 'ines@observer.example', '--scope', 'all'] })).toBe(0)
  expect(out.mock.calls).toEqual([[expect.stringMatching(/^bst_1_[\w-]{43}$/)]])
  const made = String(out.mock.calls[0]?.[0])
  expect(await bearerOf(db, { token: made, now: new Date() })).toMatchObject({ user: { name: 'ines' } })
  expect(await token({ db, args: ['revoke', '1'] })).toBe(0)
  expect(await bearerOf(db, { token: made, now: new Date() })).toBeNull()
  out.mockRestore()
})

test.each([
  [['add', '--user', 'ines@observer.example', '--scope', 'everything'], 2],
  [['add', '--user', 'ines@observer.example', '--scope', 'read', '--days', '0'], 2],
  [['add', '--user', 'nobody@observer.example', '--scope', 'all'], 1],
  [['add', '--scope', 'all'], 2],
  [['remove'], 2],
  [['revoke', '7'], 1],
])('%o makes no token and says why [token-add]', async (args, status) => {
  const said = complained()
  expect(await token({ db, args })).toBe(status)
  expect(said).toHaveBeenCalled()
  expect(await allTokens(db)).toEqual([])
})
