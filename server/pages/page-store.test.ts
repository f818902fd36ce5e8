import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FinishedPage, matchingEtag, PageStore, storedPage } from '@/server/pages/page-store'

const EIGHT = Date.UTC(2026, 10, 23, 8)
const NEVER = Number.POSITIVE_INFINITY

function finished(path: string, tags: string[] = [], freshUntil = NEVER, words = path): FinishedPage {
  return {
    path,
    status: 200,
    body: Buffer.from(`<html>${words}</html>`),
    document: null,
    lastModified: new Date(EIGHT),
    freshUntil,
    tags,
    link: '',
  }
}

const roomy = () => new PageStore({ mostBytes: 10_000_000 })

describe('a page leaves the store', () => {
  test('when a tag it carries expires, and no other page with it', () => {
    const store = roomy()
    store.put(storedPage(finished('/world/ferry-1', ['article:1', 'link:2'])))
    store.put(storedPage(finished('/world/tram-2', ['article:2'])))
    expect(store.expire(['link:2', 'link:9'])).toEqual(['/world/ferry-1'])
    expect(store.get('/world/ferry-1', EIGHT)).toBeNull()
    expect(store.get('/world/tram-2', EIGHT)?.path).toBe('/world/tram-2')
  })

  test('at the instant its answer changes, not a millisecond before', () => {
    const store = roomy()
    store.put(storedPage(finished('/', [], EIGHT + 1000)))
    expect(store.get('/', EIGHT + 999)).not.toBeNull()
    expect(store.get('/', EIGHT + 1000)).toBeNull()
    expect(store.bytes).toBe(0)
  })

  test('when room is needed, the least recently read first', () => {
    const one = storedPage(finished('/a'))
    const store = new PageStore({ mostBytes: 3.5 * 4300 })
    store.put(one)
    store.put(storedPage(finished('/b')))
    store.put(storedPage(finished('/c')))
    store.get('/a', EIGHT)
    store.put(storedPage(finished('/d')))
    expect(store.paths()).toEqual(['/c', '/a', '/d'])
  })

  test('when it is rendered anew, with the tags it no longer carries', () => {
    const store = roomy()
    store.put(storedPage(finished('/', ['article:1'])))
    store.put(storedPage(finished('/', ['article:2'])))
    expect(store.expire(['article:1'])).toEqual([])
    expect(store.size).toBe(1)
  })
})

test('the pages dropped come most recently read first', () => {
  const store = roomy()
  for (const path of ['/a', '/b', '/c']) store.put(storedPage(finished(path, ['site'])))
  store.get('/a', EIGHT)
  expect(store.expire(['site'])).toEqual(['/a', '/c', '/b'])
})

test('a page larger than the store is not kept', () => {
  const store = new PageStore({ mostBytes: 10_000 })
  store.put(storedPage(finished('/long', [], NEVER, 'x'.repeat(20_000))))
  expect(store.size).toBe(0)
})

test('whatever is put, read and expired, the bytes stay within the bound and an empty store counts none', () => {
  const step = fc.record({
    path: fc.constantFrom('/a', '/b', '/c', '/d', '/e'),
    tag: fc.constantFrom('article:1', 'article:2', 'site'),
    words: fc.integer({ min: 1, max: 4000 }),
    verb: fc.constantFrom('put', 'put', 'get', 'expire'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const store = new PageStore({ mostBytes: 20_000 })
      for (const { path, tag, words, verb } of steps) {
        if (verb === 'put') store.put(storedPage(finished(path, [tag], NEVER, 'w'.repeat(words))))
        if (verb === 'get') store.get(path, EIGHT)
        if (verb === 'expire') store.expire([tag])
        expect(store.bytes).toBeLessThanOrEqual(20_000)
      }
      store.expire(['article:1', 'article:2', 'site'])
      expect([store.size, store.bytes]).toEqual([0, 0])
    }),
  )
})

describe('validators', () => {
  const ferry = storedPage(finished('/world/ferry-1'))

  test('differ for every representation and for every change of the words', () => {
    const other = storedPage(finished('/world/ferry-1', [], NEVER, 'other words'))
    const etags = [ferry, other].flatMap((page) => Object.values(page.representations).map(({ etag }) => etag))
    expect(new Set(etags).size).toBe(6)
    for (const etag of etags) expect(etag).toMatch(/^"[\w.-]+"$/)
  })

  test('still match after the bodies were compressed better, and carry other validators from then on', async () => {
    const store = roomy()
    const page = storedPage(finished('/long', [], NEVER, 'The tram came back. '.repeat(500)))
    const before = page.representations.br.etag
    store.put(page)
    await store.improved()
    expect(page.representations.br.etag).not.toBe(before)
    expect(matchingEtag(page, before)).toBe(before)
    expect(store.bytes).toBeGreaterThan(0)
    store.expire([])
  })

  test('match in a list, when weak, and for any; not those of other words', () => {
    const { etag } = ferry.representations.gzip
    expect(matchingEtag(ferry, `"x", W/${etag}`)).toBe(etag)
    expect(matchingEtag(ferry, '*')).toBe(ferry.representations.identity.etag)
    expect(matchingEtag(ferry, '"other"')).toBeNull()
    expect(matchingEtag(ferry, etag.slice(0, 10))).toBeNull()
  })
})

test('bytes that are compressed already are kept once, as they are', () => {
  const document = { contentType: 'image/png', others: [] }
  const { representations } = storedPage({ ...finished('/cards/1-a.png'), document })
  expect(representations.br).toBe(representations.identity)
  expect(representations.gzip).toBe(representations.identity)
})
