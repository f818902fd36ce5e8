import { expect, test } from 'vitest'
import { lateWords } from '@/lib/desk/list/late-words'

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [3599, '59 minutes'],
  [7200, '2 hours'],
  [86_400, '1 day'],
])('%d seconds late is said as %s', (seconds, words) => {
  expect(lateWords(seconds)).toBe(words)
})
