import { asc, count, eq } from 'drizzle-orm'
import { passkeys } from '@/db/store/account-schema'
import type { Db } from '@/db/store/open'

export interface Passkey {
  id: string
  /** Empty when its owner gave none. */
  name: string
  /** null for one of unknown age. */
  createdAt: Date | null
}

/** Somebody's passkeys, oldest first; at most 100. */
export async function passkeysOf(db: Db, { userId }: { userId: string }): Promise<Passkey[]> {
  const rows = await db
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(100)
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? '' }))
}

/** How many passkeys everybody has who has one, by id. */
export async function passkeyCounts(db: Db): Promise<Map<string, number>> {
  const rows = await db.select({ userId: passkeys.userId, count: count() }).from(passkeys).groupBy(passkeys.userId)
  return new Map(rows.map((row) => [row.userId, row.count]))
}
