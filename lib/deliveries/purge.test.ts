import { describe, expect, it, test } from 'vitest'
import { purgeParts, purgeRequest } from '@/lib/deliveries/purge'
import type { PurgeTerms } from '@/lib/deliveries/receiver'

const STALE = ['article:42', 'list:latest']
const terms = (more: Partial<PurgeTerms>): PurgeTerms => ({
  kind: 'purge',
  style: 'varnish',
  address: 'http://10.0.0.2:6081/',
  place: '',
  token: '',
  ...more,
})

describe('stale tags are purged from a cache', () => {
  it('in the form of Varnish with xkey [purge-everything]', () => {
    expect(purgeRequest(STALE, terms({}))).toEqual({
      method: 'PURGE',
      url: 'http://10.0.0.2:6081/',
      body: '',
      headers: { 'xkey-purge': 'article:42 list:latest' },
    })
  })

  it('in the form of Fastly', () => {
    const fastly = terms({ style: 'fastly', address: 'https://api.fastly.com', place: 'SU1', token: 'secret' })
    expect(purgeRequest(STALE, fastly)).toMatchObject({
      method: 'POST',
      url: 'https://api.fastly.com/service/SU1/purge',
      headers: { 'Fastly-Key': 'secret' },
      body: '{"surrogate_keys":["article:42","list:latest"]}',
    })
  })

  it('in the form of Cloudflare', () => {
    const cloudflare = terms({
      style: 'cloudflare',
      address: 'https://api.example/v4/',
      place: 'zone',
      token: 'secret',
    })
    expect(purgeRequest(STALE, cloudflare)).toMatchObject({
      method: 'POST',
      url: 'https://api.example/v4/zones/zone/purge_cache',
      headers: { Authorization: 'Bearer secret' },
      body: '{"tags":["article:42","list:latest"]}',
    })
  })
})

test.each([
  ['varnish', 150],
  ['fastly', 256],
  ['cloudflare', 30],
] as const)('%s takes %d tags in one request, and none is left out', (style, most) => {
  const stale = Array.from({ length: most * 2 + 1 }, (_, number) => `article:${number}`)
  const parts = purgeParts(stale, style)
  expect(parts.map(({ length }) => length)).toEqual([most, most, 1])
  expect(parts.flat()).toEqual(stale)
  expect(purgeParts([], style)).toEqual([])
})
