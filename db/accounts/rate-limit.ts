import { eq, lt } from 'drizzle-orm'
import { rateLimits } from '@/db/store/account-schema'
import { inTransaction, type Writer } from '@/db/store/open'
import { DAY_MS } from '@/lib/time/durations'

/** `most` attempts are allowed, then none until `seconds` have passed since the last one that was counted. */
export interface RateLimit {
  most: number
  seconds: number
}

/** No limit lasts longer; older counts are deleted. */
const PRUNED_AFTER_MS = DAY_MS

/**
 * Counts one attempt under `key`, successful or not. Answers null when it is allowed, otherwise the seconds to wait.
 * A refused attempt is not counted, so it does not lengthen the wait.
 */
export async function countAttempt(
  db: Writer,
  { key, limit, now }: { key: string; limit: RateLimit; now: Date },
): Promise<number | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select().from(rateLimits).where(eq(rateLimits.key, key))
    const windowMs = limit.seconds * 1000
    const sinceMs = row ? now.getTime() - row.lastRequest : windowMs
    if (row && sinceMs < windowMs && row.count >= limit.most) return Math.ceil((windowMs - sinceMs) / 1000)
    const count = row && sinceMs < windowMs ? row.count + 1 : 1
    await tx
      .insert(rateLimits)
      .values({ id: key, key, count, lastRequest: now.getTime() })
      .onConflictDoUpdate({ target: rateLimits.key, set: { count, lastRequest: now.getTime() } })
    if (count === 1) await tx.delete(rateLimits).where(lt(rateLimits.lastRequest, now.getTime() - PRUNED_AFTER_MS))
    return null
  })
}

/** Forgets the attempts counted under `keys`, after a successful sign-in. */
export async function clearAttempts(db: Writer, keys: string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const key of keys) await tx.delete(rateLimits).where(eq(rateLimits.key, key))
  })
}
