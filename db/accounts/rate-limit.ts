import { eq, lt } from 'drizzle-orm'
import { rateLimits } from '@/db/store/account-schema'
import { type Db, inTransaction } from '@/db/store/open'

/** How often something may be tried: `most` times, then not until nobody tried for `seconds`. */
export interface RateLimit {
  most: number
  seconds: number
}

/** No limit lasts longer than this; older counts are swept. */
const SWEPT_AFTER_MS = 24 * 3_600_000

/**
 * Counts one try under `key`, whatever comes of it. Answers null when it may go on, otherwise the seconds to wait;
 * a refused try does not lengthen the wait.
 */
export async function countAttempt(
  db: Db,
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
    if (count === 1) await tx.delete(rateLimits).where(lt(rateLimits.lastRequest, now.getTime() - SWEPT_AFTER_MS))
    return null
  })
}

/** Takes back the tries under `keys`: whoever got in did not guess. */
export async function forgiveTries(db: Db, keys: string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const key of keys) await tx.delete(rateLimits).where(eq(rateLimits.key, key))
  })
}
