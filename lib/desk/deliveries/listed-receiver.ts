import type { OutboxEventName } from '@/lib/deliveries/outbox-event'
import type { PurgeStyle, ReceiverKind, ReceiverTerms } from '@/lib/deliveries/receiver'
import { nearInstant } from '@/lib/desk/near-instant'

/** Somebody who is told, as the desk lists them: with nothing that must stay on the server. */
export interface ListedReceiver {
  id: number
  kind: ReceiverKind
  name: string
  isOn: boolean
  /** How it is getting on, in words. */
  state: string
  /** Whether somebody should look at it. */
  isTroubled: boolean
  /** What is known of how it is reached. */
  reached: Reached
}

export interface Reached {
  /** Empty for letters. */
  address: string
  key: string
  style: PurgeStyle
  place: string
  hasToken: boolean
  events: OutboxEventName[]
}

export const KIND_NAMES: Record<ReceiverKind, string> = {
  letters: 'Letters to owners',
  indexnow: 'Search engines (IndexNow)',
  websub: 'Hub of the feeds (WebSub)',
  purge: 'Cache in front',
  webhook: 'Webhook',
}

interface Known {
  receiver: { id: number; kind: ReceiverKind; name: string; isOn: boolean; terms: ReceiverTerms }
  counts: { waiting: number; givenUp: number; lastAnswerAt: Date | null }
  hasMail: boolean
}

export function listedReceiver(
  { receiver: { id, kind, name, isOn, terms }, counts, hasMail }: Known,
  at: { now: Date; timeZone: string },
): ListedReceiver {
  const silent = kind === 'letters' && !hasMail
  return {
    ...{ id, kind, name, isOn, isTroubled: counts.givenUp > 0 },
    state: [
      isOn ? 'On' : 'Off',
      ...(silent ? ['the site has no mail server (SMTP_URL)'] : []),
      ...(counts.waiting ? [`${counts.waiting} waiting`] : isOn && !silent ? ['nothing waits'] : []),
      ...(counts.givenUp ? [`${counts.givenUp} given up`] : []),
      ...(counts.lastAnswerAt ? [`last answer ${nearInstant(counts.lastAnswerAt, at)}`] : []),
    ].join(', '),
    reached: reachedBy(terms),
  }
}

function reachedBy(terms: ReceiverTerms): Reached {
  const nothing: Reached = { address: '', key: '', style: 'varnish', place: '', hasToken: false, events: [] }
  switch (terms.kind) {
    case 'letters':
      return nothing
    case 'indexnow':
      return { ...nothing, address: terms.address, key: terms.key }
    case 'websub':
      return { ...nothing, address: terms.address }
    case 'purge':
      return {
        ...nothing,
        address: terms.address,
        style: terms.style,
        place: terms.place,
        hasToken: terms.token !== '',
      }
    case 'webhook':
      return { ...nothing, address: terms.address, hasToken: true, events: terms.events }
  }
}
