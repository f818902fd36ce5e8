import { expect, test } from 'vitest'
import { readWords } from '@/lib/desk/front/read-words'

const since = Date.UTC(2026, 10, 23, 5)

test('reads are told with the hour from which they are counted, by the clocks of the paper', () => {
  expect(readWords({ count: 1204, since }, 'Europe/Berlin')).toBe('1,204 reads since 06:00')
  expect(readWords({ count: 1, since }, 'UTC')).toBe('1 read since 05:00')
})

test('a story that nobody read says nothing', () => {
  expect(readWords({ count: 0, since }, 'UTC')).toBe('')
})
