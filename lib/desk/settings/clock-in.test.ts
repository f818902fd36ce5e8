import { expect, test } from 'vitest'
import { clockIn } from '@/lib/desk/settings/clock-in'

const MONDAY = Date.UTC(2026, 10, 23, 14, 2)

test.each([
  ['Europe/Lisbon', /^14:02 (?:GMT|WET)$/],
  ['Asia/Kolkata', /^19:32 (?:IST|GMT\+5:30)$/],
])('in %s the clock shows its own time', (zone, words) => {
  expect(clockIn(zone, MONDAY)).toMatch(words)
})
