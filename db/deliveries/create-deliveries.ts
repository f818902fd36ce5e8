import { and, asc, eq, lt, max, ne, or, sql } from 'drizzle-orm'
import { outboxEvents } from '@/db/deliveries/outbox-events'
import { ownerEmail } from '@/db/deliveries/owner-email'
import type { Receiver } from '@/db/deliveries/receivers'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { staleSince } from '@/db/store/invalidation'
import { type Db, inTransaction } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { aboutEvents, type NewDelivery } from '@/lib/deliveries/delivery'
import { changedUrls } from '@/lib/deliveries/index-now'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import { purgeParts } from '@/lib/deliveries/purge'
import type { PurgeTerms, ReceiverTerms } from '@/lib/deliveries/receiver'
import { changedFeeds } from '@/lib/deliveries/web-sub'
import { webhookBody } from '@/lib/deliveries/webhook'

/** What the site is known by to those it tells. */
export interface SiteIdentity {
  siteUrl: string
  /** Whether it has a mail server; without one, owners get no letters. */
  hasMail: boolean
}

/** Events in one go: so few that nobody who writes meanwhile has to wait for long. */
const MOST_EVENTS = 100

/**
 * Makes the next deliveries of every receiver that is on and has something to be told, and moves its mark behind what
 * they tell, all in one transaction: whatever dies when, no receiver misses anything or is told of it in two deliveries.
 * Answers whether there was anything; there may be more.
 */
export async function createDeliveries(db: Db, { now, ...teller }: SiteIdentity & { now: Date }): Promise<boolean> {
  // Most looks find nothing, and a look must not hold up those who write.
  if (!(await behind(db)).length) return false
  return inTransaction(db, async (tx) => {
    const waiting = await behind(tx)
    for (const receiver of waiting) {
      const { formed, marks } = await next(tx, receiver, teller)
      for (const delivery of formed) {
        await tx
          .insert(deliveries)
          .values({ receiverId: receiver.id, ...delivery, createdAt: now, nextAttemptAt: now })
          .onConflictDoNothing()
      }
      await tx.update(receivers).set(marks).where(eq(receivers.id, receiver.id))
    }
    return waiting.length > 0
  })
}

/** Receivers that are on and have not been told of everything. */
async function behind(db: Db): Promise<Receiver[]> {
  const lastEvent = db.select({ id: max(outbox.id) }).from(outbox)
  const lastStale = db.select({ seq: max(staleness.seq) }).from(staleness)
  return await db
    .select()
    .from(receivers)
    .where(
      and(
        eq(receivers.isOn, true),
        or(
          and(ne(receivers.kind, 'purge'), lt(receivers.toldThrough, sql`(${lastEvent})`)),
          and(eq(receivers.kind, 'purge'), lt(receivers.purgedThrough, sql`(${lastStale})`)),
        ),
      ),
    )
    .orderBy(asc(receivers.id))
}

interface Next {
  formed: NewDelivery[]
  marks: { toldThrough: number } | { purgedThrough: number }
}

async function next(tx: Db, { id, terms, toldThrough, purgedThrough }: Receiver, teller: SiteIdentity): Promise<Next> {
  if (terms.kind === 'purge') return nextPurge(tx, { id, terms, purgedThrough })
  const { events, through } = await outboxEvents(tx, { after: toldThrough, limit: MOST_EVENTS })
  const key = (kind: string) => `${kind}-${id}-${through}`
  const formed = await deliveriesOf(tx, { terms, events, key, teller })
  return { formed, marks: { toldThrough: through } }
}

async function deliveriesOf(
  tx: Db,
  {
    terms,
    events,
    key,
    teller: { siteUrl, hasMail },
  }: {
    terms: Exclude<ReceiverTerms, PurgeTerms>
    events: OutboxEvent[]
    /** Names a delivery that tells of all the events. */
    key: (kind: string) => string
    teller: SiteIdentity
  },
): Promise<NewDelivery[]> {
  if (!events.length) return []
  const about = aboutEvents(events)
  switch (terms.kind) {
    case 'letters': {
      const letters: NewDelivery[] = []
      for (const event of hasMail ? events : []) {
        const letter = await ownerEmail(tx, event, siteUrl)
        if (letter) letters.push({ key: event.key, about: aboutEvents([event]), content: { kind: 'letters', letter } })
      }
      return letters
    }
    case 'indexnow':
      return [{ key: key('indexnow'), about, content: { kind: 'indexnow', urls: changedUrls(events, siteUrl) } }]
    case 'websub':
      return [{ key: key('websub'), about, content: { kind: 'websub', feeds: changedFeeds(events, siteUrl) } }]
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
  tx: Db,
  { id, terms, purgedThrough }: { id: number; terms: PurgeTerms; purgedThrough: number },
): Promise<Next> {
  const { seq, tags } = await staleSince(tx, purgedThrough)
  const formed = purgeParts(tags, terms.style).map(
    (part, number): NewDelivery => ({
      key: number === 0 ? `purge-${id}-${seq}` : `purge-${id}-${seq}-${number + 1}`,
      about: { kind: 'tags', tags: part },
      content: { kind: 'purge', tags: part },
    }),
  )
  return { formed, marks: { purgedThrough: seq } }
}
