import { and, eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { finishMerger, moveStories } from '@/db/editing/merge-steps'
import { noticeInMenus } from '@/db/paper/menus'
import { invalidate } from '@/db/store/invalidation'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import { type MergedKind, mergedAmong, type UnfinishedMerger, unfinishedMergers } from '@/db/store/merged-names'
import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import { authors, mergedNames, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

/**
 * Search finds at least this many of the moved stories by their new name at once, those that were written last; an older
 * one once it is saved again. Indexing a story reads all of it.
 */
const MAX_INDEXED = 1000

/** Stories of one transaction, so that no request waits longer than 50 ms for it: those that are indexed too, and others. */
const INDEXED_AT_ONCE = 5
const MOVED_AT_ONCE = 100

interface Merger {
  /** The one that goes away. */
  from: number
  /** The one that stays, another one. */
  into: number
  by: { name: string }
  now: Date
}

/**
 * Merges topic `from` into topic `into`, and returns how many stories it moved; null when either does not exist, is on its
 * way into another one, or both are the same.
 * - Its stories are about `into`, each once, also in unpublished changes and in links within texts.
 * - Its address, pages and feeds redirect to those of `into`.
 * - `into` takes over its description when it has none.
 * The first transaction notes where `from` leads, the next ones move some stories each, and the last one lets the address
 * redirect. Between any two, each story is about one of the two, and both have their pages. What was stopped in between is
 * completed by the same call again, or by completeMergers.
 */
export async function mergeTopics(db: Writer, merger: Merger): Promise<{ stories: number } | null> {
  const isBegun = await inTransaction(db, async (tx) => {
    const rows = await tx
      .select()
      .from(topics)
      .where(isOneOf(topics.id, [merger.from, merger.into]))
    const gone = rows.find(({ id }) => id === merger.from)
    const kept = rows.find(({ id }) => id === merger.into)
    return gone && kept ? begin(tx, { ...merger, kind: 'topic', gone, kept }) : false
  })
  return isBegun ? complete(db, { kind: 'topic', from: merger.from, now: merger.now }) : null
}

/**
 * Merges author `from` into author `into`, as mergeTopics does with topics. `into` takes over the account, and of the
 * description what it lacks. Refused when each has an account: one of the two would begin stories without a byline.
 */
export async function mergeAuthors(db: Writer, merger: Merger): Promise<{ stories: number } | Refusal | null> {
  const isBegun = await inTransaction(db, async (tx) => {
    const rows = await tx
      .select()
      .from(authors)
      .where(isOneOf(authors.id, [merger.from, merger.into]))
    const gone = rows.find(({ id }) => id === merger.from)
    const kept = rows.find(({ id }) => id === merger.into)
    if (!gone || !kept) return false
    if (gone.id !== kept.id && gone.userId !== null && kept.userId !== null) {
      const message = `Both ${gone.name} and ${kept.name} have an account. Take it from the one that is not used any more: edit that author, and choose no account.`
      return refuse('into', message)
    }
    return begin(tx, { ...merger, kind: 'author', gone, kept })
  })
  if (typeof isBegun !== 'boolean') return isBegun
  return isBegun ? complete(db, { kind: 'author', from: merger.from, now: merger.now }) : null
}

/** Completes the mergers that were stopped before their end; returns their number. */
export async function completeMergers(db: Writer, { now }: { now: Date }): Promise<number> {
  const unfinished = await unfinishedMergers(db)
  for (const merger of unfinished) await complete(db, { ...merger, now })
  return unfinished.length
}

interface Name {
  id: number
  name: string
}

/** Notes where `gone` leads from now on, unless that is noted already; false when it leads elsewhere, or `kept` does. */
async function begin(
  tx: Transaction,
  { kind, gone, kept, by, now }: Merger & { kind: MergedKind; gone: Name; kept: Name },
): Promise<boolean> {
  const [from, into] = [gone.id, kept.id]
  const leaving = await mergedAmong(tx, { kind, ids: [from, into] })
  if (from === into || leaving.has(into)) return false
  const begun = leaving.get(from)
  if (begun) return begun.intoId === into
  // Everything that led to it before leads on.
  await tx
    .update(mergedNames)
    .set({ intoId: into })
    .where(and(eq(mergedNames.kind, kind), eq(mergedNames.intoId, from)))
  await tx
    .insert(mergedNames)
    .values({ kind, formerId: from, intoId: into, name: gone.name, mergedAt: now, mergedBy: by.name })
  await logAction(tx, { action: `${kind} merged`, thing: gone, detail: `into ${kept.name}`, now })
  // Links within texts and menus lead to the other one at once.
  await invalidate(tx, [tags[kind](from), tags[kind](into)], now)
  if (kind === 'topic') await noticeInMenus(tx, { kind, id: into }, now)
  return true
}

/** Moves what is left of a merger that was noted, and ends it. Others have their turn after each transaction. */
async function complete(
  db: Writer,
  { kind, from, now }: UnfinishedMerger & { now: Date },
): Promise<{ stories: number }> {
  for (let stories = 0; ; await yieldToRequests()) {
    const isIndexed = stories < MAX_INDEXED
    const limit = isIndexed ? INDEXED_AT_ONCE : MOVED_AT_ONCE
    const moved = await inTransaction(db, (tx) => moveStories(tx, { kind, from, limit, isIndexed, now }))
    stories += moved
    if (moved === limit) continue
    // Nothing is left, unless somebody has saved a story meanwhile.
    if (await inTransaction(db, (tx) => finishMerger(tx, { kind, from, now }))) return { stories }
  }
}
