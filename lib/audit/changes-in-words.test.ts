import { expect, test } from 'vitest'
import { changesInWords } from '@/lib/audit/changes-in-words'

test('short words are told as they were and are, long ones and lists by their field, and what stayed not at all', () => {
  const before = { name: 'Harbour', slug: 'harbour', role: '', bio: '', links: ['https://a.example/'] }
  const after = {
    ...before,
    name: 'Port',
    role: 'Editor',
    bio: 'Knows every crane. '.repeat(9),
    links: before.links.slice(1),
  }
  expect(changesInWords(before, after)).toBe('name: Harbour to Port, role: none to Editor, bio, links')
  expect(changesInWords(before, { ...before, links: [...before.links] })).toBe('')
})
