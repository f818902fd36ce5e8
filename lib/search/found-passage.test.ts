import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundPassage } from '@/lib/search/found-passage'
import { markedText, plainMarked } from '@/lib/search/marked-text'
import { parseSearchQuery } from '@/lib/search/query'
import { SoughtWords } from '@/lib/search/sought-words'
import { wordsIn } from '@/lib/search/words'
import { propertyRuns } from '@/lib/testing/property-runs'

function sought(query: string): SoughtWords {
  const terms = parseSearchQuery(query)?.wanted ?? []
  return new SoughtWords(
    terms.map(({ words, others, isBeginning }) => ({
      forms: words.length === 1 ? [...words, ...others] : others,
      run: words,
      isOpen: isBeginning,
    })),
  )
}

/** The text with what is marked in square brackets. */
function shown(text: string, query: string): string {
  const terms = sought(query)
  return (foundPassage([text], terms) ?? []).map((part) => (part.isFound ? `[${part.text}]` : part.text)).join('')
}

describe('what was found is marked as it is written', () => {
  test.each([
    ['with accents and capitals', 'Reyes met MÜLLER in Zürich.', 'muller zurich', 'Reyes met [MÜLLER] in [Zürich].'],
    ['with an apostrophe', 'Trump’s tariffs', 'trump', '[Trump’s] tariffs'],
    ['with a hyphen', 'Send an e-mail today', 'email', 'Send an [e-mail] today'],
    ['in Chinese', '香港口岸今天開放', '口岸', '香港[口岸]今天開放'],
    ['in Japanese', '東京オリンピック', 'オリンピック', '東京[オリンピック]'],
    ['in Arabic with vowel signs', 'قَالَ مُحَمَّدٌ اليوم', 'محمد', 'قَالَ [مُحَمَّدٌ] اليوم'],
    ['in Hindi', 'हिन्दी में समाचार', 'हिंदी', '[हिन्दी] में समाचार'],
    ['in Thai, with whole letters', 'น้ำท่วม', 'น้ำ', '[น้ำ]ท่วม'],
    ['with a soft hyphen', 'har\u00ADbour wall', 'harbour', '[har\u00ADbour] wall'],
    [
      'as a phrase only where the words stand together',
      'The ferry and the night ferry',
      '"night ferry"',
      'The ferry and the [night ferry]',
    ],
    ['markup is words', '<b>ferry</b> & more', 'ferry', '<b>[ferry]</b> & more'],
  ])('%s', (_how, text, query, expected) => {
    expect(shown(text, query)).toBe(expected)
  })
})

test('a passage of a long text begins and ends with whole words, and says that the text goes on', () => {
  const before = 'Nothing happened at the quay for many weeks of that long winter. '.repeat(6)
  const passage = shown(`${before}The last ferry left at six, the harbour master said. ${before}`, 'ferry harbour')
  expect(passage).toContain('[ferry] left at six, the [harbour] master said.')
  expect(passage.startsWith('… ')).toBe(true)
  expect(passage.endsWith(' …')).toBe(true)
  const words = new Set(wordsIn(before + passage).map(({ word }) => word))
  for (const { word } of wordsIn(passage)) expect(words.has(word)).toBe(true)
})

test('the part with most of what is sought is shown, not the first with any of it', () => {
  const parts = ['A ferry.', 'Nothing.', 'The ferry at the harbour.']
  expect(plainMarked(foundPassage(parts, sought('ferry harbour')) ?? [])).toBe('The ferry at the harbour.')
})

const SAMPLE = [
  'ferry',
  'Zürich',
  'مُحَمَّد',
  'हिन्दी',
  '香港口岸',
  'น้ำ',
  'e-mail',
  '👩‍👩‍👧',
  'har\u00ADbour',
  '가\u0301',
  '—',
  ' ',
  ' ',
  ' ',
  '. ',
  '”',
  '<i>',
]
const texts = fc.array(fc.constantFrom(...SAMPLE), { maxLength: 120 }).map((parts) => parts.join(''))
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

test('whatever the text and the query, marks change no word of it and part no character', () => {
  fc.assert(
    fc.property(
      fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 400 })),
      fc.constantFrom(...SAMPLE),
      (text, query) => {
        const parts = markedText(text, sought(query).placesIn(text))
        expect(plainMarked(parts)).toBe(text)
        const edges = new Set([...graphemes.segment(text)].map(({ index }) => index))
        let at = 0
        for (const part of parts) {
          expect(edges.has(at)).toBe(true)
          at += part.text.length
        }
        const passage = plainMarked(foundPassage([text], sought(query)) ?? [])
        const inner = passage.replace(/^… /, '').replace(/ …$/, '')
        expect(text.replace(/\s+/gu, ' ')).toContain(inner)
        expect(passage.length).toBeLessThan(420)
      },
    ),
    { numRuns: propertyRuns() },
  )
})
