import { and, asc, desc, eq, gte, isNotNull, lt, max, or, type SQL, sql } from 'drizzle-orm'
import { auditLog } from '@/db/store/audit-schema'
import type { Reader } from '@/db/store/open'
import type { LogEntry } from '@/lib/audit/log-entry'
import type { LogQuery } from '@/lib/audit/log-query'

/** Which entries: a query with its days as instants, the end excluded; null for no bound. */
export type LogSearch = Omit<LogQuery, 'from' | 'to' | 'before'> & { from: Date | null; until: Date | null }

/** Words are looked for in this many of the newest entries at most, so that a search never holds up the site. */
const SEARCHED = 200_000

/** Entries that match `search` and are older than entry `before` (null: from the newest on), newest first. */
export async function logEntries(
  db: Reader,
  { search, before, limit }: { search: LogSearch; before: number | null; limit: number },
): Promise<LogEntry[]> {
  const conditions = await matching(db, search)
  return db
    .select()
    .from(auditLog)
    .where(and(conditions, before === null ? undefined : lt(auditLog.id, before)))
    .orderBy(desc(auditLog.id))
    .limit(limit)
}

/** What happened to accounts last, newest first. */
export async function accountEntries(db: Reader, { limit }: { limit: number }): Promise<LogEntry[]> {
  return db
    .select()
    .from(auditLog)
    .where(and(gte(auditLog.action, 'account '), lt(auditLog.action, 'account!')))
    .orderBy(desc(auditLog.id))
    .limit(limit)
}

/** Every action that the log has, by name; at most 500. */
export async function loggedActions(db: Reader): Promise<string[]> {
  const rows = await db.all<{ action: string }>(sql`
    with recursive found(action) as (
      select min(action) from audit_log
      union all
      select (select min(action) from audit_log where action > found.action) from found where found.action is not null
    )
    select action from found where action is not null limit 500`)
  return rows.map(({ action }) => action)
}

/** Everybody who has done something with an account, by the name of their last entry; at most 500. */
export async function loggedPeople(db: Reader): Promise<{ id: string; name: string }[]> {
  // SQLite takes the other columns from the row that has the maximum.
  const rows = await db
    .select({ id: auditLog.userId, name: auditLog.actorName, last: max(auditLog.id) })
    .from(auditLog)
    .where(isNotNull(auditLog.userId))
    .groupBy(auditLog.userId)
    .orderBy(asc(auditLog.actorName), asc(auditLog.userId))
    .limit(500)
  return rows.flatMap(({ id, name }) => (id === null ? [] : [{ id, name: name || id }]))
}

async function matching(
  db: Reader,
  { words, who, thing, thingId, action, from, until }: LogSearch,
): Promise<SQL | undefined> {
  return and(
    who === '' ? undefined : byWhom(who),
    thing === null ? undefined : and(gte(auditLog.action, `${thing} `), lt(auditLog.action, `${thing}!`)),
    thingId === '' ? undefined : eq(auditLog.thingId, thingId),
    action === '' ? undefined : eq(auditLog.action, action),
    from === null ? undefined : gte(auditLog.at, from),
    until === null ? undefined : lt(auditLog.at, until),
    words === '' ? undefined : and(await amongTheNewest(db), hasWords(words)),
  )
}

function byWhom(who: string): SQL {
  return who === 'site' || who === 'command' || who === 'token' ? eq(auditLog.actorKind, who) : eq(auditLog.userId, who)
}

async function amongTheNewest(db: Reader): Promise<SQL> {
  const [newest] = await db.select({ id: max(auditLog.id) }).from(auditLog)
  return sql`${auditLog.id} > ${(newest?.id ?? 0) - SEARCHED}`
}

/** Whether the words stand in the entry, as one, whatever their case is in ASCII. */
function hasWords(words: string): SQL | undefined {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const has = (column: SQL) => sql`${column} like ${pattern} escape '\\'`
  return or(
    ...[auditLog.thingName, auditLog.detail, auditLog.actorName, auditLog.tokenName, auditLog.address].map((column) =>
      has(sql`${column}`),
    ),
  )
}
