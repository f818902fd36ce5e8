import { expect, test } from 'vitest'
import { changedFields } from '@/lib/desk/paper/changed-fields'

const SHOWN = { role: 'Reporter', bio: 'Rides Line 4.', links: [{ name: 'Web', url: 'https://voss.example/' }] }

test('a form sends the fields that were changed, and no others', () => {
  expect(changedFields({ ...SHOWN, role: '', links: [...SHOWN.links] }, SHOWN)).toEqual({ role: '' })
  expect(changedFields({ ...SHOWN, links: SHOWN.links.slice(1) }, SHOWN)).toEqual({ links: [] })
  expect(changedFields(SHOWN, { ...SHOWN })).toEqual({})
})
