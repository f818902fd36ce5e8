import { expect, it } from 'vitest'
import { ownNameOf } from '@/lib/paper/language'

it('a language is named in that language', () => {
  expect(['en', 'hi', 'ar', 'pt'].map(ownNameOf)).toEqual(['English', 'हिन्दी', 'العربية', 'português'])
})

it('an unknown language is named by its tag', () => {
  expect(ownNameOf('qaa')).toBe('qaa')
})
