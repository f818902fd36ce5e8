import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseUrl } from '@/lib/addresses/url'
import { propertyRuns } from '@/lib/testing/property-runs'
import { sourceTexts } from '@/lib/testing/source-imports'

describe('an address', () => {
  it.each([
    ['https://bücher.de/', 'https://xn--bcher-kva.de/'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ])('%s is %s', (text, href) => {
    expect(parseUrl(text)?.href).toBe(href)
  })

  it('is read from a base when it is relative', () => {
    expect(parseUrl('../a?b#c', 'https://example.org/x/y')?.href).toBe('https://example.org/a?b#c')
    expect(parseUrl('/a', new URL('https://example.org'))?.href).toBe('https://example.org/a')
  })

  it.each(['', 'example.org', '/a', 'https://', 'https://a b/', 'http://[', 'https://example.org:99999/'])(
    '%j is none',
    (text) => {
      expect(parseUrl(text)).toBeNull()
    },
  )

  it('of a host outside ASCII is still one on a process that has parsed many', () => {
    let missed = 0
    for (let round = 0; round < 200_000; round += 1) {
      if (parseUrl('https://bücher.de/') === null) missed += 1
    }
    expect(missed).toBe(0)
  })

  it('never throws, and whatever is one stays one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const url = parseUrl(text)
        expect(url === null || parseUrl(url.href)?.href === url.href).toBe(true)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

it('nothing asks URL.canParse, which goes wrong on a warm process', () => {
  const name = ['can', 'Parse'].join('')
  const asking = [...sourceTexts()].filter(
    ([file, text]) => text.includes(name) && !file.startsWith('lib/addresses/url.'),
  )
  expect(asking.map(([file]) => file)).toEqual([])
})
