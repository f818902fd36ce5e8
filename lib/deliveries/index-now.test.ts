import { describe, expect, it, test } from 'vitest'
import {
  changedUrls,
  indexNowKeyPath,
  indexNowKeyProblem,
  indexNowRequest,
  parseIndexNowKeyPath,
} from '@/lib/deliveries/index-now'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'

const SITE = 'https://observer.example'
const TERMS = { kind: 'indexnow' as const, address: 'https://search.example/indexnow', key: 'a1b2c3d4' }

const event = (path: string, formerPath: string | null = null): OutboxEvent => ({
  key: '7:2',
  event: 'changed',
  happenedAt: new Date(0),
  article: {
    id: 7,
    version: 2,
    headline: 'Ferries run again',
    path,
    formerPath,
    publishedAt: null,
    updatedAt: null,
    section: { slug: 'city', name: 'City' },
    lists: { sections: [], topics: [], authors: [] },
  },
})

describe('search engines get', () => {
  it('the address of a story, and its former one when it moved', () => {
    expect(changedUrls([event('/city/ferries-7', '/world/ferries-7')], SITE)).toEqual([
      'https://observer.example/city/ferries-7',
      'https://observer.example/world/ferries-7',
    ])
  })

  it('each address once, also after several changes', () => {
    expect(changedUrls([event('/city/ferries-7'), event('/city/ferries-7')], SITE)).toHaveLength(1)
  })

  it('the key and the address of its file', () => {
    expect(indexNowRequest(['https://observer.example/a-1'], { terms: TERMS, siteUrl: SITE })).toEqual({
      method: 'POST',
      url: 'https://search.example/indexnow',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        host: 'observer.example',
        key: 'a1b2c3d4',
        keyLocation: 'https://observer.example/a1b2c3d4.txt',
        urlList: ['https://observer.example/a-1'],
      }),
    })
  })
})

test.each(['short', 'a'.repeat(129), 'with space', 'Capital-Letters', 'sla/sh/es'])('%s is no key', (key) => {
  expect(indexNowKeyProblem(key)).not.toBeNull()
})

test('a key has 8 to 128 small letters, digits and dashes', () => {
  expect(indexNowKeyProblem('a-key-of-ours-7')).toBeNull()
})

test('the path of a key file is recognised', () => {
  expect(parseIndexNowKeyPath(indexNowKeyPath('a1b2c3d4'))).toBe('a1b2c3d4')
  for (const path of ['/robots.txt', '/a1b2c3d4', '/city/a1b2c3d4.txt', '/a.txt']) {
    expect(parseIndexNowKeyPath(path), path).toBeNull()
  }
})
