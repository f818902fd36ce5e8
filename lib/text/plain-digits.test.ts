import { expect, test } from 'vitest'
import { plainDigits } from '@/lib/text/plain-digits'

/** Every numbering system that writes numbers by ten digits, as ECMA-402 formats them. */
const SYSTEMS = Intl.supportedValuesOf('numberingSystem').filter((system) => written(system, 1234567890).length >= 10)

function written(system: string, number: number): string {
  return new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false }).format(number)
}

test.each(SYSTEMS)('the digits of %s are those from 0 to 9', (system) => {
  const digits = [...written(system, 9876543210)]
  const areDigits = digits.every((digit) => /\p{Nd}/u.test(digit))
  expect(plainDigits(digits.join(''))).toBe(areDigits ? '9876543210' : digits.join(''))
})

test('what is no digit stays as it is', () => {
  expect(plainDigits('Tram ४, ½ of ٪١٢')).toBe('Tram 4, ½ of ٪12')
})
