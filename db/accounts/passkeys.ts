import { asc, count, eq } from 'drizzle-orm'
import { passkeys } from '@/db/store/account-schema'
import type { Reader } from '@/db/store/open'

export interface Passkey {
  id: string
  /** Empty when the owner gave it no name. */
  name: string
  /** null when unknown. */
  createdAt: Date | null
}

/** A user's passkeys, oldest first; at most 100. */
export async function passkeysOf(db: Reader, { userId }: { userId: string }): Promise<Passkey[]> {
  const rows = await db
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(100)
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? '' }))
}

/** The number of passkeys by user id; a user without one is missing. */
export async function passkeyCounts(db: Reader): Promise<Map<string, number>> {
  const rows = await db.select({ userId: passkeys.userId, count: count() }).from(passkeys).groupBy(passkeys.userId)
  return new Map(rows.map((row) => [row.userId, row.count]))
}
