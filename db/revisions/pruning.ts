import { and, desc, eq, gte } from 'drizzle-orm'
import { previewLinks } from '@/db/store/desk-schema'
import { inTransaction, type Writer } from '@/db/store/open'
import { articles, revisions } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { saverKey } from '@/lib/revisions/saver'
import { MINUTE_MS } from '@/lib/time/durations'

/** Younger revisions stay, because an open page of the desk may still be based on one. */
const KEPT_WHOLE_MS = 60 * MINUTE_MS
/** After a pause of this length another sitting begins. */
const SITTING_PAUSE_MS = 10 * MINUTE_MS
/** Only articles saved within this time are pruned. The others were pruned before. */
const LOOKED_BACK_MS = 7 * 24 * 60 * MINUTE_MS

/**
 * Deletes revisions that were saved while somebody typed, once they are an hour old. The last one of each sitting (one
 * person, pauses under ten minutes) stays, and so does every version that a verb made or that somebody without an account
 * was asked to read. Returns the number of deleted
 * revisions. Each article has a transaction of its own, so that no save waits for long.
 * Versions with the same saverKey (lib/revisions/saver.ts) are by one person.
 */
export async function pruneRevisions(db: Writer, { now }: { now: Date }): Promise<number> {
  const recent = await db
    .select({ id: articles.id })
    .from(articles)
    .where(gte(articles.savedAt, new Date(now.getTime() - LOOKED_BACK_MS)))
  let deleted = 0
  for (const { id } of recent) deleted += await prunedRevisionsOf(db, { id, now })
  return deleted
}

async function prunedRevisionsOf(db: Writer, { id, now }: { id: number; now: Date }): Promise<number> {
  const rows = await db
    .select({
      version: revisions.version,
      savedAt: revisions.savedAt,
      savedBy: revisions.savedBy,
      savedById: revisions.savedById,
      aside: revisions.aside,
    })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), eq(revisions.reason, 'saved')))
    .orderBy(desc(revisions.version))
  const shown = await db
    .select({ version: previewLinks.version })
    .from(previewLinks)
    .where(eq(previewLinks.articleId, id))
  const isShown = new Set(shown.map(({ version }) => version))
  const old = now.getTime() - KEPT_WHOLE_MS
  const nextOf = new Map<string, number>()
  const superfluous: number[] = []
  for (const { version, savedAt, aside, ...saver } of rows) {
    const sitting = JSON.stringify([saverKey(saver), aside])
    const next = nextOf.get(sitting)
    nextOf.set(sitting, savedAt.getTime())
    const goesOn = next !== undefined && next - savedAt.getTime() < SITTING_PAUSE_MS
    if (goesOn && savedAt.getTime() <= old && !isShown.has(version)) superfluous.push(version)
  }
  if (!superfluous.length) return 0
  return inTransaction(db, async (tx) => {
    await tx.delete(revisions).where(and(eq(revisions.articleId, id), isOneOf(revisions.version, superfluous)))
    return superfluous.length
  })
}
