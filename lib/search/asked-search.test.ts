import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedSearchPath, isNarrowed, parseAskedSearch } from '@/lib/search/asked-search'
import { propertyRuns } from '@/lib/testing/property-runs'

/** The canonical address of what these parameters ask for. */
function canonical(query: string): string | null {
  const asked = parseAskedSearch(new URLSearchParams(query))
  return asked && askedSearchPath(asked)
}

test('an address says what was asked for, in one order, without what narrows nothing [search-address]', () => {
  expect(canonical('sort=newest&q=harbour&until=2026-11-24&section=City&kind=opinion&topic=&author=mara-quill')).toBe(
    '/search?q=harbour&section=city&author=mara-quill&kind=opinion&until=2026-11-24&sort=newest',
  )
  expect(canonical('q=harbour&sort=relevance')).toBe('/search?q=harbour')
})

test('what cannot be meant narrows nothing, and a search without words is none', () => {
  expect(canonical('q=harbour&kind=poem&from=yesterday&section=a/b&sort=up')).toBe('/search?q=harbour')
  expect(canonical('q=+&section=city')).toBeNull()
})

test('a search is narrowed by a filter or another order', () => {
  const is = (query: string) => isNarrowed(parseAskedSearch(new URLSearchParams(`q=x&${query}`)) as never)
  expect([is(''), is('sort=newest'), is('from=2026-11-01')]).toEqual([false, true, true])
})

test('whatever stands in the address, what is read of it has one address, which says the same', () => {
  const values = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', 'city', '2026-02-31', '9999-12-31', '0000-00-00', 'opinion', 'newest', '"', '*', '-', 'a\0b'),
  )
  const names = fc.constantFrom('q', 'section', 'topic', 'author', 'kind', 'from', 'until', 'sort', 'page', 'x')
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 8 }), (pairs) => {
      const asked = parseAskedSearch(new URLSearchParams(pairs))
      if (!asked) return
      const path = askedSearchPath(asked, 2)
      expect(parseAskedSearch(new URLSearchParams(path.split('?')[1]))).toEqual(asked)
    }),
    { numRuns: propertyRuns() },
  )
})
