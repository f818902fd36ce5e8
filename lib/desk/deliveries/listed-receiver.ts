import type { OutboxEventName } from '@/lib/deliveries/outbox-event'
import type { PurgeStyle, ReceiverKind, ReceiverTerms } from '@/lib/deliveries/receiver'
import { nearInstant } from '@/lib/desk/near-instant'

/** A receiver as the desk lists it, without its secrets. */
export interface ListedReceiver {
  id: number
  kind: ReceiverKind
  name: string
  isOn: boolean
  /** Its status, in words. */
  state: string
  /** Whether somebody should look at it. */
  isTroubled: boolean
  /** How it is reached. */
  reached: ReceiverSettings
}

export interface ReceiverSettings {
  /** Empty for letters. */
  address: string
  key: string
  style: PurgeStyle
  place: string
  hasToken: boolean
  events: OutboxEventName[]
}

export const KIND_NAMES: Record<ReceiverKind, string> = {
  letters: 'E-mails to writers',
  indexnow: 'Search engines (IndexNow)',
  websub: 'Hub of the feeds (WebSub)',
  purge: 'Cache in front',
  webhook: 'Webhook',
}

interface StoredReceiver {
  receiver: { id: number; kind: ReceiverKind; name: string; isOn: boolean; terms: ReceiverTerms }
  counts: { waiting: number; givenUp: number; lastAnswerAt: Date | null }
  hasMail: boolean
}

export function listedReceiver(
  { receiver: { id, kind, name, isOn, terms }, counts, hasMail }: StoredReceiver,
  at: { now: Date; timeZone: string },
): ListedReceiver {
  const silent = kind === 'letters' && !hasMail
  return {
    id,
    kind,
    name,
    isOn,
    isTroubled: counts.givenUp > 0,
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

function reachedBy(terms: ReceiverTerms): ReceiverSettings {
  const nothing: ReceiverSettings = { address: '', key: '', style: 'varnish', place: '', hasToken: false, events: [] }
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
