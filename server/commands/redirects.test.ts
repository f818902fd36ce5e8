import { beforeEach, expect, test, vi } from 'vitest'
import { redirectFrom } from '@/db/addresses/redirects'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW } from '@/db/testing/fixtures'
import { read, redirects } from '@/server/commands/redirects'

const settings = { siteUrl: 'https://observer.example' }

let db: MemoryStore
let printed: ReturnType<typeof vi.spyOn>
let complained: ReturnType<typeof vi.spyOn>

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  return () => vi.restoreAllMocks()
})

test('a list is imported; an invalid line is reported by number and does not stop the others', async () => {
  const text = 'from,to\n/old,/city\n/lost,/nowhere\n/feed,/rss.xml\n'
  expect(await read(db, { text, ...settings, now: NOW })).toBe(1)
  expect(printed).toHaveBeenCalledWith('2 redirects stand.')
  expect(complained).toHaveBeenCalledWith(expect.stringMatching(/^Line 3: Nothing stands at \/nowhere/))
  expect(complained).toHaveBeenCalledWith('1 line was not taken.')
  expect(await redirectFrom(db, { path: '/old', now: NOW })).toBe('/city')
})

test('a list without an invalid line has exit status 0', async () => {
  expect(await read(db, { text: '/old /city', ...settings, now: NOW })).toBe(0)
  expect(printed).toHaveBeenCalledWith('1 redirect stands.')
  expect(complained).not.toHaveBeenCalled()
})

test.each([[[]], [['import']], [['export', 'a.csv']], [['import', 'a.csv', 'b.csv']]])(
  '%o shows how the command is used',
  async (args) => {
    expect(await redirects({ db, settings, args })).toBe(2)
    expect(complained).toHaveBeenCalledWith(expect.stringContaining('redirects import FILE'))
  },
)
