import { expect, test } from 'vitest'
import { plainDigits } from '@/lib/text/plain-digits'

test.each(['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '๐๑๒๓๔๕๖๗๘๙', '０１２３４５６７８９'])(
  'the digits %s are 0 to 9',
  (digits) => {
    expect(plainDigits(digits)).toBe('0123456789')
  },
)

test('what is no digit stays', () => {
  expect(plainDigits('½ من ١٢')).toBe('½ من 12')
})
