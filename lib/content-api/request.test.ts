import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatCursor } from '@/lib/content-api/cursor'
import { ENDPOINTS, nextPath, parseApiRequest } from '@/lib/content-api/request'
import { propertyRuns } from '@/lib/testing/property-runs'

const CURSOR = { publishedAt: new Date('2026-11-23T08:00:00Z'), id: 42 }
const WORD = formatCursor(CURSOR)
const PLACE = formatCursor({ from: 20 })

function parse(url: string) {
  const [path = '', query = ''] = url.split('?')
  return parseApiRequest(path, new URLSearchParams(query))
}

function detailOf(url: string) {
  const answer = parse(url)
  return 'problem' in answer ? `${answer.problem.status} ${answer.problem.detail}` : `cached: ${answer.isCached}`
}

describe('a request has one canonical form', () => {
  it.each([
    ['/api/v1/articles', '/api/v1/articles'],
    ['/api/v1/articles?limit=20&format=json', '/api/v1/articles'],
    ['/api/v1/articles?limit=50&section=City', '/api/v1/articles?section=city&limit=50'],
    ['/api/v1/articles?format=ninjs&topic=harbour', '/api/v1/articles?topic=harbour&format=ninjs'],
    ['/api/v1/articles?limit=20&timeline=Harbour-Strike', '/api/v1/articles?timeline=harbour-strike'],
    ['/api/v1/search?q=%20night%20%20%20tram%0A', '/api/v1/search?q=night+tram'],
    ['/api/v1/search?sort=newest&q=tram', '/api/v1/search?q=tram'],
    [`/api/v1/search?cursor=${PLACE}&sort=relevance&q=tram`, `/api/v1/search?q=tram&sort=relevance&cursor=${PLACE}`],
    ['/api/v1/articles?since=2026-11-23T09:00:00+01:00', '/api/v1/articles?since=2026-11-23T08%3A00%3A00.000Z'],
    [
      '/api/v1/articles?until=2026-11-23T08:00:00Z&kind=Opinion',
      '/api/v1/articles?kind=opinion&until=2026-11-23T08%3A00%3A00.000Z',
    ],
    ['/api/v1/articles?language=pt-BR', '/api/v1/articles?language=pt-br'],
    [`/api/v1/articles?cursor=${WORD}`, `/api/v1/articles?cursor=${WORD}`],
    ['/api/v1/articles/42?format=ninjs', '/api/v1/articles/42?format=ninjs'],
    ['/api/oembed?format=json&url=https://a.example/b-1', '/api/oembed?url=https%3A%2F%2Fa.example%2Fb-1'],
  ])('%s', (url, path) => {
    expect(parse(url)).toMatchObject({ path })
    expect(parse(path), 'its own').toMatchObject({ path })
  })
})

