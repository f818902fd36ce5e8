import { and, eq, lt, or } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import { linkPairs, linkProposals } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { visibilityAt } from '@/lib/article/visibility'
import { linkPlace } from '@/lib/linking/back-links/placed-link'
import { references } from '@/lib/linking/references'
import { DAY_MS } from '@/lib/time/durations'

/** A story that came out so long ago is no news to link to. */
const KEPT_MS = 30 * DAY_MS

/** Proposals that can wait: what is found beyond them is found again with a later story, or not missed. */
const MAX_WAITING = 5000

/** An older story that may link to a new one, and why. */
export interface FoundLink {
  sourceId: number
  reason: string
}

/**
 * Adds proposals to link to article `targetId`, the best first, ranked from `rank` on; those that fit at `now`, whatever
 * happened since they were found. A pair that waits already stays as it is; so does everything while too many wait.
 */
export async function addProposals(
  db: Writer,
  {
    targetId,
    found,
    rank: first = 0,
    now,
  }: { targetId: number; found: readonly FoundLink[]; rank?: number; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!found.length || (await proposalCount(tx)) >= MAX_WAITING) return
    const fitting = await fittingSources(tx, { targetId, sourceIds: found.map(({ sourceId }) => sourceId), now })
    const rows = found.flatMap(({ sourceId, reason }, place) =>
      fitting.has(sourceId) ? [{ sourceId, targetId, reason, rank: first + place, foundAt: now }] : [],
    )
    if (rows.length) await tx.insert(linkProposals).values(rows).onConflictDoNothing()
  })
}

/** Those of `sourceIds` that may be proposed to link to the article at `now`; none when it is not public. */
async function fittingSources(
  db: Reader,
  { targetId, sourceIds, now }: { targetId: number; sourceIds: readonly number[]; now: Date },
): Promise<Set<number>> {
  const rows = await db
    .select({ id: articles.id, body: articles.body, language: articles.language })
    .from(articles)
    .where(and(isOneOf(articles.id, [targetId, ...sourceIds]), isPublic(now)))
  const decided = await db
    .select({ sourceId: linkPairs.sourceId, targetId: linkPairs.targetId, choice: linkPairs.choice })
    .from(linkPairs)
    .where(or(isOneOf(linkPairs.sourceId, sourceIds), eq(linkPairs.sourceId, targetId)))
  const isBarred = (id: number) =>
    decided.some(
      (pair) =>
        (pair.sourceId === id && pair.targetId === targetId && pair.choice !== 'pinned') ||
        (pair.sourceId === targetId && pair.targetId === id && pair.choice === 'never'),
    )
  if (!rows.some(({ id }) => id === targetId)) return new Set()
  return new Set(
    rows.flatMap(({ id, body, language }) => {
      const isLinked = references(body).some(({ article }) => article === targetId)
      return id === targetId || isLinked || isBarred(id) || !linkPlace(body, language) ? [] : [id]
    }),
  )
}

/** How many proposals wait. */
export async function proposalCount(db: Reader): Promise<number> {
  return db.$count(linkProposals)
}

/**
 * Deletes the proposals that fit no more after article `id` was saved as `story`: all of them once it is not public;
 * those to link from it once it has no room, and those to what it links to by itself. In the transaction of the save.
 */
export async function settleProposals(
  tx: Transaction,
  { id, story, now }: { id: number; story: ArticleSnapshot; now: Date },
): Promise<void> {
  const ofStory = or(eq(linkProposals.sourceId, id), eq(linkProposals.targetId, id))
  const waiting = await tx.select({ sourceId: linkProposals.sourceId }).from(linkProposals).where(ofStory)
  if (!waiting.length) return
  if (visibilityAt(story, now) !== 'public') {
    await tx.delete(linkProposals).where(ofStory)
    return
  }
  if (!waiting.some(({ sourceId }) => sourceId === id)) return
  const isFromIt = eq(linkProposals.sourceId, id)
  const linked = references(story.body).map(({ article }) => article)
  const isUnfit = linkPlace(story.body, story.language) ? isOneOf(linkProposals.targetId, linked) : undefined
  await tx.delete(linkProposals).where(and(isFromIt, isUnfit))
}

/** Deletes the proposal to link `sourceId` to `targetId`, if there is one. */
export async function dropProposal(
  tx: Transaction,
  { sourceId, targetId }: { sourceId: number; targetId: number },
): Promise<void> {
  await tx.delete(linkProposals).where(and(eq(linkProposals.sourceId, sourceId), eq(linkProposals.targetId, targetId)))
}

/** Deletes the proposals that have waited for thirty days at `now`. */
export async function pruneProposals(db: Writer, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, (tx) =>
    tx.delete(linkProposals).where(lt(linkProposals.foundAt, new Date(now.getTime() - KEPT_MS))),
  )
}
