import { expect, test, vi } from 'vitest'
import { check } from '@/server/commands/check'
import { CommandProblem } from '@/server/commands/command-problem'
import { readSettings } from '@/server/settings'

test('a site that does not answer is told in words', async () => {
  // Port 1 is nobody's.
  const settings = readSettings({ SITE_URL: 'http://127.0.0.1:1' })
  const failed = await check({ settings, args: ['all'] }).catch((error) => error)
  expect(failed).toBeInstanceOf(CommandProblem)
  expect(failed.message).toMatch(/Nothing came from http:\/\/127\.0\.0\.1:1: .*See whether the site runs/)
})

test.each([
  [[]],
  [['all', '/city']],
  [['city']],
  [['all', '--site']],
  [['all', '--site', 'observer.example']],
  [['all', '--sites=https://observer.example']],
])('%j is a wrong call', async (args) => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const settings = readSettings({ SITE_URL: 'http://127.0.0.1:1' })
  expect(await check({ settings, args })).toBe(2)
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('check ADDRESS'))
})

test('the site may be named in both ways', async () => {
  const printed = vi.spyOn(console, 'log').mockReturnValue()
  const settings = readSettings({ SITE_URL: 'http://127.0.0.1:1' })
  for (const site of [['--site=http://127.0.0.1:2'], ['--site', 'http://127.0.0.1:2/']]) {
    await check({ settings, args: [...site, '/city', '--json'] })
    expect(printed).toHaveBeenLastCalledWith(expect.stringContaining('"url": "http://127.0.0.1:2/city"'))
  }
})
