import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import { type Db, inTransaction } from '@/db/store/open'
import { articles, revisions } from '@/db/store/schema'

const MINUTE_MS = 60_000
/** Younger ones may still be what an open room starts from. */
const KEPT_WHOLE_MS = 60 * MINUTE_MS
/** Somebody who comes back after a longer pause sits down anew. */
const SITTING_PAUSE_MS = 10 * MINUTE_MS
/** An article that nobody has saved for longer was thinned while this was shorter ago. */
const LOOKED_BACK_MS = 7 * 24 * 60 * MINUTE_MS

/**
 * Throws away the revisions that a writing room saved while somebody typed, once they are an hour old: of each sitting
 * (one person, pauses under ten minutes) the last one stays, and so does every version that a verb made. Answers how
 * many went. Each article is a transaction of its own, so that nobody's save waits.
 */
export async function pruneRevisions(db: Db, { now }: { now: Date }): Promise<number> {
  const saved = await db
    .select({ id: articles.id })
    .from(articles)
    .where(gte(articles.savedAt, new Date(now.getTime() - LOOKED_BACK_MS)))
  let gone = 0
  for (const { id } of saved) gone += await thinnedOut(db, { id, now })
  return gone
}

async function thinnedOut(db: Db, { id, now }: { id: number; now: Date }): Promise<number> {
  const rows = await db
    .select({
      version: revisions.version,
      savedAt: revisions.savedAt,
      savedBy: revisions.savedBy,
      aside: revisions.aside,
    })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), eq(revisions.reason, 'saved')))
    .orderBy(desc(revisions.version))
  const old = now.getTime() - KEPT_WHOLE_MS
  const nextOf = new Map<string, number>()
  const superfluous: number[] = []
  for (const { version, savedAt, savedBy, aside } of rows) {
    const who = JSON.stringify([savedBy, aside])
    const next = nextOf.get(who)
    nextOf.set(who, savedAt.getTime())
    const goesOn = next !== undefined && next - savedAt.getTime() < SITTING_PAUSE_MS
    if (goesOn && savedAt.getTime() <= old) superfluous.push(version)
  }
  if (!superfluous.length) return 0
  return inTransaction(db, async (tx) => {
    await tx.delete(revisions).where(and(eq(revisions.articleId, id), inArray(revisions.version, superfluous)))
    return superfluous.length
  })
}
