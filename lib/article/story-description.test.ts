import { expect, test } from 'vitest'
import type { Body } from '@/lib/article/body'
import { storyDescription } from '@/lib/article/story-description'

const paragraph = (text: string): Body[number] => ({ type: 'paragraph', id: 'e1', text: [{ text }] })
const bare = { headline: '', seoDescription: null, standfirst: '', body: [] as Body }

test('the description is the one for search engines, else the standfirst, else the beginning of the text', () => {
  const body = [paragraph('It left at six.')]
  expect(storyDescription({ ...bare, seoDescription: 'Ferry times', standfirst: 'At six.', body })).toBe('Ferry times')
  expect(storyDescription({ ...bare, seoDescription: ' ', standfirst: 'At six.', body })).toBe('At six.')
  expect(storyDescription({ ...bare, body })).toBe('It left at six.')
})

test('a long beginning is cut between words', () => {
  const words = 'The harbour master, who had been up since four, said nothing. '.repeat(5)
  const description = storyDescription({ ...bare, body: [paragraph(''), paragraph(words)] })
  expect([...description].length).toBeLessThanOrEqual(161)
  expect(words.startsWith(description.slice(0, -1))).toBe(true)
  expect(words[description.length - 1]).toMatch(/[ ,]/)
  expect(description.endsWith('…')).toBe(true)
})

test('a text without spaces is cut as well', () => {
  expect(storyDescription({ ...bare, body: [paragraph('港'.repeat(400))] })).toBe(`${'港'.repeat(160)}…`)
})

test('a story without a paragraph is described by what else has words, else by its headline', () => {
  const list: Body[number] = { type: 'list', id: 'e2', ordered: false, items: [[{ text: 'Fewer boats' }]] }
  expect(storyDescription({ ...bare, headline: 'Ferry cuts', body: [list] })).toBe('Fewer boats')
  expect(storyDescription({ ...bare, headline: 'Ferry cuts', seoDescription: '\u200b', standfirst: '\u00a0' })).toBe(
    'Ferry cuts',
  )
  expect(storyDescription(bare)).toBe('')
})
