import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '@/db/store/instant'
import { line } from '@/db/store/words'
import { ACTOR_KINDS } from '@/lib/audit/actor'

/**
 * Every action of people, programs and of the site (db/audit/log.ts). Triggers of its migration refuse every change of a
 * row, and every deletion but that of old failed sign-ins. Accounts, tokens and things are named and not referred to,
 * because an entry outlives them.
 */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: instant().notNull(),
    /** What was done: the kind of thing and a verb, such as "story published". */
    action: text().notNull(),
    actorKind: text({ enum: ACTOR_KINDS }).notNull(),
    /** null for a command, for the site, and for somebody who was not signed in. */
    userId: text(),
    actorName: line().notNull(),
    /** null without an API token. */
    tokenId: integer(),
    tokenName: line().notNull().default(''),
    /** The client's address as it is counted; empty where there is none. */
    address: text().notNull().default(''),
    thingId: text().notNull(),
    thingName: line().notNull(),
    /** What changed; empty where the action says everything. */
    detail: line().notNull().default(''),
  },
  (table) => [
    index('audit_log_by_instant').on(table.at),
    index('audit_log_by_user').on(table.userId, table.id),
    index('audit_log_by_action').on(table.action, table.id),
    index('audit_log_by_thing').on(table.thingId, table.action, table.id),
  ],
)
