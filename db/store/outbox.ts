import { outbox } from '@/db/store/desk-schema'
import type { Transaction } from '@/db/store/open'
import type { OutboxEventName } from '@/lib/deliveries/outbox-event'

/** A change of what readers get, stored for the receivers of deliveries. */
export type OutboxItem = typeof outbox.$inferSelect

/** Stores an event, in the transaction that caused it. An event with the same key is stored once. */
export async function enqueueEvent(
  tx: Transaction,
  { articleId, version, ...event }: { event: OutboxEventName; articleId: number; version: number; happenedAt: Date },
): Promise<void> {
  await tx
    .insert(outbox)
    .values({ key: `${articleId}:${version}`, articleId, version, ...event })
    .onConflictDoNothing()
}
