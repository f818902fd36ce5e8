import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '@/lib/testing/property-runs'
import { notModifiedEtag } from '@/server/http/conditional'
import { type DroppedPage, type FinishedPage, PageStore, type StoredPage, storedPage } from '@/server/pages/page-store'

const EIGHT = Date.UTC(2026, 10, 23, 8)
const NEVER = Number.POSITIVE_INFINITY

const ARTICLE = Array.from(
  { length: 400 },
  (_, n) => `The tram of ${n % 24}:${n % 60} came back to stop ${n * 7}.`,
).join(' ')

function finished(path: string, tags: string[] = [], freshUntil = NEVER, text = path): FinishedPage {
  return {
    path,
    status: 200,
    body: Buffer.from(`<html>${text}</html>`),
    document: null,
    lastModified: new Date(EIGHT),
    freshUntil,
    tags,
    link: '',
  }
}

const pathsOf = (dropped: DroppedPage[]) => dropped.map(({ page }) => page.path)

const largeStore = () => new PageStore({ maxBytes: 10_000_000 })

describe('a page leaves the store', () => {
  test('when one of its tags is invalidated, and no other page with it', () => {
    const store = largeStore()
    store.put(storedPage(finished('/world/ferry-1', ['article:1', 'link:2'])))
    store.put(storedPage(finished('/world/tram-2', ['article:2'])))
    expect(pathsOf(store.invalidate(['link:2', 'link:9']))).toEqual(['/world/ferry-1'])
    expect(store.get('/world/ferry-1', EIGHT)).toBeNull()
    expect(store.get('/world/tram-2', EIGHT)?.path).toBe('/world/tram-2')
  })

  test('at the instant it goes stale, not a millisecond before', () => {
    const store = largeStore()
    store.put(storedPage(finished('/', [], EIGHT + 1000)))
    expect(store.get('/', EIGHT + 999)).not.toBeNull()
    expect(store.get('/', EIGHT + 1000)).toBeNull()
    expect(store.bytes).toBe(0)
  })

  test('when room is needed, the least recently read first', () => {
    const one = storedPage(finished('/a'))
    const measure = largeStore()
    measure.put(one)
    const store = new PageStore({ maxBytes: 3.5 * measure.bytes })
    store.put(one)
    store.put(storedPage(finished('/b')))
    store.put(storedPage(finished('/c')))
    store.get('/a', EIGHT)
    store.put(storedPage(finished('/d')))
    expect(store.paths()).toEqual(['/c', '/a', '/d'])
  })

  test('when it is rendered again, together with the tags it no longer has', () => {
    const store = largeStore()
    store.put(storedPage(finished('/', ['article:1'])))
    store.put(storedPage(finished('/', ['article:2'])))
    expect(store.invalidate(['article:1'])).toEqual([])
    expect(store.size).toBe(1)
  })
})

test('invalidated pages are returned most recently read first', () => {
  const store = largeStore()
  for (const path of ['/a', '/b', '/c']) store.put(storedPage(finished(path, ['site'])))
  store.get('/a', EIGHT)
  expect(pathsOf(store.invalidate(['site']))).toEqual(['/a', '/c', '/b'])
})

test('a page larger than the store is not stored', () => {
  const store = new PageStore({ maxBytes: 16_500 })
  store.put(storedPage(finished('/long', [], NEVER, ARTICLE)))
  expect(store.size).toBe(0)
})

test('after any puts, reads and invalidations the bytes stay within the limit, and an empty store counts none', () => {
  const step = fc.record({
    path: fc.constantFrom('/a', '/b', '/c', '/d', '/e'),
    tag: fc.constantFrom('article:1', 'article:2', 'site'),
    length: fc.integer({ min: 1, max: 4000 }),
    verb: fc.constantFrom('put', 'put', 'get', 'invalidate'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const store = new PageStore({ maxBytes: 70_000 })
      for (const { path, tag, length, verb } of steps) {
        if (verb === 'put') store.put(storedPage(finished(path, [tag], NEVER, 'w'.repeat(length))))
        if (verb === 'get') store.get(path, EIGHT)
        if (verb === 'invalidate') store.invalidate([tag])
        expect(store.bytes).toBeLessThanOrEqual(70_000)
      }
      store.invalidate(['article:1', 'article:2', 'site'])
      expect([store.size, store.bytes]).toEqual([0, 0])
    }),
    { numRuns: propertyRuns(100) },
  )
})

describe('validators', () => {
  const heldEtag = ({ representations, lastModified }: StoredPage, ifNoneMatch: string) =>
    notModifiedEtag({ 'if-none-match': ifNoneMatch }, { identityEtag: representations.identity.etag, lastModified })
  const ferry = storedPage(finished('/world/ferry-1'))

  test('differ for every encoding and for every change of the content', () => {
    const other = storedPage(finished('/world/ferry-1', [], NEVER, 'other content'))
    const etags = [ferry, other].flatMap((page) => Object.values(page.representations).map(({ etag }) => etag))
    expect(new Set(etags).size).toBe(6)
    for (const etag of etags) expect(etag).toMatch(/^"[\w.-]+"$/)
  })

  test('still match after the bodies were recompressed, which gives them other ETags', async () => {
    const store = largeStore()
    const page = storedPage(finished('/long', [], NEVER, 'The tram came back. '.repeat(500)))
    const before = page.representations.br.etag
    store.put(page)
    store.get('/long', EIGHT)
    await store.recompressed()
    expect(page.representations.br.etag).not.toBe(before)
    expect(heldEtag(page, before)).toBe(before)
    expect(store.bytes).toBeGreaterThan(0)
    store.invalidate([])
  })

  test('match in a list, as weak ETags and for any; those of other content do not', () => {
    const { etag } = ferry.representations.gzip
    expect(heldEtag(ferry, `"x", W/${etag}`)).toBe(etag)
    expect(heldEtag(ferry, '*')).toBe(ferry.representations.identity.etag)
    expect(heldEtag(ferry, '"other"')).toBeNull()
    expect(heldEtag(ferry, etag.slice(0, 10))).toBeNull()
  })
})

test('a page gets its smallest bodies once it is asked for again, and not before', async () => {
  const store = largeStore()
  const page = storedPage(finished('/long', [], NEVER, ARTICLE))
  const quick = page.representations.br.body
  store.put(page)
  await store.recompressed()
  expect(page.representations.br.body).toBe(quick)
  store.get('/long', EIGHT)
  await store.recompressed()
  expect(page.representations.br.body.length).toBeLessThan(quick.length)
})

test('the whole body is the same before and after, and costs no room beside its compressed forms', async () => {
  const store = largeStore()
  const { body, ...page } = finished('/long', [], NEVER, ARTICLE)
  const stored = storedPage({ ...page, body })
  store.put(stored)
  const roomBeside = () => store.bytes - stored.representations.gzip.length - stored.representations.br.length
  const before = roomBeside()
  expect(before).toBeLessThan(body.length)
  expect(stored.representations.identity.body.equals(body)).toBe(true)
  store.get('/long', EIGHT)
  await store.recompressed()
  expect(stored.representations.identity.body.equals(body)).toBe(true)
  expect(stored.representations.identity.length).toBe(body.length)
  expect(roomBeside()).toBe(before)
})

test('a body that is compressed already is stored once, as it is', () => {
  const document = { contentType: 'image/png', others: [] }
  const { representations } = storedPage({ ...finished('/cards/1-a.png'), document })
  expect(representations.br).toBe(representations.identity)
  expect(representations.gzip).toBe(representations.identity)
})
