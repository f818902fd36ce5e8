import { expect, test } from 'vitest'
import { contentHash } from '@/lib/pictures/content-hash'

test('the same words give the same name, in sixteen hexadecimal digits', () => {
  expect(contentHash(['Ferries', 'The last ferry'])).toBe(contentHash(['Ferries', 'The last ferry']))
  expect(contentHash(['फ़ेरी', 'آخر عبارة'])).toMatch(/^[0-9a-f]{16}$/)
})

test('a word more, a word elsewhere and an empty place give other names', () => {
  const names = [['ab', 'c'], ['a', 'bc'], ['ab', 'c', ''], ['', 'ab', 'c'], ['abc'], []].map(contentHash)
  expect(new Set(names).size).toBe(names.length)
})
