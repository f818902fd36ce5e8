import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorIn, fitsSlugs, lenientSpelling, parseArticlePath, withoutTail } from '@/lib/addresses/article-address'
import { articleFormatPath } from '@/lib/addresses/document-paths'
import { articlePath, canonicalSpelling, slugFrom } from '@/lib/addresses/paths'
import { arbitraryTail } from '@/lib/testing/arbitrary-tail'
import { propertyRuns } from '@/lib/testing/property-runs'

const runs = { numRuns: propertyRuns() }
const address = fc.record({
  section: fc.constantFrom('world', 'city', '2024', 'Ünter'.toLowerCase()),
  slug: fc.string({ unit: 'grapheme' }).map(slugFrom),
  id: fc.integer({ min: 1, max: 999_999_999 }),
})

describe('an article’s address', () => {
  test('parses back to the values that it was made of, as a page and in each format, for any text', () => {
    fc.assert(
      fc.property(address, (values) => {
        const path = articlePath(values)
        expect(parseArticlePath(path)).toEqual({ ...values, format: null })
        expect(parseArticlePath(articleFormatPath(path, 'md'))).toEqual({ ...values, format: 'md' })
        expect(parseArticlePath(articleFormatPath(path, 'json'))).toEqual({ ...values, format: 'json' })
        expect(canonicalSpelling(path)).toBe(path)
      }),
      runs,
    )
  })

  test.each([
    ...['/world', '/world/no-number', '/world/slug-0', '/world/slug-007', '/world/slug-12x', '/world/%E0%A4'],
    ...['/world/slug-99999999999999999999', '/a/b/c-12', 'world/ferry-12', '/topics/covid-19', '/authors/mara-2'],
    ...[
      '/city/feed.json',
      '/city/.json',
      '/slug-42.json',
      '/cards/12-ab',
      '/world/ferry-12&ref=x-33',
      '/world/ferry-12.html',
    ],
  ])('%s is not one', (path) => {
    expect(parseArticlePath(path)).toBeNull()
  })
})

describe('what stood behind an address', () => {
  test.each([
    ...[
      '.',
      ',',
      ')',
      '"',
      "'",
      '”',
      '’',
      '»',
      ']',
      ';',
      ':',
      '…',
      '!',
      '?!',
      '*',
      '>',
      '}',
      '|',
      '`',
      '\\',
      '-',
      '–',
      '_',
    ],
    ...[
      '%20',
      '%2E',
      '%2C',
      '%29',
      '%22',
      '%E2%80%9D',
      '%E2%80%A6',
      '%C2%BB',
      '%C2%A0',
      '%0A',
      '%00',
      '%5C',
      '%E2%80%8B',
    ],
    ...[').', '.”', '%20%E2%80%93', ')%20(PDF)', '%2529', '%', '%E2', '%BB', '/)', '/%22', '&', '&amp;'],
    ...['&fbclid=IwAR0-33', '%26fbclid%3DIwAR0', '%3Futm_source=mail', '%23corrections', ';jsessionid=1', '&u=/a/b-7'],
    ...['%20said%20the%20mayor', '"target="_blank', '%3C/a%3E', '),%20we', '%2F', '%20/', '/.,'],
  ])('%s is left out', (tail) => {
    expect(withoutTail(`/world/ferry-day-12${tail}`)?.path).toBe('/world/ferry-day-12')
    expect(withoutTail(lenientSpelling(`/world/ferry-day-12${tail}`))?.path).toBe('/world/ferry-day-12')
    expect(withoutTail(`/world/ferry-day-12.md${tail}`)?.path).toBe('/world/ferry-day-12.md')
  })

  test('is left out whatever it is, for any address, and then nothing stands behind', () => {
    fc.assert(
      fc.property(address, arbitraryTail, (values, tail) => {
        const path = articlePath(values)
        for (const printed of [path + tail, lenientSpelling(path + tail)]) {
          expect(withoutTail(printed)?.path, printed).toBe(path)
        }
        expect(withoutTail(path)).toBeNull()
      }),
      runs,
    )
  })

  test.each(['/', '/world', '/world/ferry-12', '/rss.xml', '/topics/covid-19', '/)', '/%E0%A4', '/.', '/%20'])(
    'nothing that could be left out stands behind %s',
    (path) => {
      expect(withoutTail(path)).toBeNull()
    },
  )

  test.each([
    ['/world).', false],
    ['/world&utm_source=mail', false],
    ['/world%3Futm_source=mail', false],
    ['/world%20news', true],
    ['/world%3Cscript%3E', true],
  ])('of %s has words: %s', (path, hasWordsBehind) => {
    expect(withoutTail(path)).toEqual({ path: '/world', hasWordsBehind })
  })

  test('has a spelling for any path, which has a canonical spelling', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string({ unit: 'binary' })), (path) => {
        const spelled = lenientSpelling(`/${path}`)
        expect(canonicalSpelling(spelled)).toBe(spelled)
        withoutTail(spelled)
      }),
      runs,
    )
  })
})

describe('a slug fits an article that was called', () => {
  test.each([
    ['ferry-day', 'ferry-day'],
    ['old-ferry', 'ferry-day'],
    ['fer', 'ferry-day'],
    ['', 'ferry-day'],
    ['ueber-die-brucke', 'über-die-brücke'],
    ['मानसून', 'मानसून-की-पहली-सड़क'],
    ['東京', '東京タワー'],
  ])('“%s” fits %s', (slug, own) => expect(fitsSlugs(slug, ['another-name', own])).toBe(true))

  test.each([
    ['covid', 'ferry-day'],
    ['top-10', 'ferry-day-10'],
    ['2024', 'elections-of-2024'],
    ['ferryman', 'ferry-day'],
  ])('“%s” does not fit %s', (slug, own) => expect(fitsSlugs(slug, [own])).toBe(false))
})

test.each([
  ['https://observer.example/world/storm-12#gale-warning', 'gale-warning'],
  ['/world/storm-12#corrections', 'corrections'],
  ['/world/storm-12', null],
  ['/world/storm-12#', null],
  ['/world/storm-12#:~:text=gale', null],
  ['/world/storm-12#Not An Id', null],
])('the place that %s names is %s', (url, anchor) => expect(anchorIn(url)).toBe(anchor))
