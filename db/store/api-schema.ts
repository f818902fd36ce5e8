import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { instant } from '@/db/store/instant'
import { name } from '@/db/store/words'
import type { Scope } from '@/lib/admin-api/scopes'

/*
 * The Admin API: the tokens by which programs act as a user, and the answers that are given again.
 */

export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** What it is for, as admins know it. */
    name: name().notNull(),
    /** SHA-256 of the token in hex, so that the store does not reveal usable tokens. */
    secretHash: text().notNull(),
    /** The account as which it acts; it ends with the account. */
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    scopes: text({ mode: 'json' }).$type<Scope[]>().notNull(),
    createdAt: instant().notNull(),
    createdBy: name().notNull(),
    /** null for one that lasts until it is revoked. */
    expiresAt: instant(),
    /** To the minute; null before the first use. */
    lastUsedAt: instant(),
    /** The client's address at that time; empty before the first use. */
    lastUsedFrom: text().notNull().default(''),
    /** null unless it was revoked. */
    revokedAt: instant(),
  },
  (table) => [uniqueIndex('api_tokens_by_secret').on(table.secretHash), index('api_tokens_by_user').on(table.userId)],
)

/** The answers to requests with an Idempotency-Key, kept for a day. */
export const apiAnswers = sqliteTable(
  'api_answers',
  {
    tokenId: integer()
      .notNull()
      .references(() => apiTokens.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    /** SHA-256 of method, address and body, in hex. */
    requestHash: text().notNull(),
    createdAt: instant().notNull(),
    /** HTTP status of the answer; null when the change was made and its answer was lost. */
    status: integer(),
    /** The JSON of the answer; empty without one. */
    body: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.tokenId, table.key] }),
    index('api_answers_by_creation').on(table.createdAt),
  ],
)
