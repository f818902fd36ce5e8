import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCursor, parseCursor } from '@/lib/content-api/cursor'
import { propertyRuns } from '@/lib/testing/property-runs'

test('a formatted cursor is parsed back to an equal one', () => {
  const cursors = fc.oneof(
    fc.record({ publishedAt: fc.date({ noInvalidDate: true }), id: fc.integer({ min: 1 }) }),
    fc.record({ from: fc.integer({ min: 1, max: 999_999 }) }),
  )
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
    }),
    { numRuns: propertyRuns() },
  )
})

test.each([
  '',
  '1',
  'MTIz',
  btoa('1.0'),
  btoa('01.1').replaceAll('=', ''),
  btoa('9999999999999999.1'),
  btoa('from 0'),
  btoa('from 1000000'),
  'ÿÿ',
  '====',
])('what no list gave out, "%s", is none', (word) => {
  expect(parseCursor(word)).toBeNull()
})

test('parsing never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (word) => void parseCursor(word)),
    { numRuns: propertyRuns() },
  )
})
