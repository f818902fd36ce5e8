import { asc, desc, gt, lte, max, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'

/**
 * Appends `tags` to the invalidation log: what they name changed at `now`.
 * Call it in the transaction that makes the change.
 */
export async function invalidate(tx: Transaction, tags: Iterable<string>, now: Date): Promise<void> {
  const stale = [...new Set(tags)]
  if (!stale.length) return
  const [row] = await tx.select({ seq: max(staleness.seq) }).from(staleness)
  const seq = (row?.seq ?? 0) + 1
  for (const rows of insertable(stale.map((tag) => ({ tag, seq, staleAt: now })))) {
    await tx
      .insert(staleness)
      .values(rows)
      .onConflictDoUpdate({
        target: staleness.tag,
        set: { seq, staleAt: sql`excluded.stale_at` },
      })
  }
}

/** The tags invalidated after `seq`, oldest first, and the highest seq among them; `seq` itself without any. */
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

/** When the last mark up to `seq` was made that no later one has replaced; null when there is none. */
export async function markedUpTo(db: Reader, seq: number): Promise<Date | null> {
  const [row] = await db
    .select({ staleAt: staleness.staleAt })
    .from(staleness)
    .where(lte(staleness.seq, seq))
    .orderBy(desc(staleness.seq))
    .limit(1)
  return row?.staleAt ?? null
}

/** The last instant at which a tag that begins with `prefix` was invalidated; null when none ever was. */
export async function lastStaleBelow(db: Reader, prefix: string): Promise<Date | null> {
  const [row] = await db
    .select({ staleAt: max(staleness.staleAt) })
    .from(staleness)
    .where(sql`${staleness.tag} >= ${prefix} and ${staleness.tag} < ${`${prefix}\uffff`}`)
  return row?.staleAt ?? null
}

/** The last instant at which any of `tags` was invalidated; null when none ever was. */
export async function lastStaleAt(db: Reader, tags: readonly string[]): Promise<Date | null> {
  const [row] = await db
    .select({ staleAt: max(staleness.staleAt) })
    .from(staleness)
    .where(isOneOf(staleness.tag, tags))
  return row?.staleAt ?? null
}
