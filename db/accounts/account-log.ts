import { and, desc, lt } from 'drizzle-orm'
import { accountEvents } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { isNoneOf, isOneOf } from '@/db/store/value-lists'
import type { AccountEvent, AccountEventKind } from '@/lib/accounts/account-event'

/** Anybody can make these, so they are kept apart: however many there are, they push out nothing else. */
const FAILED: AccountEventKind[] = ['sign-in-failed', 'second-step-failed']
/** The newest of each of the two are kept. */
const KEPT = 5000
/** Rows more than are kept before the oldest are deleted, so that not every attempt deletes one. */
const SLACK = 100

const LONGEST = 254

export interface NewAccountEvent {
  kind: AccountEventKind
  email: string
  by: string
  address?: string
  detail?: string
  now: Date
}

/** Records what happened to an account, as part of the transaction that did it where `db` is one. */
export async function recordAccountEvent(db: Writer, event: NewAccountEvent): Promise<void> {
  const { kind, email, by, address = '', detail = '', now } = event
  await inTransaction(db, async (tx) => {
    const [row] = await tx
      .insert(accountEvents)
      .values({ at: now, kind, email: cut(email), by: cut(by), address: cut(address), detail: cut(detail) })
      .returning({ id: accountEvents.id })
    if (row && row.id % SLACK === 0) await prune(tx)
  })
}

/** What happened last, newest first; at most `limit` events. */
export async function latestAccountEvents(db: Reader, { limit }: { limit: number }): Promise<AccountEvent[]> {
  return db.select().from(accountEvents).orderBy(desc(accountEvents.id)).limit(limit)
}

async function prune(tx: Transaction): Promise<void> {
  for (const isThis of [isOneOf(accountEvents.kind, FAILED), isNoneOf(accountEvents.kind, FAILED)]) {
    const [oldestKept] = await tx
      .select({ id: accountEvents.id })
      .from(accountEvents)
      .where(isThis)
      .orderBy(desc(accountEvents.id))
      .limit(1)
      .offset(KEPT - 1)
    if (oldestKept) await tx.delete(accountEvents).where(and(isThis, lt(accountEvents.id, oldestKept.id)))
  }
}

function cut(text: string): string {
  return text.slice(0, LONGEST)
}
