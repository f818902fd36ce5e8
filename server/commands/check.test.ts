import { expect, test } from 'vitest'
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
