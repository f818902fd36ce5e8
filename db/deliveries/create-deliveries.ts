import { and, asc, eq, lt, max, ne, or, sql } from 'drizzle-orm'
import { outboxEvents } from '@/db/deliveries/outbox-events'
import { ownerEmail } from '@/db/deliveries/owner-email'
import type { Receiver } from '@/db/deliveries/receivers'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { staleSince } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { aboutEvents, type NewDelivery } from '@/lib/deliveries/delivery'
import { changedUrls } from '@/lib/deliveries/index-now'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import { purgeParts } from '@/lib/deliveries/purge'
import type { IndexNowTerms, OwnerEmailTerms, PurgeTerms, WebhookTerms, WebSubTerms } from '@/lib/deliveries/receiver'
import { changedFeeds } from '@/lib/deliveries/web-sub'
import { webhookBody } from '@/lib/deliveries/webhook'

/** How the site appears to receivers. */
export interface SiteIdentity {
  siteUrl: string
  /** Whether a mail server is configured; without one, owners get no e-mails. */
  hasMail: boolean
}

/** Events per transaction; few, so that other writes do not wait long. */
const MAX_EVENTS = 100

/**
 * Creates the next deliveries of every receiver that is on and has pending events or stale tags, and advances its
 * position past them in the same transaction. After a crash at any point no receiver misses an event, and none gets one
 * in two deliveries. Answers whether there was anything to create; there may be more.
 */
export async function createDeliveries(db: Writer, { now, ...site }: SiteIdentity & { now: Date }): Promise<boolean> {
  // Usually nothing is pending; finding that out must not open a write transaction.
  if (!(await pendingReceivers(db)).length) return false
  return inTransaction(db, async (tx) => {
    const pending = await pendingReceivers(tx)
    for (const receiver of pending) {
      const { created, position } = await nextDeliveries(tx, receiver, site)
      for (const delivery of created) {
        await tx
          .insert(deliveries)
          .values({ receiverId: receiver.id, ...delivery, createdAt: now, nextAttemptAt: now })
          .onConflictDoNothing()
      }
      await tx.update(receivers).set(position).where(eq(receivers.id, receiver.id))
    }
    return pending.length > 0
  })
}

/** Receivers that are on and have no deliveries yet for the latest events or stale tags. */
async function pendingReceivers(db: Reader): Promise<Receiver[]> {
  const lastEvent = db.select({ id: max(outbox.id) }).from(outbox)
  const lastStale = db.select({ seq: max(staleness.seq) }).from(staleness)
  return await db
    .select()
    .from(receivers)
    .where(
      and(
        eq(receivers.isOn, true),
        or(
          and(ne(receivers.kind, 'purge'), lt(receivers.eventsThrough, sql`(${lastEvent})`)),
          and(eq(receivers.kind, 'purge'), lt(receivers.purgedThrough, sql`(${lastStale})`)),
        ),
      ),
    )
    .orderBy(asc(receivers.id))
}

interface NextDeliveries {
  created: NewDelivery[]
  /** How far the receiver has got once they are stored. */
  position: { eventsThrough: number } | { purgedThrough: number }
}

async function nextDeliveries(
  db: Reader,
  { id, terms, eventsThrough, purgedThrough }: Receiver,
  site: SiteIdentity,
): Promise<NextDeliveries> {
  if (terms.kind === 'purge') return nextPurge(db, { id, terms, purgedThrough })
  const { events, through } = await outboxEvents(db, { after: eventsThrough, limit: MAX_EVENTS })
  const key = `${terms.kind}-${id}-${through}`
  const created = await eventDeliveries(db, { terms, events, key, site })
  return { created, position: { eventsThrough: through } }
}

async function eventDeliveries(
  db: Reader,
  {
    terms,
    events,
    key,
    site: { siteUrl, hasMail },
  }: {
    terms: OwnerEmailTerms | IndexNowTerms | WebSubTerms | WebhookTerms
    events: OutboxEvent[]
    /** The key of one delivery for all the events. */
    key: string
    site: SiteIdentity
  },
): Promise<NewDelivery[]> {
  if (!events.length) return []
  const about = aboutEvents(events)
  switch (terms.kind) {
    case 'letters': {
      const emails: NewDelivery[] = []
      for (const event of hasMail ? events : []) {
        const letter = await ownerEmail(db, event, siteUrl)
        if (letter) emails.push({ key: event.key, about: aboutEvents([event]), content: { kind: 'letters', letter } })
      }
      return emails
    }
    case 'indexnow':
      return [{ key, about, content: { kind: 'indexnow', urls: changedUrls(events, siteUrl) } }]
    case 'websub':
      return [{ key, about, content: { kind: 'websub', feeds: changedFeeds(events, siteUrl) } }]
    case 'webhook':
      return events
        .filter(({ event }) => terms.events.includes(event))
        .map((event) => ({
          key: event.key,
          about: aboutEvents([event]),
          content: { kind: 'webhook', body: webhookBody(event, siteUrl) },
        }))
  }
}

async function nextPurge(
  db: Reader,
  { id, terms, purgedThrough }: { id: number; terms: PurgeTerms; purgedThrough: number },
): Promise<NextDeliveries> {
  const { seq, tags } = await staleSince(db, purgedThrough)
  const created = purgeParts(tags, terms.style).map(
    (part, number): NewDelivery => ({
      key: number === 0 ? `purge-${id}-${seq}` : `purge-${id}-${seq}-${number + 1}`,
      about: { kind: 'tags', tags: part },
      content: { kind: 'purge', tags: part },
    }),
  )
  return { created, position: { purgedThrough: seq } }
}
