import fc from 'fast-check'
import { slugFrom } from '@/lib/addresses/paths'
import { ARTICLE_KINDS } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { unfinishedIn } from '@/lib/article/unfinished'
import { anyBody } from '@/lib/testing/arbitrary-body'

/*
 * Manuscripts as editors and programs send them, with every kind of space, with fields of blanks, in many languages, most
 * of them complete, for rules that must hold for whatever the checklist lets pass.
 */

/** What a manuscript may refer to, by id. */
export interface Known {
  sections: number[]
  topics: number[]
  authors: number[]
  pictures: number[]
  /** Public stories. */
  stories: number[]
}

const SPACES = [' ', ' ', ' ', '\u00A0', '\u202F', '\u2009', '\u3000', '  ', '\t', ' \u200B', '\u00AD', '\n', ' \uFEFF']
const WORDS = [
  ...[
    'The',
    'ferry',
    'leaves',
    'at',
    '6',
    'Tarif',
    'à',
    '10',
    '000',
    '€',
    '“Port',
    'Linnet”',
    'O’Brien',
    'AT&T',
    '<b>',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    'café',
    'cafe\u0301',
    'नाव',
    'خرجت',
    '夜の船',
    '🚢',
    '👩‍🚒',
    'May',
    '“',
    '|',
    '–',
    '&amp;',
  ],
]
/** Elements of other kinds in one body. */
const MAX_OTHERS = 2
const LANGUAGES = [
  ...[
    'en',
    'en-US',
    'en-us',
    'pt-BR',
    'pt-br',
    'de-CH',
    'fr',
    'hi',
    'ar',
    'fa',
    'he',
    'ur',
    'ckb',
    'zh-Hant',
    'ja',
    'th',
  ],
  ...['sr-Latn', 'sr-Cyrl-RS', 'es-419', 'yi', 'ar-Latn', 'uz-Arab', 'zh', 'ko', 'my', 'mn-Mong', 'gsw'],
]

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
)
const space = fc.constantFrom(...SPACES)
const edge = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: space })

/** A text of words with any spaces between and around them. */
const words = fc
  .tuple(edge, fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 14 }), edge)
  .map(([before, pairs, after]) => before + pairs.flat().slice(0, -1).join('') + after)
const blanks = fc.array(space, { maxLength: 3 }).map((all) => all.join(''))
const anyWords = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: blanks })
const mostlyEmpty = fc.oneof(fc.constant(''), anyWords)

const paragraph = words.map((text) => ({ type: 'paragraph' as const, id: '', text: [{ text }] }))
const entry = fc.tuple(words, fc.integer({ min: 1_700_000_000_000, max: 1_790_000_000_000 })).map(([text, at]) => ({
  type: 'heading' as const,
  id: '',
  level: 2 as const,
  text: [{ text }],
  at,
}))

/** A correction note, in words. */
export const anyNote = words

/** A manuscript that refers to nothing but `known`. */
export function anyManuscript(known: Known): fc.Arbitrary<Manuscript> {
  const byline = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...known.authors).map((authorId) => ({ authorId, name: null })) },
    { weight: 20, arbitrary: words.map((name) => ({ authorId: null, name })) },
    { weight: 1, arbitrary: blanks.filter(Boolean).map((name) => ({ authorId: null, name })) },
  )
  return fc
    .record({
      headline: fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: blanks }),
      kicker: mostlyEmpty,
      standfirst: mostlyEmpty,
      body: bodyAmong(known),
      slug: fc.constant(''),
      sectionId: fc.constantFrom(...known.sections),
      topicIds: fc.subarray(known.topics),
      bylines: fc.array(byline, { minLength: 1, maxLength: 5 }),
      kind: fc.constantFrom(...ARTICLE_KINDS),
      language: fc.constantFrom(...LANGUAGES),
      dateline: mostlyEmpty,
      leadMediaId: fc.option(fc.constantFrom(...known.pictures)),
      seoTitle: fc.option(anyWords),
      seoDescription: fc.option(anyWords),
      translationOfId: fc.constant(null),
      isUnlisted: fc.nat(4).map((chance) => chance === 0),
    })
    .map((manuscript) => ({ ...manuscript, slug: slugFrom(manuscript.headline) || 'story' }))
}

/** A finished body: any elements, paragraphs with any spaces, and entries of live stories. */
function bodyAmong({ pictures, stories }: Known): fc.Arbitrary<Body> {
  const among = (ids: number[], id: number) => ids[id % ids.length] ?? 0
  return fc
    .tuple(fc.array(fc.oneof(paragraph, paragraph, entry), { minLength: 1, maxLength: 3 }), anyBody)
    .map(([own, others]): Body => {
      const finished = others.filter((element) => unfinishedIn([element]).length === 0).slice(0, MAX_OTHERS)
      const known = JSON.parse(JSON.stringify(finished), (key, value) => {
        if (key === 'media') return among(pictures, value)
        if (key === 'article') return among(stories, value)
        return key === 'articles' ? value.map((id: number) => among(stories, id)) : value
      }) as Body
      return [...own, ...known].map((element, place) => ({ ...element, id: `e${place}` }))
    })
}
