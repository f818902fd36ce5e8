import { expect, test } from 'vitest'
import { type Names, placeName, valueAt, valueText } from '@/components/desk/room/status/conflict-text'
import { emptyManuscript } from '@/lib/article/manuscript'

const NAMES: Names = {
  section: (id) => (id === 2 ? 'Transport' : 'City'),
  topic: (id) => (id === 1 ? 'Harbour' : 'Elections'),
  byline: ({ name }) => name ?? 'Mara Quill',
}
const FERRY = {
  ...emptyManuscript('en'),
  headline: 'The last ferry',
  body: [{ type: 'paragraph' as const, id: 'one', text: [{ text: 'It sails.' }] }],
}

test('a place in conflict is called by its name', () => {
  expect(placeName('headline', 'x')).toBe('the headline')
  expect(placeName('body:one', FERRY.body[0])).toBe('a paragraph')
  expect(placeName('body:one', null)).toBe('a part of the text')
})

test('the value at a place is the field, the element, or null when it was deleted', () => {
  expect(valueAt(FERRY, 'headline')).toBe('The last ferry')
  expect(valueAt(FERRY, 'body:one')).toBe(FERRY.body[0])
  expect(valueAt(FERRY, 'body:two')).toBeNull()
})

test('ids are shown as the names they stand for', () => {
  expect(valueText('sectionId', 2, NAMES)).toBe('Transport')
  expect(valueText('translationOfId', 12, NAMES)).toBe('Story 12')
  expect(valueText('isUnlisted', true, NAMES)).toBe('Kept out of search engines')
  expect(valueText('isUnlisted', false, NAMES)).toBe('Listed by search engines')
  expect(valueText('topicIds', [1, 2], NAMES)).toBe('Harbour, Elections')
  expect(valueText('bylines', [{ authorId: 1, name: null }], NAMES)).toBe('Mara Quill')
  expect(valueText('body:one', FERRY.body[0], NAMES)).toBe('It sails.')
  expect(valueText('seoTitle', null, NAMES)).toBe('')
})

test('items of lists within a list are told by dashes', () => {
  const items = [[{ text: 'Tide' }], [{ text: 'Spring' }]]
  const list = { type: 'list', id: 'a', ordered: false, items, nesting: [null, { depth: 1, ordered: false }] }
  expect(valueText('body:a', list, NAMES)).toBe('Tide\n– Spring')
})

test('an element without text is described', () => {
  const link = { type: 'also-read', id: 'a', target: { kind: 'article', article: 42 } }
  expect(valueText('body:a', link, NAMES)).toBe('Also read: story 42')
  expect(valueText('body:d', { type: 'divider', id: 'd' }, NAMES)).toBe('A divider')
})
