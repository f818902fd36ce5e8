import { expect, test } from 'vitest'
import { isWebAddress } from '@/lib/addresses/web-address'

test.each([
  'https://creativecommons.org/licenses/by/4.0/',
  'http://agency.example',
  'https://agency.example/?id=1#ask',
])('%s is a web address', (typed) => expect(isWebAddress(typed)).toBe(true))

test.each([
  '',
  'agency.example',
  '/licences',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:desk@agency.example',
  'https://',
  'https:// agency.example',
  `https://agency.example/${'a'.repeat(2000)}`,
])('%s is not a web address', (typed) => expect(isWebAddress(typed)).toBe(false))