describe('an invalid request gets a problem with the reason', () => {
  it.each([
    ['/api/v1', 404, '/api/v1/openapi.json'],
    ['/api/v1/nothing', 404, '/api/v1/openapi.json'],
    ['/api/v1/articles/0', 404, ''],
    ['/api/v1/articles/x', 404, ''],
    ['/api/v1/openapi-json', 404, ''],
    ['/api/v1/articles?page=2', 400, 'no parameter “page” here. This address knows section, topic'],
    ['/api/v1/topics?limit=10', 400, 'no parameter “limit” here. This address takes none.'],
    ['/api/v1/articles?q=tram', 400, 'no parameter “q”'],
    ['/api/v1/articles?limit=10&limit=20', 400, 'limit is said twice'],
    ['/api/v1/articles?limit=21', 400, 'limit takes one of 10, 20, 50, 100'],
    ['/api/v1/articles?limit=', 400, 'limit takes'],
    ['/api/v1/articles?cursor=MTIz', 400, 'cursor takes what “next”'],
    ['/api/v1/articles?format=xml', 400, 'format takes json or ninjs'],
    ['/api/v1/articles?section=../x', 400, 'section takes a slug'],
    ['/api/v1/articles?author=', 400, 'author takes a slug'],
    ['/api/v1/articles?timeline=-', 400, 'timeline takes a slug'],
    ['/api/v1/search?q=tram&timeline=x', 400, 'no parameter “timeline”'],
    ['/api/v1/timelines?limit=10', 400, 'no parameter “limit” here. This address takes none.'],
    ['/api/v1/articles?language=english!', 400, 'language takes a BCP 47 tag'],
    ['/api/v1/articles?since=2026-11-23', 400, 'since takes an instant with its zone'],
    ['/api/v1/articles?since=2026-13-23T08:00:00Z', 400, 'since takes'],
    ['/api/v1/articles?until=tomorrow', 400, 'until takes an instant'],
    ['/api/v1/articles?kind=poem', 400, 'kind takes one of news'],
    ['/api/v1/search', 400, 'q is missing'],
    ['/api/v1/search?q=%20', 400, 'q is empty'],
    ['/api/v1/search?q=tram&sort=best', 400, 'sort takes newest or relevance'],
    [`/api/v1/search?q=tram&sort=relevance&cursor=${WORD}`, 400, 'cursor is of a list that is sorted otherwise'],
    [`/api/v1/search?q=tram&cursor=${PLACE}`, 400, 'cursor is of a list that is sorted otherwise'],
    [`/api/v1/articles?cursor=${PLACE}`, 400, 'cursor is of a list that is sorted otherwise'],
    ['/api/oembed', 400, 'url is missing'],
    ['/api/oembed?url=/city/ferry-1', 400, 'url takes the absolute address'],
    ['/api/oembed?url=javascript:alert(1)', 400, 'url takes'],
    ['/api/oembed?url=https://a.example/&format=yaml', 501, 'format takes json or xml'],
    ['/api/oembed?url=https://a.example/&maxwidth=0', 400, 'maxwidth takes a whole number'],
    ['/api/oembed?url=https://a.example/&maxheight=1e3', 400, 'maxheight takes'],
  ])('%s', (url, status, words) => {
    expect(detailOf(url)).toMatch(new RegExp(`^${status} `))
    expect(detailOf(url)).toContain(words)
  })
})

describe('only answers of a bounded number of addresses are cached', () => {
  it.each([
    ['/api/v1/articles', true],
    ['/api/v1/articles?section=city', true],
    ['/api/v1/articles?section=city&format=ninjs&limit=100', true],
    ['/api/v1/articles/42', true],
    ['/api/v1/sections', true],
    ['/api/v1/articles?section=city&topic=harbour', false],
    ['/api/v1/articles?language=en', false],
    ['/api/v1/articles?since=2026-11-23T08:00:00Z', false],
    [`/api/v1/articles?cursor=${WORD}`, false],
    ['/api/v1/search?q=tram', false],
    ['/api/oembed?url=https://a.example/', false],
  ])('%s', (url, isCached) => {
    expect(parse(url)).toMatchObject({ isCached })
  })
})

test('the next page has the same filters', () => {
  expect(nextPath('/api/v1/articles?section=city&limit=50', CURSOR)).toBe(
    `/api/v1/articles?section=city&limit=50&cursor=${WORD}`,
  )
  expect(nextPath(`/api/v1/articles?cursor=${formatCursor({ ...CURSOR, id: 7 })}`, CURSOR)).toBe(
    `/api/v1/articles?cursor=${WORD}`,
  )
})

test('any query is parsed or refused, and its canonical form is parsed to itself', () => {
  const paths = fc.constantFrom(...ENDPOINTS.map(({ path }) => path.replace('{id}', '42')))
  const names = fc.constantFrom(...new Set(ENDPOINTS.flatMap(({ parameters }) => parameters)))
  const values = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('10', 'city', 'ninjs', 'en', WORD, '2026-11-23T08:00:00Z', 'https://a.example/b-1'),
  )
  fc.assert(
    fc.property(paths, fc.array(fc.tuple(names, values)), (path, words) => {
      const first = parseApiRequest(path, new URLSearchParams(words))
      if ('problem' in first) expect(first.problem.detail).not.toBe('')
      else expect(parse(first.path)).toEqual(first)
    }),
    { numRuns: propertyRuns() },
  )
})
