import { expect, test } from 'vitest'
import { contentHash } from '@/lib/pictures/content-hash'

test('the same words have the same hash, in sixteen hexadecimal digits', () => {
  expect(contentHash(['Ferries', 'The last ferry'])).toBe(contentHash(['Ferries', 'The last ferry']))
  expect(contentHash(['फ़ेरी', 'آخر عبارة'])).toMatch(/^[0-9a-f]{16}$/)
})

test('another word, another order or an empty word changes the hash', () => {
  const names = [['ab', 'c'], ['a', 'bc'], ['ab', 'c', ''], ['', 'ab', 'c'], ['abc'], []].map(contentHash)
  expect(new Set(names).size).toBe(names.length)
})
