import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cameFrom, MAX_SOURCES, missedPath, withSource } from '@/lib/addresses/missed-address'
import { propertyRuns } from '@/lib/testing/property-runs'

test.each([
  ['/City/Old-Bridge/', '/city/old-bridge'],
  ['/city//old-bridge?utm_source=mail&reader=ida', '/city/old-bridge'],
  ['/2019/05/bridge.html', '/2019/05/bridge.html'],
  ['/story.aspx?id=7', '/story.aspx'],
  ['/hafen/fa%CC%88hre', '/hafen/f%C3%A4hre'],
  ['/wp-content/uploads/2019/bridge.jpg', '/wp-content/uploads/2019/bridge.jpg'],
])('%s is counted as %s', (url, path) => {
  expect(missedPath(url)).toBe(path)
})

test.each([
  '/wp-login.php',
  '/index.php?s=/admin',
  '/WP-ADMIN/setup',
  '/.env',
  '/app/.env.local',
  '/.git/config',
  '/.well-known/change-password',
  '/backup.sql',
  '/site.tar.gz',
  '/cgi-bin/luci',
  '/favicon.ico',
  '/apple-touch-icon-precomposed.png',
  '/ads.txt',
  '/admin/nowhere',
  '/preview/secret',
  '/api/v2/articles',
  '/_next/static/old.css',
  '/%E0%A4',
  '/a%2Fb',
  '/',
  `/${'long-'.repeat(300)}`,
])('%s is not counted', (url) => {
  expect(missedPath(url)).toBeNull()
})

test('for any request the counted path is canonical and has no query', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const missed = missedPath(`${path}?${query}`)
      expect(missed).toBe(missedPath(path))
      if (missed === null) return
      expect(missed).not.toContain('?')
      expect(missedPath(missed)).toBe(missed)
    }),
    { numRuns: propertyRuns() },
  )
})

const SITE = 'https://observer.example'

test.each([
  [`${SITE}/city?q=ferry#top`, '/city'],
  [`${SITE}/City/`, '/city'],
  ['http://observer.example/city', '/city'],
  ['https://elsewhere.example/mail/inbox?token=secret', 'elsewhere.example'],
  ['https://ida:secret@elsewhere.example:8443/', 'elsewhere.example:8443'],
  [`${SITE}/preview/secret`, null],
  [`${SITE}/admin/articles/7`, null],
  ['android-app://com.example.mail/', null],
  ['nonsense', null],
  ['', null],
  [undefined, null],
])('the referer %s is stored as %s', (referer, source) => {
  expect(cameFrom(referer, SITE)).toBe(source)
})

test('own pages come first, the latest before older ones, at most five', () => {
  const sources = ['a.example', '/city', 'b.example', '/world', '/city', 'c.example', 'd.example', null]
  const from = sources.reduce<string[]>(withSource, [])
  expect(from).toEqual(['/city', '/world', 'd.example', 'c.example', 'b.example'])
  expect(from).toHaveLength(MAX_SOURCES)
})
