import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redirectLines } from '@/lib/addresses/redirect-lines'
import { propertyRuns } from '@/lib/testing/property-runs'

test.each(['/old /new', '  /old\t/new  ', '/old,/new', '/old, /new', '/old;/new', '"/old","/new"', '/old,/new,301'])(
  '“%s” is a redirect from the first address to the second',
  (text) => {
    expect(redirectLines(text)).toEqual({ lines: [{ line: 1, from: '/old', to: '/new' }], bad: [] })
  },
)

test('addresses may be URLs, and quoted ones may contain commas and quotation marks', () => {
  expect(redirectLines('"https://old.example/a,b","/a ""b"""').lines).toEqual([
    { line: 1, from: 'https://old.example/a,b', to: '/a "b"' },
  ])
  expect(redirectLines('/a,b /c').lines).toEqual([{ line: 1, from: '/a,b', to: '/c' }])
})

test('a header line, blank lines and comments are skipped', () => {
  expect(redirectLines('\uFEFFfrom,to\r\n\r\n# the old system\r\n/old,/new\r\n')).toEqual({
    lines: [{ line: 4, from: '/old', to: '/new' }],
    bad: [],
  })
})

test.each(['/old', 'old new', '/old new', '"/old,/new', '/a /b /c', 'from;to'])(
  '“%s” is reported with its line number',
  (text) => {
    expect(redirectLines(`/a /b\n${text}`)).toEqual({
      lines: [{ line: 1, from: '/a', to: '/b' }],
      bad: [{ line: 2, text, message: expect.any(String) }],
    })
  },
)

test('every line of any text is a redirect, or reported, or blank', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('/', 'a', ' ', ',', '"', ';', '\t', '#') })), (texts) => {
      const { lines, bad } = redirectLines(['from,to', ...texts].join('\n'))
      const found = [...lines, ...bad].map(({ line }) => line).sort((one, other) => one - other)
      const said = texts.flatMap((text, index) => (text.trim() && !text.trim().startsWith('#') ? [index + 2] : []))
      expect(found).toEqual(said)
    }),
    { numRuns: propertyRuns() },
  )
})
