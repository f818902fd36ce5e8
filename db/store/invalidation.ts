import { asc, gt, max, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'
import { staleness } from '@/db/store/schema'

/**
 * Writes to the invalidation log that what `tags` stand for changed at `now`.
 * To be called in the transaction that made the change.
 */
export async function invalidate(tx: Transaction, tags: Iterable<string>, now: Date): Promise<void> {
  const stale = [...new Set(tags)]
  if (!stale.length) return
  const [row] = await tx.select({ seq: max(staleness.seq) }).from(staleness)
  const seq = (row?.seq ?? 0) + 1
  await tx
    .insert(staleness)
    .values(stale.map((tag) => ({ tag, seq, staleAt: now })))
    .onConflictDoUpdate({
      target: staleness.tag,
      set: { seq, staleAt: sql`excluded.stale_at` },
    })
}

/** The tags that went stale after `seq` in the invalidation log, oldest first, and the highest seq among them. */
export async function staleSince(db: Reader, seq: number): Promise<{ seq: number; tags: string[] }> {
  const rows = await db
    .select({ tag: staleness.tag, seq: staleness.seq })
    .from(staleness)
    .where(gt(staleness.seq, seq))
    .orderBy(asc(staleness.seq), asc(staleness.tag))
  return { seq: rows.at(-1)?.seq ?? seq, tags: rows.map(({ tag }) => tag) }
}

/** The highest seq in the invalidation log; 0 while it is empty. */
export async function logEnd(db: Reader): Promise<number> {
  const [row] = await db.select({ seq: max(staleness.seq) }).from(staleness)
  return row?.seq ?? 0
}

/** The last instant at which a tag that begins with `prefix` went stale; null when none ever did. */
export async function lastStaleBelow(db: Reader, prefix: string): Promise<Date | null> {
  const [row] = await db
    .select({ staleAt: max(staleness.staleAt) })
    .from(staleness)
    .where(sql`${staleness.tag} >= ${prefix} and ${staleness.tag} < ${`${prefix}\uffff`}`)
  return row?.staleAt ?? null
}

/** The last instant at which any of `tags` went stale; null when none ever did. */
export async function lastStaleAt(db: Reader, tags: readonly string[]): Promise<Date | null> {
  // As one JSON parameter, so that a page may have any number of tags.
  const [row] = await db
    .select({ staleAt: max(staleness.staleAt) })
    .from(staleness)
    .where(sql`${staleness.tag} in (select value from json_each(${JSON.stringify(tags)}))`)
  return row?.staleAt ?? null
}
