import { articleDates } from '@/lib/article/article-dates'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'

/** The body of a webhook; `article` is null only for a test. */
export interface WebhookBody {
  id: string
  event: OutboxEvent['event'] | 'test'
  /** ISO 8601, UTC. */
  happenedAt: string
  article: {
    id: number
    url: string
    headline: string
    version: number
    section: { slug: string; name: string }
    /** ISO 8601, UTC; null only for an article without an instant of publication. */
    publishedAt: string | null
    updatedAt: string | null
  } | null
}

/** The body for one event, as JSON. */
export function webhookBody({ key, event, happenedAt, article }: OutboxEvent, siteUrl: string): string {
  const { id, headline, version, section, path, publishedAt, updatedAt } = article
  const dates = publishedAt && articleDates({ publishedAt, updatedAt })
  return JSON.stringify({
    id: key,
    event,
    happenedAt: happenedAt.toISOString(),
    article: {
      id,
      url: siteUrl + path,
      headline,
      version,
      section,
      publishedAt: dates?.published.toISOString() ?? null,
      updatedAt: dates?.updated?.toISOString() ?? null,
    },
  } satisfies WebhookBody)
}

/** The body of a test, as JSON. */
export function webhookTestBody(key: string, happenedAt: Date): string {
  return JSON.stringify({
    id: key,
    event: 'test',
    happenedAt: happenedAt.toISOString(),
    article: null,
  } satisfies WebhookBody)
}

/** What a signature covers (Standard Webhooks 1.0, "Signature scheme"): the second of the attempt is a part of it. */
export function signedContent({ id, seconds, body }: { id: string; seconds: number; body: string }): string {
  return `${id}.${seconds}.${body}`
}
