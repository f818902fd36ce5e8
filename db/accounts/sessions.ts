import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { sessions, users } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'

/** One browser in which a user is signed in. */
export interface Session {
  id: string
  startedAt: Date
  /** When it was last extended, to the day. */
  seenAt: Date
  /** The User-Agent header; null when the browser sent none. */
  userAgent: string | null
  /** IP address; empty when unknown. */
  address: string
}

/** A user's sessions that have not expired at `now`, the last used first; at most 100. */
export async function sessionsOf(db: Reader, { userId, now }: { userId: string; now: Date }): Promise<Session[]> {
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

/** Ends one session of a user; false when they have none with this id. */
export async function endSession(
  db: Writer,
  { userId, id, now }: { userId: string; id: string; now: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const isTheirs = and(eq(sessions.id, id), eq(sessions.userId, userId))
    const ended = await tx.delete(sessions).where(isTheirs).returning({ id: sessions.id })
    if (ended.length) await logEnd(tx, { userId, ended: ended.length, now })
    return ended.length > 0
  })
}

/** Ends all sessions of a user except the one with the id `except`, and answers how many it ended. */
export async function endSessions(
  db: Writer,
  { userId, except, now }: { userId: string; except: string | null; now: Date },
): Promise<{ ended: number }> {
  return inTransaction(db, async (tx) => {
    const isTheirs = eq(sessions.userId, userId)
    const others = except === null ? isTheirs : and(isTheirs, ne(sessions.id, except))
    const { length: ended } = await tx.delete(sessions).where(others).returning({ id: sessions.id })
    if (ended) await logEnd(tx, { userId, ended, now })
    return { ended }
  })
}

async function logEnd(tx: Transaction, { userId, ended, now }: { userId: string; ended: number; now: Date }) {
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
  const thing = { id: userId, name: user?.email ?? '' }
  await logAction(tx, { action: 'account sessions ended', thing, detail: String(ended), now })
}
