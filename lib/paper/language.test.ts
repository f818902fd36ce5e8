import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manuscriptSchema } from '@/lib/article/manuscript'
import { openGraphLocale } from '@/lib/crawlers/open-graph-locale'
import { paperSchema } from '@/lib/desk/settings/settings-input'
import {
  isLanguageTag,
  languageProblem,
  nameOfLanguage,
  ownNameOf,
  primaryLanguage,
  usableLanguage,
} from '@/lib/paper/language'
import { propertyRuns } from '@/lib/testing/property-runs'
import { sourceTexts } from '@/lib/testing/source-imports'
import { dateAndTime } from '@/lib/time/dates'

it('a language is named in that language', () => {
  expect(['en', 'hi', 'ar', 'pt'].map(ownNameOf)).toEqual(['English', 'हिन्दी', 'العربية', 'português'])
})

it('an unknown language is named by its tag', () => {
  expect(ownNameOf('qaa')).toBe('qaa')
})

it('the primary language of a tag is without script and region, whatever its capitals', () => {
  expect(['en', 'EN', 'en-GB', 'PT-br', 'zh-Hant-TW', ''].map(primaryLanguage)).toEqual([
    'en',
    'en',
    'en',
    'pt',
    'zh',
    '',
  ])
})

const GOOD = ['en', 'hi', 'ur', 'pt-BR', 'PT-br', 'zh-Hant', 'zh-Hant-TW', 'sr-Latn-RS', 'es-419', 'yue', 'qaa']
const BAD: [string, string][] = [
  ['urdu', 'en'],
  ['pt-B', 'pt'],
  ['en-US-US', 'en-US'],
  ['english', 'en'],
  ['de_DE', 'en'],
  ['en-u-ca-buddhist', 'en'],
  ['fr-x-private', 'fr'],
  ['pt-BR-', 'pt-BR'],
  ['x', 'en'],
  ['', 'en'],
  ['हिन्दी', 'en'],
]

/** What pages do with a language. */
const FORMATS = [
  (tag: string) => new Intl.Locale(tag).maximize(),
  (tag: string) => new Intl.DateTimeFormat(tag).format(0),
  (tag: string) => new Intl.RelativeTimeFormat(tag).format(1, 'day'),
  (tag: string) => [...new Intl.Segmenter(tag).segment('word')],
  (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag),
]

describe('a language', () => {
  it.each(GOOD)('%s is one', (tag) => {
    expect(isLanguageTag(tag)).toBe(true)
    expect(languageProblem(tag)).toBeNull()
    expect(usableLanguage(tag)).toBe(tag)
  })

  it.each([...BAD, [' en', 'en']])(
    '“%s” is none, is refused in words, and a page that has it is in %s',
    (tag, instead) => {
      expect(isLanguageTag(tag)).toBe(false)
      expect(languageProblem(tag)).toContain(`“${tag}” is no language`)
      expect(usableLanguage(tag)).toBe(instead)
    },
  )

  it.each(BAD)('“%s” is refused for the paper and for a story', (tag) => {
    for (const { language } of [manuscriptSchema.shape, paperSchema.shape]) {
      expect(language.safeParse(tag).error?.issues[0]?.message).toContain('is no language')
    }
  })

  it('with a space around it is cut for the paper, and refused for a story', () => {
    expect(paperSchema.shape.language.parse(' en')).toBe('en')
    expect(manuscriptSchema.shape.language.safeParse(' en').error?.issues[0]?.message).toContain('is no language')
  })

  it('of any spelling never stops a page', () => {
    const parts = fc.constantFrom(
      'en',
      'EN',
      'urdu',
      'pt',
      'B',
      'US',
      'Latn',
      'u',
      'x',
      'ca',
      'buddhist',
      '419',
      '',
      'root',
    )
    const tag = fc.oneof(
      fc.array(parts, { maxLength: 5 }).map((words) => words.join('-')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(tag, (language) => {
        const used = usableLanguage(language)
        expect(isLanguageTag(used)).toBe(true)
        expect(Intl.getCanonicalLocales(used)).toHaveLength(1)
        for (const format of FORMATS) expect(() => format(used)).not.toThrow()
        for (const show of [ownNameOf, (words: string) => nameOfLanguage(words, words), openGraphLocale]) {
          expect(show(language)).not.toBe('')
        }
        expect(dateAndTime(new Date(0), { language, timeZone: 'UTC' })).toMatch(/1970|\p{N}/u)
      }),
      { numRuns: propertyRuns(500) },
    )
  })
})

it('a tag is taken apart in one place alone, which knows that capitals make no difference', () => {
  const others = [...sourceTexts()].filter(
    ([file, text]) =>
      file !== 'lib/paper/language.ts' && /(?:anguage|tag)(?:\.toLowerCase\(\))?\.split\('-'/.test(text),
  )
  expect(others.map(([file]) => file)).toEqual([])
})

it('Intl is asked only in a fixed language, or in one that it takes', () => {
  const careless = [...sourceTexts()].flatMap(([file, text]) =>
    /^(?:e2e|lib\/paper\/language|components\/reader-module)|\.test\.|testing\//.test(file)
      ? []
      : [...text.matchAll(/new Intl\.\w+\(\s*(?!'en|usableLanguage\()[^)\n]*/g)].map(([found]) => `${file}: ${found}`),
  )
  // Its languages are a list of its own.
  expect(careless).toEqual([expect.stringContaining('lib/time/wall-clock.ts')])
})
