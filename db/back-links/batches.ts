import { and, asc, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import { storedArticle } from '@/db/editing/stored-article'
import { saveRevised } from '@/db/editing/writing'
import { addProposals } from '@/db/linking/link-proposals'
import { linkBatches, linkBatchStories } from '@/db/store/linking-schema'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { parseBody } from '@/lib/article/body'
import type { TakenBack } from '@/lib/desk/links/link-batch'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { withoutLink } from '@/lib/linking/back-links/placed-link'
import type { Saver } from '@/lib/revisions/saver'
import { DAY_MS } from '@/lib/time/durations'

/** A batch can be taken back for so long. */
const KEPT_MS = 90 * DAY_MS

/** How many links the site placed by itself since `since`, also those that were taken back. */
export async function linksFilledSince(db: Reader, since: Date): Promise<number> {
  const [row] = await db
    .select({ links: sql<number>`coalesce(sum(${linkBatches.links}), 0)` })
    .from(linkBatches)
    .where(and(gte(linkBatches.madeAt, since), eq(linkBatches.kind, 'filled')))
  return row?.links ?? 0
}

/**
 * Takes every link of batch `id` back, each story in a transaction of its own:
 * - a story that nobody has changed since has its body of before, to the byte;
 * - one that was changed loses the links alone, and keeps everything else;
 * - from one whose links are gone already nothing is taken.
 * Readers see no new time of update. What an editor had accepted waits as a proposal again. What was stopped in between is
 * completed by the same call again. null when there is no such batch.
 */
export async function takeBackBatch(
  db: Writer,
  { id, by, now }: { id: number; by: Saver; now: Date },
): Promise<TakenBack | Refusal | null> {
  const [batch] = await db.select().from(linkBatches).where(eq(linkBatches.id, id))
  if (!batch) return null
  if (batch.undoneAt) return refuse('', 'These links were taken back already.')
  const standing = await db
    .select({ sourceId: linkBatchStories.sourceId })
    .from(linkBatchStories)
    .where(and(eq(linkBatchStories.batchId, id), isNull(linkBatchStories.outcome)))
    .orderBy(asc(linkBatchStories.sourceId))
  const isProposed = batch.kind === 'accepted'
  for (const { sourceId } of standing) {
    await inTransaction(db, (tx) => takeBackFrom(tx, { batchId: id, sourceId, isProposed, by, now }))
    await yieldToRequests()
  }
  return inTransaction(db, async (tx) => {
    await tx.update(linkBatches).set({ undoneAt: now, undoneBy: by.name }).where(eq(linkBatches.id, id))
    return outcomesOf(tx, id)
  })
}

async function takeBackFrom(
  tx: Transaction,
  {
    batchId,
    sourceId,
    isProposed,
    by,
    now,
  }: { batchId: number; sourceId: number; isProposed: boolean; by: Saver; now: Date },
): Promise<void> {
  const isThis = and(eq(linkBatchStories.batchId, batchId), eq(linkBatchStories.sourceId, sourceId))
  const [row] = await tx
    .select()
    .from(linkBatchStories)
    .where(and(isThis, isNull(linkBatchStories.outcome)))
  if (!row) return
  const article = await storedArticle(tx, sourceId, now)
  const isUntouched = article.version === row.version
  const { body: present } = article.snapshot
  const body = isUntouched ? parseBody(JSON.parse(row.bodyBefore)) : row.placed.reduce(withoutLink, present)
  const outcome = isUntouched ? 'restored' : body === present ? 'gone' : 'taken-out'
  if (outcome !== 'gone') {
    const saved = await saveRevised(tx, article, { change: { body }, by, now, reason: 'back-link taken back' })
    if ('problems' in saved) throw new Error(`article ${sourceId}: its links of batch ${batchId} cannot be taken back`)
  }
  // What an earlier version of Broadsheet wrote may be spelled otherwise in JSON than what this one writes.
  if (isUntouched) {
    await tx
      .update(articles)
      .set({ body: sql`${row.bodyBefore}` })
      .where(eq(articles.id, sourceId))
  }
  await tx.update(linkBatchStories).set({ outcome }).where(isThis)
  if (!isProposed || outcome === 'gone') return
  for (const { target, reason, rank } of row.placed) {
    await addProposals(tx, { targetId: target, found: [{ sourceId, reason }], rank, now })
  }
}

async function outcomesOf(db: Reader, batchId: number): Promise<TakenBack> {
  const rows = await db
    .select({ id: articles.id, headline: articles.headline, outcome: linkBatchStories.outcome })
    .from(linkBatchStories)
    .innerJoin(articles, eq(articles.id, linkBatchStories.sourceId))
    .where(eq(linkBatchStories.batchId, batchId))
    .orderBy(desc(articles.id))
  const those = (wanted: string) =>
    rows.flatMap(({ id, headline, outcome }) => (outcome === wanted ? [{ id, headline }] : []))
  return { restored: those('restored').length, takenOut: those('taken-out'), gone: those('gone') }
}

/** Deletes batches that were made more than ninety days before `now`: they can no longer be taken back. */
export async function pruneBatches(db: Writer, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, (tx) =>
    tx.delete(linkBatches).where(lt(linkBatches.madeAt, new Date(now.getTime() - KEPT_MS))),
  )
}
