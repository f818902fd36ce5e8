import { expect, test } from 'vitest'
import { confirmationOf } from '@/components/desk/room/actions/article-action'

test('published changes are said to be before readers only when they are', () => {
  expect(confirmationOf({ path: 'bring-out', as: 'fix' }, 'published')).toBe('The changes are before readers.')
  expect(confirmationOf({ path: 'bring-out', as: 'fix' }, 'scheduled')).toBe('The scheduled story has the changes.')
})

test('removing an embargo or an end date has other words than setting one', () => {
  expect(confirmationOf({ path: 'embargo', until: null }, 'draft')).toBe('The embargo was lifted.')
  expect(confirmationOf({ path: 'embargo', until: 1 }, 'draft')).toBe('The embargo stands.')
  expect(confirmationOf({ path: 'withdraw-at', at: null, reason: '' }, 'published')).toBe('The story stays.')
})
