import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '@/lib/testing/arbitrary-text'
import { propertyRuns } from '@/lib/testing/property-runs'
import { cleanAddress } from '@/lib/text/clean-address'
import { withoutUnseen } from '@/lib/text/visible-text'

test.each([
  ['what was copied along', '\u200bhttps://tides.example/noon\u200b\ufeff \n', 'https://tides.example/noon'],
  ['control characters', 'https://tides.example/\u0000no\non', 'https://tides.example/noon'],
  ['a joiner within', 'https://fa.example/می\u200cخواهم', 'https://fa.example/می%E2%80%8Cخواهم'],
  ['an override within', 'https://tides.example/\u202eexe', 'https://tides.example/%E2%80%AEexe'],
  ['letters in two parts', 'https://tides.example/cafe\u0301', 'https://tides.example/cafe\u0301'],
])('of an address, %s leads where it led', (_, typed, address) => expect(cleanAddress(typed)).toBe(address))

test('any address is clean after one cleaning and hides nothing', () => {
  fc.assert(
    fc.property(anyText(), (typed) => {
      const address = cleanAddress(typed)
      expect(cleanAddress(address)).toBe(address)
      expect(withoutUnseen(address)).toBe(address)
    }),
    { numRuns: propertyRuns() },
  )
})
