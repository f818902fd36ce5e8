import { outbox } from '@/db/store/desk-schema'
import type { Transaction } from '@/db/store/open'
import type { OutboxEventName } from '@/lib/deliveries/outbox-event'

/** Something that happened to what readers get, on its way to whoever has to be told. */
export type OutboxItem = typeof outbox.$inferSelect

/** Writes down what happened at `happenedAt`, in the transaction that made it happen; a second time is none. */
export async function enqueueEvent(
  tx: Transaction,
  { articleId, version, ...event }: { event: OutboxEventName; articleId: number; version: number; happenedAt: Date },
): Promise<void> {
  await tx
    .insert(outbox)
    .values({ key: `${articleId}:${version}`, articleId, version, ...event })
    .onConflictDoNothing()
}
