import { and, desc, eq, gt, lt } from 'drizzle-orm'
import { auditLog } from '@/db/store/audit-schema'
import { actingIn, inTransaction, type Transaction, type Writer, writingAs } from '@/db/store/open'
import { isOneOf } from '@/db/store/value-lists'
import { type Actor, THE_SITE } from '@/lib/audit/actor'
import type { LoggedAction, Thing } from '@/lib/audit/log-entry'
import type { Saver } from '@/lib/revisions/saver'
import { HOUR_MS } from '@/lib/time/durations'

/** Anybody can make these, so they are kept apart and bounded: however many there are, they push out nothing else. */
const FAILED: LoggedAction[] = ['account sign-in failed', 'account second step failed']
/** The newest of them are kept. */
const FAILED_KEPT = 5000
/** Failed ones more than are kept before the oldest are deleted, so that not every attempt deletes one. */
const SLACK = 100

const MAX_NAME_LENGTH = 300
const MAX_DETAIL_LENGTH = 1000

/** What one person does again and again to one thing is one entry for this long. */
const SITTING_MS = HOUR_MS

export interface NewLogEntry {
  action: LoggedAction
  /** What it was done to; left out for the whole of its kind. */
  thing?: Thing | undefined
  /** What changed, such as "editor to admin"; left out where the action says everything. */
  detail?: string | undefined
  now: Date
  /** Who did it, where the transaction does not know (actingAs) or somebody else did; the site without both. */
  by?: Actor | undefined
  /** Whether it is one entry an hour for one person and one thing, as saves are. */
  isRepeated?: boolean
}

/**
 * Writes an entry of the audit log, as a part of the transaction that did it. This is the one way into the log: every verb
 * that changes something calls it, and who acts comes from `actingAs`.
 */
export async function logAction(db: Writer, entry: NewLogEntry): Promise<void> {
  await inTransaction(db, async (tx) => {
    const acting = actingIn(tx)
    if (acting) acting.isLogged = true
    if (silenced.has(acting?.actor ?? THE_SITE)) return
    const row = rowOf(entry, entry.by ?? acting?.actor ?? THE_SITE)
    if (entry.isRepeated && (await isSameSitting(tx, row))) return
    const [added] = await tx.insert(auditLog).values(row).returning({ id: auditLog.id })
    const isFailed = FAILED.includes(entry.action)
    if (isFailed && added && added.id % SLACK === 0) await pruneFailed(tx)
  })
}

interface Usage {
  actor: Actor
  /** `thing` may be looked up once there is something to log. */
  unlogged?: (Omit<NewLogEntry, 'by' | 'thing'> & { thing: Thing | ((tx: Transaction) => Promise<Thing>) }) | undefined
  /** Is done in each transaction that changed rows, as a part of it. */
  alongside?: ((tx: Transaction) => Promise<void>) | undefined
}

/**
 * `db` as somebody uses it: what is written through it is logged as theirs. `unlogged` is the entry of a transaction that
 * changed rows and of which no verb has logged anything, so that nothing is done in silence.
 */
export function actingAs(db: Writer, { actor, unlogged, alongside }: Usage): Writer {
  return writingAs(db, actor, async (tx, { acting, hasChanged }) => {
    if (hasChanged) await alongside?.(tx)
    if (!unlogged || !hasChanged || acting.isLogged) return
    const { thing } = unlogged
    await logAction(tx, { ...unlogged, thing: typeof thing === 'function' ? await thing(tx) : thing })
  })
}

/** Says that what the open transaction writes is nothing that anybody has done, such as what the site finds in its own pages. */
export function leaveUnlogged(tx: Transaction): void {
  const acting = actingIn(tx)
  if (acting) acting.isLogged = true
}

const silenced = new Set<Actor>()

/** `db` for a program that fills a store and tells of it in one entry: no verb logs what is written through it. */
export function withoutLog(db: Writer): Writer {
  const actor: Actor = { kind: 'site' }
  silenced.add(actor)
  return writingAs(db, actor)
}

/** A person as the actor of what they do while they are not signed in, such as the sign-in; from the address of the request. */
export function personIn(db: Writer, { id, name }: { id: string | null; name: string }): Actor {
  const actor = actingIn(db)?.actor
  return { kind: 'person', id, name, address: actor && 'address' in actor ? actor.address : '' }
}

/** The actor for a version of a story: an account, or a program. */
export function actorOf(by: Saver): Actor {
  return by.id === null ? { kind: 'command', name: by.name } : { kind: 'person', id: by.id, name: by.name, address: '' }
}

type Row = typeof auditLog.$inferInsert

function rowOf({ action, thing, detail = '', now }: NewLogEntry, actor: Actor): Row {
  const isAccount = actor.kind === 'person' || actor.kind === 'token'
  return {
    at: now,
    action,
    actorKind: actor.kind,
    userId: isAccount ? actor.id : null,
    actorName: actor.kind === 'site' ? '' : cut(actor.name, MAX_NAME_LENGTH),
    tokenId: actor.kind === 'token' ? actor.token.id : null,
    tokenName: actor.kind === 'token' ? actor.token.name : '',
    address: isAccount ? cut(actor.address, MAX_NAME_LENGTH) : '',
    thingId: cut(String(thing?.id ?? ''), MAX_NAME_LENGTH),
    thingName: cut(thing?.name ?? '', MAX_NAME_LENGTH),
    detail: cut(detail, MAX_DETAIL_LENGTH),
  }
}

/** Whether the last thing that was done to the thing was the same, by the same person or program, less than an hour ago. */
async function isSameSitting(tx: Transaction, row: Row): Promise<boolean> {
  const [kind] = row.action.split(' ')
  const [last] = await tx
    .select({ action: auditLog.action, userId: auditLog.userId, tokenId: auditLog.tokenId, name: auditLog.actorName })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.thingId, row.thingId),
        gt(auditLog.action, `${kind} `),
        lt(auditLog.action, `${kind}!`),
        gt(auditLog.at, new Date(row.at.getTime() - SITTING_MS)),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1)
  return (
    last !== undefined &&
    last.action === row.action &&
    last.userId === (row.userId ?? null) &&
    last.tokenId === (row.tokenId ?? null) &&
    last.name === row.actorName
  )
}

/** Deletes the oldest failed sign-ins beyond those that are kept. */
async function pruneFailed(tx: Transaction): Promise<void> {
  const isThis = isOneOf(auditLog.action, FAILED)
  const [oldestKept] = await tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(isThis)
    .orderBy(desc(auditLog.id))
    .limit(1)
    .offset(FAILED_KEPT - 1)
  if (oldestKept) await tx.delete(auditLog).where(and(isThis, lt(auditLog.id, oldestKept.id)))
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}
