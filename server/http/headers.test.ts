import { expect, test } from 'vitest'
import { notModifiedHeaders, pageHeaders, siteHeaders } from '@/server/http/headers'
import { type FinishedPage, storedPage } from '@/server/pages/page-store'

const SITE = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: '/rules.json' })
const PURGING = { ...SITE, isPurging: true }
const MUST_REVALIDATE = 'public, max-age=0, s-maxage=0, must-revalidate'
const KEPT_FOR_A_DAY = 'public, max-age=0, s-maxage=86400, stale-if-error=86400'

const page = (more: Partial<FinishedPage> = {}) =>
  storedPage({
    path: '/city',
    status: 200,
    body: Buffer.from('words'),
    document: null,
    link: '',
    lastModified: new Date(0),
    freshUntil: Number.POSITIVE_INFINITY,
    tags: ['section:1', 'site'],
    ...more,
  })

function header(name: string, more: Partial<FinishedPage> = {}, site = SITE) {
  const made = page(more)
  const headers = pageHeaders(made, made.representations.identity, site)
  const again = notModifiedHeaders(made, '"x"', site)
  expect(again[again.indexOf(name) + 1]).toBe(headers[headers.indexOf(name) + 1])
  return headers[headers.indexOf(name) + 1]
}

test('without purges, caches must revalidate', () => {
  expect(header('Cache-Control')).toBe(MUST_REVALIDATE)
})

test('with purges, caches keep what never goes stale by time [shared-cache-headers]', () => {
  expect(header('Cache-Control', {}, PURGING)).toBe(KEPT_FOR_A_DAY)
  const document = { contentType: 'application/rss+xml', others: [] }
  expect(header('Cache-Control', { document }, PURGING)).toBe(KEPT_FOR_A_DAY)
})

test.each([
  ['a page that goes stale by time', { freshUntil: 1_000 }],
  ['a page that is not stored', { freshUntil: 0 }],
  ['the page of a withdrawn story', { status: 410 }],
])('even then, %s must be revalidated', (_what, more) => {
  expect(header('Cache-Control', more, PURGING)).toBe(MUST_REVALIDATE)
})

test('every response has the tags of its content and the tag of all pages [purge-everything] [surrogate-keys]', () => {
  expect(header('Surrogate-Key')).toBe('section:1 site everything')
  expect(header('Cache-Tag')).toBe('section:1,site,everything')
})
