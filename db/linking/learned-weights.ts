import { learnedWeights } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { HAND_WEIGHTS, type LearnedWeights } from '@/lib/linking/related/learned'
import type { LearnedLinks } from '@/lib/linking/related/learned-links'

/** The weights learned from the paper's own links; null for those set by hand. */
export async function weightsInUse(db: Reader): Promise<LearnedWeights | null> {
  const [row] = await db.select({ weights: learnedWeights.weights }).from(learnedWeights)
  // Those of another version know other signals, until they are learned anew.
  return row?.weights?.length === HAND_WEIGHTS.length ? row.weights : null
}

/** When the site learned last, from how many stories, and with what result; null before the first time. */
export async function lastLearned(
  db: Reader,
): Promise<(Omit<LearnedLinks, 'weights'> & { learnedAt: Date; isUsed: boolean }) | null> {
  const [row] = await db.select().from(learnedWeights)
  if (!row) return null
  const { examples, byHand, learned, learnedAt, weights } = row
  return { examples, byHand, learned, learnedAt, isUsed: weights?.length === HAND_WEIGHTS.length }
}

/** Keeps what was learned in place of what was before. */
export async function saveLearned(db: Writer, { now, ...links }: LearnedLinks & { now: Date }): Promise<void> {
  const row = { ...links, weights: links.weights ? [...links.weights] : null, learnedAt: now }
  await inTransaction(db, async (tx) => {
    await tx
      .insert(learnedWeights)
      .values({ id: 1, ...row })
      .onConflictDoUpdate({ target: learnedWeights.id, set: row })
  })
}
