import { expect, test } from 'vitest'
import { type Body, bodySchema, type Text } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import { readableText } from '@/lib/article/readable-text'
import { bodyText } from '@/lib/content-api/body-text'
import { elementsJson } from '@/lib/content-api/elements-json'
import { SCHEMAS } from '@/lib/content-api/schemas'
import { readerBody } from '@/lib/linking/reader-body'
import { SETTINGS, SITE_URL } from '@/lib/testing/feed-fixtures'

const POWER: Text = [{ text: '10' }, { text: '6', marks: ['superscript'] }]
const WATER: Text = [{ text: 'H' }, { text: '2', marks: ['subscript'] }, { text: 'O' }]

test.each<[string, Text, string]>([
  ['a power', POWER, '10⁶'],
  ['a formula', WATER, 'H₂O'],
  ['a negative power', [{ text: '10' }, { text: '−3', marks: ['bold', 'superscript'] }], '10⁻³'],
  ['an ordinal', [{ text: '1' }, { text: 'st', marks: ['superscript'] }], '1ˢᵗ'],
  ['a letter that Unicode does not raise', [{ text: 'x' }, { text: 'Q', marks: ['superscript'] }], 'xQ'],
  ['what is raised and lowered at once', [{ text: 'i', marks: ['superscript', 'subscript'] }], 'i'],
])('without markup %s stays what it is', (_, text, words) => {
  expect(readableText(text)).toBe(words)
})

const BODY: Body = [
  { type: 'paragraph', id: 'e1', text: POWER },
  { type: 'list', id: 'e2', ordered: true, start: 4, items: [WATER] },
  { type: 'list', id: 'e3', ordered: true, items: [WATER] },
]
const READ = readerBody(BODY, 1, { articles: new Map(), pictures: new Map() })

test('a body holds raised and lowered letters, and lists that begin with any number; one without them stays valid', () => {
  expect(bodySchema.parse(BODY)).toEqual(BODY)
  expect(bodySchema.safeParse([{ type: 'list', id: 'e1', ordered: true, items: [] }]).success).toBe(false)
})

test('search finds raised and lowered letters as they are typed, people read them as they stand', () => {
  expect(bodyWords(BODY)).toBe('106\nH2O\nH2O')
  expect(bodyWords(BODY, readableText)).toBe('10⁶\nH₂O\nH₂O')
  expect(bodyText(READ)).toBe('10⁶\n\nH₂O\n\nH₂O')
})

test('the API tells marks and the first number of each list', () => {
  const elements = elementsJson(READ, { siteUrl: SITE_URL, settings: SETTINGS })
  for (const element of elements) expect(SCHEMAS.Element.parse(element)).toEqual(element)
  expect(elements).toMatchObject([
    { text: [{ text: '10' }, { text: '6', marks: ['superscript'] }] },
    { start: 4 },
    { start: 1 },
  ])
})
