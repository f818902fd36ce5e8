import type { OutboxEventName } from '@/lib/deliveries/outbox-event'

/** Who can be told: owners by letter, search engines, hubs of feeds, caches in front, programs of partners. */
export const RECEIVER_KINDS = ['letters', 'indexnow', 'websub', 'purge', 'webhook'] as const
export type ReceiverKind = (typeof RECEIVER_KINDS)[number]

export const PURGE_STYLES = ['varnish', 'fastly', 'cloudflare'] as const
export type PurgeStyle = (typeof PURGE_STYLES)[number]

/** Where a kind is reached when an admin names no address. */
export const USUAL_ADDRESS = {
  indexnow: 'https://api.indexnow.org/indexnow',
  fastly: 'https://api.fastly.com',
  cloudflare: 'https://api.cloudflare.com/client/v4',
} as const

/** What a receiver of each kind has to be known by. */
export type ReceiverTerms = LettersTerms | IndexNowTerms | WebSubTerms | PurgeTerms | WebhookTerms

/** Letters go by the site's own mail server. */
export interface LettersTerms {
  kind: 'letters'
}

export interface IndexNowTerms {
  kind: 'indexnow'
  address: string
  /** Proves that the site is asking; not a secret, since it stands at `/{key}.txt`. */
  key: string
}

export interface WebSubTerms {
  kind: 'websub'
  /** The hub. */
  address: string
}

export interface PurgeTerms {
  kind: 'purge'
  style: PurgeStyle
  /** The cache itself, or the service that commands it. */
  address: string
  /** The service of Fastly or the zone of Cloudflare; empty for Varnish. */
  place: string
  /** Empty for Varnish, which knows who may purge by their address. Never sent to a browser. */
  token: string
}

export interface WebhookTerms {
  kind: 'webhook'
  address: string
  /** `whsec_` and the key in base64 (Standard Webhooks). Never sent to a browser but when it is made. */
  secret: string
  events: OutboxEventName[]
}

const LONGEST_ADDRESS = 2048

/**
 * What is wrong with `address` as one the site may send to, in words for an admin; null when nothing is. Addresses in
 * the own network are allowed: an admin chose them, and caches usually stand there.
 */
export function addressProblem(address: string): string | null {
  if (!URL.canParse(address)) return 'This is not an address; it begins with https:// or http://.'
  const { protocol, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return 'The address has to begin with https:// or http://.'
  if (username || password) return 'Leave the name and password out of the address.'
  if (address.length > LONGEST_ADDRESS) return `The address may have ${LONGEST_ADDRESS} characters.`
  return null
}
