import type { OutboxEvent, OutboxEventName } from '@/lib/deliveries/outbox-event'

/** What is sent to a receiver, the same at every attempt; the addresses and secrets come from the receiver. */
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

/** What a delivery tells, for the desk. */
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

/** A delivery before it is written down. */
export interface NewDelivery {
  /** The same at every attempt, and no other delivery of the receiver has it. */
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

/** What came back. */
export interface Answer {
  isFine: boolean
  /** null when nothing answered, or not in HTTP. */
  status: number | null
  /** The beginning of the answer, or what went wrong. */
  words: string
  /** How long the receiver asks to be left alone; null when it does not say. */
  retryAfterMs: number | null
}

export function aboutEvents(events: OutboxEvent[]): DeliveryAbout {
  return {
    kind: 'events',
    events: events.map(({ key, event, article }) => ({
      ...{ key, event, articleId: article.id, headline: article.headline },
    })),
  }
}
