import { describe, expect, it, test } from 'vitest'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { type ReceiverInput, receiverSchema, receiverTerms } from '@/lib/desk/deliveries/receiver-input'

const FRESH = { key: 'a-fresh-key', secret: 'whsec_fresh' }

function terms(typed: Partial<ReceiverInput>, known: ReceiverTerms | null = null) {
  return receiverTerms(receiverSchema.parse({ name: 'Somebody', ...typed }), { known, fresh: FRESH })
}

const wrong = (typed: Partial<ReceiverInput>) => {
  const found = terms(typed)
  return 'problems' in found ? found.problems.map(({ field }) => field) : []
}

test('a receiver needs a name', () => {
  expect(receiverSchema.safeParse({ kind: 'websub', name: ' ', address: 'https://hub.example/' }).success).toBe(false)
})

test('letters to owners cannot be added', () => {
  expect(receiverSchema.safeParse({ kind: 'letters', name: 'Letters' }).success).toBe(false)
})

test.each(['', 'hub.example', 'ftp://hub.example/', 'https://me:secret@hub.example/'])(
  '“%s” is no address',
  (address) => {
    expect(wrong({ kind: 'websub', address })).toEqual(['address'])
  },
)

test('an address in the own network may be chosen', () => {
  expect(terms({ kind: 'purge', address: 'http://10.0.0.2:6081/' })).toMatchObject({ terms: { style: 'varnish' } })
})

describe('search engines', () => {
  it('are told at the usual address under a fresh key when nobody names others', () => {
    expect(terms({ kind: 'indexnow' })).toEqual({
      terms: { kind: 'indexnow', address: 'https://api.indexnow.org/indexnow', key: 'a-fresh-key' },
    })
  })

  it('keep their key, and refuse one that is none', () => {
    const known = { kind: 'indexnow', address: 'https://a.example/', key: 'the-old-key' } as const
    expect(terms({ kind: 'indexnow' }, known)).toMatchObject({ terms: { key: 'the-old-key' } })
    expect(wrong({ kind: 'indexnow', key: 'no key' })).toEqual(['key'])
  })
})

describe('a cache', () => {
  const known = {
    kind: 'purge',
    style: 'fastly',
    address: 'https://api.fastly.com',
    place: 'SU1',
    token: 'kept',
  } as const

  it('of a service needs to be named, and a token', () => {
    expect(wrong({ kind: 'purge', style: 'fastly' })).toEqual(['place', 'token'])
    expect(terms({ kind: 'purge', style: 'cloudflare', place: 'zone', token: 'new' })).toEqual({
      terms: {
        kind: 'purge',
        style: 'cloudflare',
        place: 'zone',
        token: 'new',
        address: 'https://api.cloudflare.com/client/v4',
      },
    })
  })

  it('keeps its token when none is typed', () => {
    expect(terms({ kind: 'purge', style: 'fastly', place: 'SU2' }, known)).toMatchObject({ terms: { token: 'kept' } })
  })

  it('never has its token sent elsewhere', () => {
    const elsewhere = { kind: 'purge', style: 'fastly', place: 'SU1', address: 'https://thief.example/' } as const
    expect(terms(elsewhere, known)).toMatchObject({ problems: [{ field: 'token' }] })
    expect(terms({ kind: 'purge', style: 'cloudflare', place: 'z' }, known)).toMatchObject({
      problems: [{ field: 'token' }],
    })
  })
})

describe('a webhook', () => {
  it('gets a fresh secret, and is told of what was ticked', () => {
    expect(terms({ kind: 'webhook', address: 'https://a.example/', withdrawn: 'on', published: 'on' })).toEqual({
      terms: {
        kind: 'webhook',
        address: 'https://a.example/',
        secret: 'whsec_fresh',
        events: ['published', 'withdrawn'],
      },
    })
  })

  it('keeps its secret when it is changed', () => {
    const known = { kind: 'webhook', address: 'https://a.example/', secret: 'whsec_kept', events: [] } as const
    const typed = { kind: 'webhook', address: 'https://b.example/', changed: 'on' } as const
    expect(terms(typed, { ...known, events: [] })).toMatchObject({ terms: { secret: 'whsec_kept' } })
  })

  it('has to be told of something', () => {
    expect(wrong({ kind: 'webhook', address: 'https://a.example/' })).toEqual(['published'])
  })
})
