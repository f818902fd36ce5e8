import { expect, test } from 'vitest'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { testDelivery } from '@/lib/deliveries/test-delivery'

const TERMS: ReceiverTerms[] = [
  { kind: 'letters' },
  { kind: 'indexnow', address: 'https://a.example/', key: 'a1b2c3d4' },
  { kind: 'websub', address: 'https://a.example/' },
  { kind: 'purge', style: 'varnish', address: 'http://a.example/', place: '', token: '' },
  { kind: 'webhook', address: 'https://a.example/', secret: '', events: [] },
]

test.each(TERMS)('a test for $kind is of its kind, says that it is one and names no story', (terms) => {
  const by = { name: 'Ada Reed', email: 'ada@observer.example' }
  const made = testDelivery(terms, { siteUrl: 'https://observer.example', by, now: new Date(5000) })
  expect(made).toMatchObject({ key: 'test-5000', about: { kind: 'test' }, content: { kind: terms.kind } })
})
