import type { OutboxEvent, OutboxEventName } from '@/lib/deliveries/outbox-event'

/**
 * What is sent to a receiver, the same at every attempt; addresses and secrets come from the receiver. Stored as JSON, so
 * e-mails to owners keep the kind `letters`.
 */
export type DeliveryContent =
  | { kind: 'letters'; letter: Email }
  | { kind: 'indexnow'; urls: string[] }
  | { kind: 'websub'; feeds: string[] }
  | { kind: 'purge'; tags: string[] }
  | { kind: 'webhook'; body: string }

export interface Email {
  to: { name: string; address: string }
  subject: string
  text: string
  messageId: string
}

/** What a delivery is about, for the desk. */
export type DeliveryAbout =
  | { kind: 'events'; events: AboutEvent[] }
  | { kind: 'tags'; tags: string[] }
  | { kind: 'everything' }
  | { kind: 'test' }

export interface AboutEvent {
  key: string
  event: OutboxEventName
  articleId: number
  headline: string
}

/** A delivery before it is stored. */
export interface NewDelivery {
  /** The same at every attempt, and unique among the deliveries of the receiver. */
  key: string
  about: DeliveryAbout
  content: DeliveryContent
}

/** A request that is ready to be sent. */
export interface OutgoingRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string
}

/** The response to one attempt. */
export interface DeliveryResponse {
  isSuccess: boolean
  /** null without a response, or for one that is not HTTP. */
  status: number | null
  /** The beginning of the response, or what went wrong. */
  text: string
  /** How long Retry-After asks to wait; null without one. */
  retryAfterMs: number | null
}

export function aboutEvents(events: OutboxEvent[]): DeliveryAbout {
  return {
    kind: 'events',
    events: events.map(({ key, event, article }) => ({
      key,
      event,
      articleId: article.id,
      headline: article.headline,
    })),
  }
}
