import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { BetterAuthOptions } from 'better-auth/types'
import { accounts, passkeys, rateLimits, sessions, twoFactors, users, verifications } from '@/db/store/account-schema'
import { type Db, inTransaction } from '@/db/store/open'

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
 * The store as better-auth sees it: it reads on the reading connection, and each of its writes is one transaction in
 * the queue of all writes.
 */
export function accountAdapter(db: Db) {
  return (options: BetterAuthOptions) => {
    const on = (connection: Db) => drizzleAdapter(connection, CONFIG)(options)
    const reading = on(db)
    type Adapter = typeof reading
    const write = <T>(verb: (adapter: Adapter) => Promise<T>) => inTransaction(db, (tx) => verb(on(tx)))
    const adapter: Adapter = {
      ...reading,
      create: (given) => write((writing) => writing.create(given)),
      update: (given) => write((writing) => writing.update(given)),
      updateMany: (given) => write((writing) => writing.updateMany(given)),
      delete: (given) => write((writing) => writing.delete(given)),
      deleteMany: (given) => write((writing) => writing.deleteMany(given)),
      consumeOne: (given) => write((writing) => writing.consumeOne(given)),
      incrementOne: (given) => write((writing) => writing.incrementOne(given)),
      // Between its steps better-auth hashes and waits; that must not stand in the queue of all writes.
      transaction: (work) => work(adapter),
    }
    return adapter
  }
}
