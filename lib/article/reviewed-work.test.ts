import { expect, it } from 'vitest'
import type { Body } from '@/lib/article/body'
import { reviewedWork } from '@/lib/article/reviewed-work'

const story = { headline: 'A novel about a lighthouse', standfirst: 'Funny, and terrifying.' }
const italics = (...words: string[]): Body => [
  {
    type: 'paragraph',
    id: 'e1',
    text: words.flatMap((text) => [{ text: 'Then ' }, { text, marks: ['italic' as const] }, { text: '.' }]),
  },
]
const box: Body = [{ type: 'fact-box', id: 'e2', title: 'The Quay Kitchen', elements: [] }]

it('a review is of the first title that it sets in italics', () => {
  expect(reviewedWork({ ...story, body: [...box, ...italics('very', 'The Relief', 'Tides')] })).toEqual({
    type: 'CreativeWork',
    name: 'The Relief',
  })
  expect(reviewedWork({ ...story, body: italics('राहत') })?.name).toBe('राहत')
})

it('without italics it is of the title in quotation marks above it', () => {
  const standfirst = 'Her third book, “The Relief”, is “quietly” funny.'
  expect(reviewedWork({ ...story, standfirst, body: box })).toEqual({ type: 'CreativeWork', name: 'The Relief' })
  expect(reviewedWork({ ...story, headline: 'Plays: „Die Möwe“ fliegt', body: [] })?.name).toBe('Die Möwe')
})

it('else of what its first fact box is called, and of nothing without one', () => {
  expect(reviewedWork({ ...story, body: box })).toEqual({ type: 'Thing', name: 'The Quay Kitchen' })
  expect(reviewedWork({ ...story, body: italics('really') })).toBeNull()
})
