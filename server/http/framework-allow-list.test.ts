import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { isForFramework, keepListedHeaders, withoutFrameworkQuery } from '@/server/http/framework-allow-list'

const require = createRequire(import.meta.url)
const SERVED = { isDevelopment: false }

test.each([
  '/admin',
  '/admin/',
  '/admin/articles/42',
  '/admin/sign-in',
  '/admin/setup/Zm9vYmFy_-secret',
  '/preview/article/42',
  '/api/desk/articles/42/publish',
  '/api/auth/two-factor/verify-totp',
  '/api/nothing',
])('%s is answered by the framework', (path) => expect(isForFramework(path, SERVED)).toBe(true))

test.each([
  '/_next/image',
  '/_next/data/build/admin.json',
  '/_next/webpack-hmr',
  '/_next/mcp',
  '/_next/postponed/resume',
  '/_next/static/chunks/nothing.js',
  '/__nextjs_original-stack-frames',
  '/__nextjs_font/geist.woff2',
  '/admin.rsc',
  '/admin/people.rsc',
  '/admin/articles.segments/_tree.segment.rsc',
  '/admin/articles/42.txt',
  '/admin/%',
  '/admin/..%2f_next/image',
  '/admin//people',
  '/administration',
  '/_not-found',
  '/_global-error',
  '/404',
  '/500',
  '/index',
  '/api/v1/articles',
  '/api/oembed',
  '/',
])('%s never reaches the framework', (path) => expect(isForFramework(path, SERVED)).toBe(false))

test('in development the framework has its own addresses too', () => {
  for (const path of ['/_next/webpack-hmr', '/__nextjs_font/geist.woff2', '/admin']) {
    expect(isForFramework(path, { isDevelopment: true })).toBe(true)
  }
})

test('no header that the framework reads of its own router, actions, data or rewrites is passed on [framework-closed]', () => {
  const router: Record<string, unknown> = require('next/dist/client/components/app-router-headers.js')
  const constants: Record<string, unknown> = require('next/dist/lib/constants.js')
  const named = Object.entries({ ...router, ...constants })
    .filter(([name]) => name.endsWith('_HEADER') || name === 'NEXT_URL')
    .map(([, header]) => String(header))
    .filter((header) => /^[a-z-]+$/.test(header) && !header.startsWith('text'))
  const others = [
    ...['x-middleware-subrequest', 'x-middleware-rewrite', 'x-middleware-next', 'x-now-route-matches', 'x-nextjs-data'],
    ...[
      'x-invoke-path',
      'x-invoke-output',
      'x-http-method-override',
      'x-original-url',
      'x-rewrite-url',
      'x-broadsheet-client',
    ],
  ]
  expect(named.length).toBeGreaterThan(15)
  const headers = Object.fromEntries([...named, ...others].map((header) => [header, '1']))
  keepListedHeaders(headers)
  expect(headers).toEqual({})
})

test('of the cookies only those of sign-in are passed on, and no trusted device', () => {
  const headers = {
    cookie:
      '__prerender_bypass=1; broadsheet.session_token=abc; _ga=1;__Secure-broadsheet.two_factor=x; broadsheet.trust_device=y',
  }
  keepListedHeaders(headers)
  expect(headers.cookie).toBe('broadsheet.session_token=abc; __Secure-broadsheet.two_factor=x')
})

test.each([
  ['/admin/articles?state=draft&_rsc=abc', '/admin/articles?state=draft'],
  ['/admin/articles?_rsc=abc', '/admin/articles'],
  ['/admin?%5Frsc=1&page=2', '/admin?page=2'],
  ['/admin?nxtPid=1&nxtIid=2&__nextDataReq=1&__nextLocale=de&nextInternalLocale=x&amp=1', '/admin'],
  ['/admin?q=next+week&q=50%', '/admin?q=next+week&q=50%'],
  ['/admin', '/admin'],
])('%s is passed on as %s', (url, passed) => expect(withoutFrameworkQuery(url)).toBe(passed))
