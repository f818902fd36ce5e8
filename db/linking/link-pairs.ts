import { and, eq, or } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { dropProposal } from '@/db/linking/link-proposals'
import { linkPairs } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { PairChoice } from '@/lib/linking/suggesting/pair-choice'
import type { Saver } from '@/lib/revisions/saver'

/** What editors decided about the suggestions of a story. */
export interface PairChoices {
  pinned: ReadonlySet<number>
  /** What is never suggested: refused for it, or never to be paired with it, in either direction. */
  barred: ReadonlySet<number>
}

/** What editors decided about what article `id` may link to. */
export async function pairChoices(db: Reader, id: number): Promise<PairChoices> {
  const rows = await db
    .select({ sourceId: linkPairs.sourceId, targetId: linkPairs.targetId, choice: linkPairs.choice })
    .from(linkPairs)
    .where(or(eq(linkPairs.sourceId, id), and(eq(linkPairs.targetId, id), eq(linkPairs.choice, 'never'))))
  const others = (wanted: (choice: PairChoice) => boolean) =>
    new Set(rows.flatMap((row) => (wanted(row.choice) ? [row.sourceId === id ? row.targetId : row.sourceId] : [])))
  const barred = others((choice) => choice !== 'pinned')
  const pinned = others((choice) => choice === 'pinned')
  return { pinned: new Set([...pinned].filter((other) => !barred.has(other))), barred }
}

/** What the audit log calls each decision; null takes one back. */
const LOGGED = {
  pinned: 'story link pinned',
  refused: 'story link refused',
  never: 'story links never paired',
  none: 'story link decision taken back',
} as const

/**
 * Decides about linking article `sourceId` to article `targetId`, in place of what was decided before; null takes that
 * back. A pair that is never linked is so in both directions, and taken back from either. The same decision again changes
 * nothing. Throws when `sourceId` does not exist.
 */
export async function decidePair(
  db: Writer,
  {
    sourceId,
    targetId,
    choice,
    by,
    now,
  }: { sourceId: number; targetId: number; choice: PairChoice | null; by: Saver; now: Date },
): Promise<Refusal | null> {
  if (sourceId === targetId) return refuse('target', 'A story is never linked to itself.')
  return inTransaction(db, async (tx) => {
    const named = await tx
      .select({ id: articles.id, headline: articles.headline })
      .from(articles)
      .where(isOneOf(articles.id, [sourceId, targetId]))
    const [source, target] = [sourceId, targetId].map((id) => named.find((row) => row.id === id))
    if (!source) throw new Error(`article ${sourceId} does not exist`)
    if (!target) return refuse('target', 'This story does not exist any more.')
    const isThere = and(eq(linkPairs.sourceId, sourceId), eq(linkPairs.targetId, targetId))
    const reversed = and(eq(linkPairs.sourceId, targetId), eq(linkPairs.targetId, sourceId))
    const [before] = await tx.select({ choice: linkPairs.choice }).from(linkPairs).where(isThere)
    const [back] = await tx.select({ choice: linkPairs.choice }).from(linkPairs).where(reversed)
    const isNever = before?.choice === 'never' || back?.choice === 'never'
    if (choice === 'never' ? isNever : !isNever && (before?.choice ?? null) === choice) return null
    await tx.delete(linkPairs).where(isThere)
    // A pin the other way would contradict a pair that is never linked, and one that is not so any more has no row at all.
    if (choice === 'never' || back?.choice === 'never') await tx.delete(linkPairs).where(reversed)
    if (choice === 'refused' || choice === 'never') await dropProposal(tx, { sourceId, targetId })
    if (choice === 'never') await dropProposal(tx, { sourceId: targetId, targetId: sourceId })
    if (choice) await tx.insert(linkPairs).values({ sourceId, targetId, choice, decidedAt: now, decidedBy: by.name })
    await logAction(tx, {
      action: LOGGED[choice ?? 'none'],
      thing: { id: sourceId, name: source.headline },
      detail: target.headline ? `story ${targetId}, ${target.headline}` : `story ${targetId}`,
      now,
    })
    return null
  })
}

/**
 * Refuses article `targetId` for the suggestions of article `sourceId` alone, or takes that back. What was decided for good
 * about the two stays as it is. Throws when `sourceId` does not exist.
 */
export async function refuseTarget(
  db: Writer,
  { isRefused, ...pair }: { sourceId: number; targetId: number; isRefused: boolean; by: Saver; now: Date },
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const { pinned, barred } = await pairChoices(tx, pair.sourceId)
    const [before] = await tx
      .select({ choice: linkPairs.choice })
      .from(linkPairs)
      .where(and(eq(linkPairs.sourceId, pair.sourceId), eq(linkPairs.targetId, pair.targetId)))
    if (!isRefused) return before?.choice === 'refused' ? decidePair(tx, { ...pair, choice: null }) : null
    if (pinned.has(pair.targetId)) return refuse('target', 'An editor pinned this story here. Take the pin off first.')
    return barred.has(pair.targetId) ? null : decidePair(tx, { ...pair, choice: 'refused' })
  })
}
