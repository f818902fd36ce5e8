import { expect, test } from 'vitest'
import { parseRedirectFrom, parseRedirectTarget } from '@/lib/addresses/parse-entered-url'

const SITE = 'https://observer.example'

test.each([
  ['/2019/05/Bridge.html', '/2019/05/bridge.html'],
  [' /Hafen//Fähre/ ', '/hafen/f%C3%A4hre'],
  ['https://www.old-observer.example/2019/Bridge/', '/2019/bridge'],
  ['/a b/c', '/a%20b/c'],
])('%s is a redirect from %s', (typed, path) => {
  expect(parseRedirectFrom(typed)).toEqual({ path })
})

test.each([
  ['', 'Type an address'],
  ['bridge.html', 'begins with a slash'],
  ['//elsewhere.example/a', 'begins with a slash'],
  ['mailto:desk@observer.example', 'begins with a slash'],
  ['/?p=123', 'leave out what stands from'],
  ['https://old.example/a?p=123', 'leave out what stands from'],
  ['/%E0%A4', 'cannot be read'],
  ['/a%2Fb', 'cannot be read'],
  [`/${'a'.repeat(3000)}`, 'cannot be read'],
  ['/', 'belongs to the site itself'],
  ['https://old.example', 'belongs to the site itself'],
  ['/admin', 'belongs to the site itself'],
  ['/api/desk/search', 'belongs to the site itself'],
])('“%s” cannot be the old address of a redirect', (typed, words) => {
  expect(parseRedirectFrom(typed)).toEqual({ problem: expect.stringContaining(words) })
})

test('the target of a redirect is a path or a URL of this site', () => {
  expect(parseRedirectTarget('/City/', SITE)).toEqual({ path: '/city' })
  expect(parseRedirectTarget('http://observer.example/City', SITE)).toEqual({ path: '/city' })
  expect(parseRedirectTarget('/', SITE)).toEqual({ path: '/' })
  expect(parseRedirectTarget('https://elsewhere.example/city', SITE)).toEqual({
    problem: expect.stringContaining('not on this site'),
  })
})
