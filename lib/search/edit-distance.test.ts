import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, errorsAllowed } from '@/lib/search/edit-distance'
import { propertyRuns } from '@/lib/testing/property-runs'

test.each([
  ['goverment', 'government', 1],
  ['govenrment', 'government', 1],
  ['govvernment', 'government', 1],
  ['gavernment', 'government', 1],
  ['goverrment', 'government', 1],
  ['gvernmant', 'government', 2],
  ['правительсво', 'правительство', 1],
  ['𝕏𝕐', '𝕐𝕏', 1],
  ['', 'ab', 2],
  ['paris', 'paris', 0],
])('from “%s” to “%s” it is %i', (one, other, distance) => {
  expect(editDistance(one, other, 2)).toBe(distance)
})

test('it is the same both ways, 0 for the same word alone, and never more than asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '港'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 8 }), (one, other, most) => {
      const distance = editDistance(one, other, most)
      expect(editDistance(other, one, most)).toBe(distance)
      expect(distance === 0).toBe(one === other)
      expect(distance <= most || distance === Number.POSITIVE_INFINITY).toBe(true)
    }),
    { numRuns: propertyRuns(500) },
  )
})

test('short words have no errors, long ones two', () => {
  expect(['cat', 'cats', 'harbour', 'harbours'].map(errorsAllowed)).toEqual([0, 1, 1, 2])
})
