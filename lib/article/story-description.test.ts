import { expect, test } from 'vitest'
import type { Body } from '@/lib/article/body'
import { bodyDescription, listDescription, storyDescription } from '@/lib/article/story-description'

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

test('a page about the paper is described by its first paragraph', () => {
  const heading = { type: 'heading' as const, id: 'e1', level: 2 as const, text: [{ text: 'Newsroom' }] }
  const first = { type: 'paragraph' as const, id: 'e2', text: [{ text: 'A person reads everything.' }] }
  expect(bodyDescription([heading, first])).toBe('A person reads everything.')
  expect(bodyDescription([])).toBe('')
})

test('a list that nobody described is described by as many of its headlines as have room', () => {
  const stories = ['Trams run again', 'The last ferry', 'x'.repeat(150)].map((headline) => ({ headline }))
  expect(listDescription(stories)).toBe('Trams run again · The last ferry')
  expect(listDescription([{ headline: 'word '.repeat(60).trim() }])).toMatch(/^(?:word ){20,32}word…$/)
  expect(listDescription([])).toBe('')
})
