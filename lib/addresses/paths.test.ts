import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalSpelling,
  internalSearchPath,
  parseInternalSearch,
  parsePageNumber,
  plainSlugFrom,
  sectionSlugProblem,
  slugFrom,
} from '@/lib/addresses/paths'
import { anyText } from '@/lib/testing/arbitrary-text'
import { propertyRuns } from '@/lib/testing/property-runs'
import { cleanLine } from '@/lib/text/clean-text'
import { visibleText } from '@/lib/text/visible-text'

describe('a slug', () => {
  test.each([
    ['Russia’s spy chief visits Pyongyang', 'russias-spy-chief-visits-pyongyang'],
    ['  “Never again”, says the harbour—master!  ', 'never-again-says-the-harbour-master'],
    ['मानसून की पहली सड़क', 'मानसून-की-पहली-सड़क'],
    ['المكتبة القديمة', 'المكتبة-القديمة'],
    ['東京タワー 60年', '東京タワー-60年'],
    ['!!!', ''],
    ['Bundes\u00adtags\u00adwahl', 'bundestagswahl'],
    ['I ❤\ufe0f Lisbon', 'i-lisbon'],
    ['The ﬁre', 'the-fire'],
    ['İstanbul seçimi', 'istanbul-seçimi'],
    ['Har\u200bbour \u202eﬁre\u202c', 'harbour-fire'],
    ['Port\u0000 fire', 'port-fire'],
    ['می\u200cخواهم بروم', 'میخواهم-بروم'],
    ['Cafe\u0301 d’e\u0301te\u0301', 'café-dété'],
    ['Ｔｏｋｙｏ ６０ 𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴', 'tokyo-60-breaking'],
    ['ตลาดน้ำ', 'ตลาดน้ำ'],
    ['H₂O and 10⁶ in ½ hour', 'h₂o-and-10⁶-in-½-hour'],
    ['\u0301 \ufe0f \u3164', ''],
  ])('of “%s” is “%s”', (headline, slug) => {
    expect(slugFrom(headline)).toBe(slug)
  })

  test('is at most 80 characters, cut between words', () => {
    const slug = slugFrom('harbour '.repeat(40))
    expect(slug).toBe(Array(10).fill('harbour').join('-'))
    expect(slugFrom('x'.repeat(200))).toBe('x'.repeat(80))
  })

  test('made of a slug is the same slug', () => {
    fc.assert(
      fc.property(anyText(), (headline) => {
        const slug = slugFrom(headline)
        expect(slugFrom(slug)).toBe(slug)
      }),
      { numRuns: propertyRuns() },
    )
  })

  test('of any text shows a reader every character it has, and is that of what they see', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (headline) => {
        const slug = slugFrom(headline)
        expect(slug).toMatch(/^(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-(?!$)|$))*$/u)
        expect(visibleText(slug)).toBe(slug)
        expect(slugFrom(visibleText(headline))).toBe(slug)
        expect(slugFrom(cleanLine(visibleText(headline)))).toBe(slug)
        expect(plainSlugFrom(headline)).toMatch(/^[a-z0-9-]*$/)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

describe('the canonical spelling', () => {
  test.each([
    ['/World/Ferry-12/', '/world/ferry-12'],
    ['//world///ferry-12', '/world/ferry-12'],
    ['/w%6Frld', '/world'],
    ['/../x', '/x'],
    ['/world/../city/./', '/city'],
    ['/', '/'],
    ['/world/%E0%A4%AE', '/world/%E0%A4%AE'],
    ['/world/e%CC%81', '/world/%C3%A9'],
    ['/topics/%C4%B0stanbul', '/topics/istanbul'],
    ['/city/i-%EF%B8%8F-lisbon-7', '/city/i-%EF%B8%8F-lisbon-7'],
  ])('of %s is %s', (path, spelled) => {
    expect(canonicalSpelling(path)).toBe(spelled)
  })

  test.each(['/%E0%A4', '/a%2Fb', '/a%00b', '/a%5Cb', '/%', '/\ud800'])('%s has no canonical spelling', (path) => {
    expect(canonicalSpelling(path)).toBeNull()
  })

  test('of a canonical path is the same path, and no path throws', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const spelled = canonicalSpelling(path)
        if (spelled !== null) expect(canonicalSpelling(spelled)).toBe(spelled)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

test.each(['1', '0', '01', '2.0', '-2', 'two', '1000000', ''])('“%s” is not a page number in an address', (segment) => {
  expect(parsePageNumber(segment)).toBeNull()
})

test('the query of a search parses back from its internal path, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (query) => {
      const segment = internalSearchPath(query).split('/')[2] ?? ''
      expect(parseInternalSearch(segment)).toBe(query)
    }),
    { numRuns: propertyRuns() },
  )
})

test.each(['world', 'north-east', '2024'])('“%s” may be a section’s slug', (slug) => {
  expect(sectionSlugProblem(slug)).toBeNull()
})

test.each(['world-2', 'admin', 'search', '', 'Two Words', 'a--b', '-a'])('“%s” may not be a section’s slug', (slug) => {
  expect(sectionSlugProblem(slug)).toBeTruthy()
})
