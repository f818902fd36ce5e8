import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseStoryText } from '@/lib/copy/story-text'
import { propertyRuns } from '@/lib/testing/property-runs'

const FERRY = `Headline: The last ferry leaves at six
Section: transport
By: mirela-osei, Wanda Pirrie
Topics: harbour

The **Dunlin** sails [as before](42), its master said,
and [the tide](https://tides.example/today) agrees.

Also read: 42

## What changes

- Fewer boats
- More buses

Related News | 42, 43

Also read: https://tides.example/ The tide tables`

test('a text with a head and blocks is parsed into a story with its elements', () => {
  const parsed = parseStoryText(FERRY)
  expect(parsed).toMatchObject({
    story: {
      headline: 'The last ferry leaves at six',
      section: 'transport',
      by: ['mirela-osei', 'Wanda Pirrie'],
      kind: 'news',
      language: 'en',
    },
  })
  const body = 'story' in parsed ? parsed.story.body : []
  expect(body.map(({ type }) => type)).toEqual([
    'paragraph',
    'also-read',
    'heading',
    'list',
    'related-news',
    'also-read',
  ])
  expect(body[0]).toMatchObject({
    text: [
      { text: 'The ' },
      { text: 'Dunlin', marks: ['bold'] },
      {},
      { link: { to: 'article', article: 42 } },
      {},
      { link: { to: 'web' } },
      {},
    ],
  })
})

test.each(['urdu', 'pt-B', 'en-US-US', 'english'])('a story in “%s” is refused, by its line', (language) => {
  const parsed = parseStoryText(`Headline: A\nSection: city\nLanguage: ${language}\n\nIt rained.`)
  expect(parsed).toEqual({ problems: [expect.stringContaining(`Language: “${language}” is no language`)] })
})

test('an indented item stands in a list within the item before it', () => {
  const parsed = parseStoryText('Headline: A\nSection: city\n\n- Tide\n  - Spring\n  - Neap\n- Wind')
  const nested = { depth: 1, ordered: false }
  expect('story' in parsed ? parsed.story.body : parsed).toMatchObject([
    { type: 'list', items: [{}, {}, {}, {}], nesting: [null, nested, nested, null] },
  ])
})

test('a number with # leads to a place in the story', () => {
  const parsed = parseStoryText('Headline: A\nSection: city\n\nAs [put right](42#corrections).\n\nAlso read: 42#gale-9')
  expect('story' in parsed ? parsed.story.body : parsed).toMatchObject([
    { text: [{}, { link: { to: 'article', article: 42, anchor: 'corrections' } }, {}] },
    { type: 'also-read', target: { kind: 'article', article: 42, anchor: 'gale-9' } },
  ])
})

test('raised and lowered letters are written between carets and tildes', () => {
  const parsed = parseStoryText(`Headline: A\nSection: city\n\n10^6^ t of CO~2~, **x^2^**, ~5 of ~6, 2^ and ~~no~~`)
  expect('story' in parsed ? parsed.story.body : parsed).toMatchObject([
    {
      text: [
        { text: '10' },
        { text: '6', marks: ['superscript'] },
        { text: ' t of CO' },
        { text: '2', marks: ['subscript'] },
        { text: ', ' },
        { text: 'x', marks: ['bold'] },
        { text: '2', marks: ['bold', 'superscript'] },
        { text: ', ~5 of ~6, 2^ and ~~no~~' },
      ],
    },
  ])
})

test.each([
  ['Headline: A\nSection: city\n\nRelated News | 42', 'Line 4: '],
  ['Headline: A\nSection: city\n\n[words](javascript:alert)', 'Line 4: an address must start with'],
  ['Headline: A\nAuthor: B\nSection: city', 'Line 2: expected one of'],
  ['Section: city', 'no line “Headline'],
  ['Headline: A', 'no line “Section'],
  ['Headline: A\nSection: city\nKind: rumour', 'Kind is “rumour”'],
])('%j is refused with the line and the reason', (text, problem) => {
  const parsed = parseStoryText(text)
  expect('problems' in parsed && parsed.problems.join('\n')).toContain(problem)
})

test('parsing never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseStoryText(`Headline: A\nSection: b\n\n${text}`)),
    { numRuns: propertyRuns(100) },
  )
})
