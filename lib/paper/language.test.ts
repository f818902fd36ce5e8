import { expect, it } from 'vitest'
import { ownNameOf } from '@/lib/paper/language'

it('a language is called as its speakers call it', () => {
  expect(['en', 'hi', 'ar', 'pt'].map(ownNameOf)).toEqual(['English', 'हिन्दी', 'العربية', 'português'])
})

it('a language that nobody knows is called by its tag', () => {
  expect(ownNameOf('qaa')).toBe('qaa')
})
