import { expect, test } from 'vitest'
import { isAcceptedOrigin } from '@/app/_desk/accepted-origin'

const PAPER = { siteUrl: 'https://observer.example', host: 'observer.example' }

test.each([
  ['https://observer.example', true],
  ['http://observer.example', false],
  ['https://observer.example:8443', false],
  ['https://observer.example.elsewhere.example', false],
  ['https://www.observer.example', false],
  ['null', false],
  ['', false],
  [null, false],
])('an https site takes a request from %s: %s', (origin, isAccepted) => {
  expect(isAcceptedOrigin(origin, PAPER)).toBe(isAccepted)
})

test('whatever the request says of its host, an https site accepts its own origin alone', () => {
  for (const host of ['elsewhere.example', 'localhost:3000', 'observer.example:80']) {
    for (const scheme of ['http', 'https']) {
      expect(isAcceptedOrigin(`${scheme}://${host}`, { ...PAPER, host })).toBe(false)
    }
  }
})

test('a site on this machine answers to each of its names here, and to no other', () => {
  const siteUrl = 'http://localhost:3000'
  expect(isAcceptedOrigin('http://127.0.0.1:3000', { siteUrl, host: '127.0.0.1:3000' })).toBe(true)
  expect(isAcceptedOrigin('http://[::1]:3000', { siteUrl, host: '[::1]:3000' })).toBe(true)
  expect(isAcceptedOrigin('http://127.0.0.1:4000', { siteUrl, host: '127.0.0.1:3000' })).toBe(false)
  expect(isAcceptedOrigin('http://rebound.example', { siteUrl, host: 'rebound.example' })).toBe(false)
})
