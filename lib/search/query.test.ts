import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearchQuery } from '@/lib/search/query'
import { propertyRuns } from '@/lib/testing/property-runs'

/** The query in a short notation: phrases in brackets, exclusions behind a minus. */
function read(typed: string): string {
  const query = parseSearchQuery(typed)
  if (!query) return 'nothing'
  const written = ({ words, isBeginning, isQuoted }: (typeof query.wanted)[number]) =>
    (words.length > 1 || isQuoted ? `[${words.join(' ')}]` : words.join('')) + (isBeginning ? '*' : '')
  return [...query.wanted.map(written), ...query.unwanted.map((term) => `-${written(term)}`)].join(' ')
}

test.each([
  ['harbour storm', 'harbour storm'],
  ['"harbour storm"', '[harbour storm]'],
  ['“harbour storm” tram', '[harbour storm] tram'],
  ['„Hafen und Sturm“', '[hafen und sturm]'],
  ['«port fermé» -tempête', '[port ferme] -tempete'],
  ['「港口」', '[港 口]'],
  ['harbour -storm', 'harbour -storm'],
  ['harbour -"heavy storm"', 'harbour -[heavy storm]'],
  ['harbour −storm', 'harbour -storm'],
  ['well-known', '[well known]'],
  ['l’école', '[l ecole]'],
  ['AT&T', '[at t]'],
  ['covid-19 -mask', '[covid 19] -mask'],
  ['harb*', 'harb*'],
  ['港口风暴', '[港 口 风 暴]'],
  ['harbour,storm', 'harbour storm'],
  ['צה"ל', 'צהל'],
  ['"open harbour', 'open harbour'],
  ['-storm', 'storm'],
  ['headline:tram', '[headline tram]'],
  ['harbour AND NOT (tram OR near)', 'harbour and not tram or near'],
  ['""', 'nothing'],
  ['👍 - "', 'nothing'],
  ['', 'nothing'],
])('“%s” is read as %s', (typed, meant) => {
  expect(read(typed)).toBe(meant)
})

test('any text is a query, each of its terms stands where it says, and reading takes no time', () => {
  const signs = fc.constantFrom('"', '-', '*', ' ', 'a', 'ab', '港', '’', '“', '”', '(', '\u0000', '्')
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: signs, maxLength: 400 })),
      (typed) => {
        const query = parseSearchQuery(typed)
        if (!query) return
        expect(query.wanted.length).toBeGreaterThan(0)
        for (const { words, from, to } of [...query.wanted, ...query.unwanted]) {
          expect(words.every((word) => /^[\p{L}\p{N}\p{M}]+$/u.test(word))).toBe(true)
          expect(typed.slice(from, to)).toMatch(/[\p{L}\p{N}\p{M}]/u)
        }
      },
    ),
    { numRuns: propertyRuns(500) },
  )
})
