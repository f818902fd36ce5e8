import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { BetterAuthOptions } from 'better-auth/types'
import { gt, sql } from 'drizzle-orm'
import { SESSION_LASTS_MS } from '@/db/accounts/session-end'
import { accounts, passkeys, rateLimits, sessions, twoFactors, users, verifications } from '@/db/store/account-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { storageFault } from '@/db/store/storage-fault'

/** The instant at which a session ends whatever happens, of its own row. */
const end = sql<Date>`${sessions.createdAt} + ${SESSION_LASTS_MS}`

const CONFIG = {
  provider: 'sqlite',
  schema: {
    user: users,
    session: sessions,
    account: accounts,
    verification: verifications,
    twoFactor: twoFactors,
    passkey: passkeys,
    rateLimit: rateLimits,
  },
} as const

/**
 * The store behind better-auth: reads go to the reading connection, and each write is one transaction in the queue of
 * all writes.
 */
export function accountAdapter(db: Writer) {
  return (options: BetterAuthOptions) => {
    const adapterOn = (connection: Reader) => drizzleAdapter(connection, CONFIG)(options)
    const reading = adapterOn(db)
    type Adapter = typeof reading
    const write = <T>(operation: (adapter: Adapter) => Promise<T>) =>
      inTransaction(db, (tx) => operation(adapterOn(tx)))
    const adapter: Adapter = {
      ...reading,
      create: (query) => write((writer) => writer.create(query)),
      update: async <T>(query: Parameters<Adapter['update']>[0]): Promise<T | null> => {
        try {
          return await inTransaction(db, async (tx) => {
            const updated = await adapterOn(tx).update<T>(query)
            // Each use extends a session, but never beyond its end.
            if (query.model === 'session') {
              await tx.update(sessions).set({ expiresAt: end }).where(gt(sessions.expiresAt, end))
            }
            return updated
          })
        } catch (error) {
          // A session that cannot be prolonged, because the disk is full, is still the editor's session.
          if (query.model !== 'session' || storageFault(error) === null) throw error
          return reading.findOne<T>({ model: query.model, where: query.where })
        }
      },
      updateMany: (query) => write((writer) => writer.updateMany(query)),
      delete: (query) => write((writer) => writer.delete(query)),
      deleteMany: (query) => write((writer) => writer.deleteMany(query)),
      consumeOne: (query) => write((writer) => writer.consumeOne(query)),
      incrementOne: (query) => write((writer) => writer.incrementOne(query)),
      // better-auth hashes and waits between its steps, which must not block the queue of all writes.
      transaction: (work) => work(adapter),
    }
    return adapter
  }
}
