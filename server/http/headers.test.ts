import { expect, test } from 'vitest'
import { notModifiedHeaders, pageHeaders, siteHeaders } from '@/server/http/headers'
import { type FinishedPage, storedPage } from '@/server/pages/page-store'

const SITE = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: '/rules.json' })
const PURGING = { ...SITE, isPurging: true }
const ASK_FIRST = 'public, max-age=0, s-maxage=0, must-revalidate'
const KEPT = 'public, max-age=0, s-maxage=86400, stale-if-error=86400'

const page = (more: Partial<FinishedPage> = {}) =>
  storedPage({
    ...{ path: '/city', status: 200, body: Buffer.from('words'), document: null, link: '' },
    ...{ lastModified: new Date(0), freshUntil: Number.POSITIVE_INFINITY, tags: ['section:1', 'site'], ...more },
  })

function header(name: string, more: Partial<FinishedPage> = {}, site = SITE) {
  const made = page(more)
  const headers = pageHeaders(made, made.representations.identity, site)
  const again = notModifiedHeaders(made, '"x"', site)
  expect(again[again.indexOf(name) + 1]).toBe(headers[headers.indexOf(name) + 1])
  return headers[headers.indexOf(name) + 1]
}

test('as long as no cache is told what goes stale, every cache asks first', () => {
  expect(header('Cache-Control')).toBe(ASK_FIRST)
})

test('where caches are told, they keep what time alone never changes [shared-cache-headers]', () => {
  expect(header('Cache-Control', {}, PURGING)).toBe(KEPT)
  const document = { contentType: 'application/rss+xml', others: [] }
  expect(header('Cache-Control', { document }, PURGING)).toBe(KEPT)
})

test.each([
  ['a page that time will change', { freshUntil: 1_000 }],
  ['an answer for this moment', { freshUntil: 0 }],
  ['the notice of a withdrawn story', { status: 410 }],
])('even then, %s is asked for each time', (_what, more) => {
  expect(header('Cache-Control', more, PURGING)).toBe(ASK_FIRST)
})

test('every answer says what it showed, and that it is one of all [purge-everything] [surrogate-keys]', () => {
  expect(header('Surrogate-Key')).toBe('section:1 site everything')
  expect(header('Cache-Tag')).toBe('section:1,site,everything')
})
