import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { sessions } from '@/db/store/account-schema'
import { type Db, inTransaction } from '@/db/store/open'

/** One browser in which somebody is signed in. */
export interface Session {
  id: string
  startedAt: Date
  /** When it was last prolonged: to the day. */
  seenAt: Date
  /** What the browser says of itself; null when it said nothing. */
  userAgent: string | null
  /** Empty when it was not known. */
  address: string
}

/** Somebody's sessions that still open at `now`, the last used first; at most 100. */
export async function sessionsOf(db: Db, { userId, now }: { userId: string; now: Date }): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.updatedAt), desc(sessions.id))
    .limit(100)
  return rows.map(({ id, createdAt, updatedAt, userAgent, ipAddress }) => ({
    id,
    startedAt: createdAt,
    seenAt: updatedAt,
    userAgent,
    address: ipAddress ?? '',
  }))
}

/** Ends one of somebody's sessions; false when they have none with this id. */
export async function endSession(db: Db, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const isTheirs = and(eq(sessions.id, id), eq(sessions.userId, userId))
    return (await tx.delete(sessions).where(isTheirs).returning({ id: sessions.id })).length > 0
  })
}

/** Ends all of somebody's sessions but `kept`; answers how many that were. */
export async function endSessions(
  db: Db,
  { userId, kept }: { userId: string; kept: string | null },
): Promise<{ ended: number }> {
  return inTransaction(db, async (tx) => {
    const isTheirs = eq(sessions.userId, userId)
    const others = kept === null ? isTheirs : and(isTheirs, ne(sessions.id, kept))
    return { ended: (await tx.delete(sessions).where(others).returning({ id: sessions.id })).length }
  })
}
