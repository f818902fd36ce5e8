import { expect, test, vi } from 'vitest'
import { openMemoryStore } from '@/db/store/open'

const failing = vi.hoisted(() => {
  vi.resetModules()
  return { code: '' }
})

vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => openMemoryStore() }))
vi.mock('@/app/_desk/auth', () => ({
  authentication: async () => ({
    answer: async () => {
      throw Object.assign(new Error('no'), { code: failing.code })
    },
  }),
}))

const { POST } = await import('./route')
const signIn = () => POST(new Request('https://observer.example/api/auth/sign-in/email', { method: 'POST' }))

test.each([
  ['SQLITE_FULL', 507],
  ['SQLITE_READONLY', 503],
])('a sign-in that cannot be counted, because of %s, answers %i in words [storage-answers]', async (code, status) => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  failing.code = code
  const response = await signIn()
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ message: expect.stringMatching(/disk|site/) })
})

test('what nobody foresaw stays an error', async () => {
  failing.code = 'E_STRANGE'
  await expect(signIn()).rejects.toThrow('no')
})
