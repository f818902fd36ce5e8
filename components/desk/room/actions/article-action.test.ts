import { expect, test } from 'vitest'
import { confirmationOf } from '@/components/desk/room/actions/article-action'

test('what was brought out is said to be before readers only when it is', () => {
  expect(confirmationOf({ path: 'bring-out', as: 'fix' }, 'published')).toBe('The changes are before readers.')
  expect(confirmationOf({ path: 'bring-out', as: 'fix' }, 'scheduled')).toBe('The scheduled story has the changes.')
})

test('an embargo or an end that is taken back is told apart from one that is set', () => {
  expect(confirmationOf({ path: 'embargo', until: null }, 'draft')).toBe('The embargo was lifted.')
  expect(confirmationOf({ path: 'embargo', until: 1 }, 'draft')).toBe('The embargo stands.')
  expect(confirmationOf({ path: 'withdraw-at', at: null, reason: '' }, 'published')).toBe('The story stays.')
})
