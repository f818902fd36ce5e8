import { parseUrl } from '@/lib/addresses/url'
import type { OutboxEventName } from '@/lib/deliveries/outbox-event'

/** Owners of stories by e-mail (stored as `letters`), search engines, hubs of feeds, caches in front, programs of partners. */
export const RECEIVER_KINDS = ['letters', 'indexnow', 'websub', 'purge', 'webhook'] as const
export type ReceiverKind = (typeof RECEIVER_KINDS)[number]

export const PURGE_STYLES = ['varnish', 'fastly', 'cloudflare'] as const
export type PurgeStyle = (typeof PURGE_STYLES)[number]

/** The address of a kind when an admin enters none. */
export const DEFAULT_ADDRESS = {
  indexnow: 'https://api.indexnow.org/indexnow',
  fastly: 'https://api.fastly.com',
  cloudflare: 'https://api.cloudflare.com/client/v4',
} as const

/** How a receiver of each kind is reached. */
export type ReceiverTerms = OwnerEmailTerms | IndexNowTerms | WebSubTerms | PurgeTerms | WebhookTerms

/** E-mails go through the mail server of the site. */
export interface OwnerEmailTerms {
  kind: 'letters'
}

export interface IndexNowTerms {
  kind: 'indexnow'
  address: string
  /** Proves that the site sends the request; not a secret, because it is served at `/{key}.txt`. */
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
  /** The cache itself, or the API of its service. */
  address: string
  /** Id of the Fastly service or the Cloudflare zone; empty for Varnish. */
  place: string
  /** Empty for Varnish, which allows purges by IP address. Never sent to a browser. */
  token: string
}

export interface WebhookTerms {
  kind: 'webhook'
  address: string
  /** `whsec_` and the key in base64 (Standard Webhooks). Sent to a browser only when it is created. */
  secret: string
  events: OutboxEventName[]
}

const MAX_ADDRESS_LENGTH = 2048

/**
 * Why the site may not send to `address`, in words for an admin; null when it may. Private addresses are allowed: an
 * admin chose them, and caches are usually in the same network.
 */
export function addressProblem(address: string): string | null {
  const url = parseUrl(address)
  if (!url) return 'This is not an address; it begins with https:// or http://.'
  const { protocol, username, password } = url
  if (protocol !== 'https:' && protocol !== 'http:') return 'The address has to begin with https:// or http://.'
  if (username || password) return 'Leave the name and password out of the address.'
  if (address.length > MAX_ADDRESS_LENGTH) return `The address may have ${MAX_ADDRESS_LENGTH} characters.`
  return null
}
