import { expect, test } from 'vitest'
import { confirmationOf } from '@/components/desk/room/actions/article-action'

test('changes are said to be published only when they are', () => {
  expect(confirmationOf({ path: 'bring-out', as: 'fix' }, 'published')).toBe('The changes are published.')
  expect(confirmationOf({ path: 'bring-out', as: 'fix' }, 'scheduled')).toBe(
    'The changes will be published with the story.',
  )
})

test('removing an embargo or an end date has other words than setting one', () => {
  expect(confirmationOf({ path: 'embargo', until: null }, 'draft')).toBe('The embargo is lifted.')
  expect(confirmationOf({ path: 'embargo', until: 1 }, 'draft')).toBe('The embargo is set.')
  expect(confirmationOf({ path: 'withdraw-at', at: null, reason: '' }, 'published')).toBe('The end date is removed.')
})
