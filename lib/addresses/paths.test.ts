import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalSpelling,
  internalSearchPath,
  parseInternalSearch,
  parsePageNumber,
  searchPath,
  sectionSlugProblem,
  slugFrom,
} from '@/lib/addresses/paths'

describe('a slug', () => {
  test.each([
    ['Russia’s spy chief visits Pyongyang', 'russias-spy-chief-visits-pyongyang'],
    ['  “Never again”, says the harbour—master!  ', 'never-again-says-the-harbour-master'],
    ['मानसून की पहली सड़क', 'मानसून-की-पहली-सड़क'],
    ['المكتبة القديمة', 'المكتبة-القديمة'],
    ['東京タワー 60年', '東京タワー-60年'],
    ['!!!', ''],
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
      fc.property(fc.string({ unit: 'grapheme' }), (headline) => {
        const slug = slugFrom(headline)
        expect(slugFrom(slug)).toBe(slug)
      }),
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
  )
})

test('the address of a search has its words in the query, and no number for page 1', () => {
  expect(searchPath('trams & ferries')).toBe('/search?q=trams+%26+ferries')
  expect(searchPath('trams', 2)).toBe('/search?q=trams&page=2')
})

test.each(['world', 'north-east', '2024'])('“%s” may be a section’s slug', (slug) => {
  expect(sectionSlugProblem(slug)).toBeNull()
})

test.each(['world-2', 'admin', 'search', '', 'Two Words', 'a--b', '-a'])('“%s” may not be a section’s slug', (slug) => {
  expect(sectionSlugProblem(slug)).toBeTruthy()
})
