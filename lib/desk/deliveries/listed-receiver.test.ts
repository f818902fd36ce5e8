import { expect, test } from 'vitest'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { listedReceiver } from '@/lib/desk/deliveries/listed-receiver'

const AT = { now: new Date('2026-11-23T14:00:00Z'), timeZone: 'Europe/London' }
const NONE = { waiting: 0, givenUp: 0, lastAnswerAt: null }

function listed(terms: ReceiverTerms, { isOn = true, counts = NONE as typeof NONE | Counts, hasMail = true } = {}) {
  return listedReceiver({ receiver: { id: 2, kind: terms.kind, name: 'Somebody', isOn, terms }, counts, hasMail }, AT)
}
type Counts = { waiting: number; givenUp: number; lastAnswerAt: Date | null }

const HUB: ReceiverTerms = { kind: 'websub', address: 'https://hub.example/' }

test.each([
  ['Off', {}, { isOn: false }],
  ['On, nothing waits', {}, {}],
  ['On, 2 waiting', { waiting: 2 }, {}],
  [
    'On, nothing waits, 1 given up, last answer 13:30',
    { givenUp: 1, lastAnswerAt: new Date('2026-11-23T13:30:00Z') },
    {},
  ],
])('a receiver tells how it is getting on: %s', (words, counts, more) => {
  expect(listed(HUB, { counts: { ...NONE, ...counts }, ...more }).state).toBe(words)
})

test('letters tell when there is no mail server', () => {
  expect(listed({ kind: 'letters' }, { hasMail: false }).state).toBe('On, the site has no mail server (SMTP_URL)')
})

test('no token and no secret goes to a browser', () => {
  const fastly = { kind: 'purge', style: 'fastly', address: 'https://a.example', place: 'S', token: 'hidden' } as const
  const webhook = { kind: 'webhook', address: 'https://a.example', secret: 'hidden', events: [] } as const
  for (const terms of [fastly, { ...webhook, events: [] }]) {
    const shown = listed(terms)
    expect(JSON.stringify(shown)).not.toContain('hidden')
    expect(shown.reached.hasToken).toBe(true)
  }
})
