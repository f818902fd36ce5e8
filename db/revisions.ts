import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/open'
import { type ArticleSnapshot, revisions } from '@/db/schema'

/** One saved version of an article: which, when, by whom and why. */
export interface Revision {
  version: number
  savedAt: Date
  savedBy: string
  /** The newsroom's verb: written, published, renamed, corrected … */
  reason: string
}

/** The versions of article `articleId`, newest first; at most `limit`. */
export async function revisionsOf(
  db: Db,
  { articleId, limit }: { articleId: number; limit: number },
): Promise<Revision[]> {
  return await db
    .select({
      version: revisions.version,
      savedAt: revisions.savedAt,
      savedBy: revisions.savedBy,
      reason: revisions.reason,
    })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.version))
    .limit(limit)
}

/** One version of an article with everything that an editor could change in it; null when there is no such version. */
export async function revisionOf(
  db: Db,
  { articleId, version }: { articleId: number; version: number },
): Promise<(Revision & { snapshot: ArticleSnapshot }) | null> {
  const [row] = await db
    .select({
      version: revisions.version,
      savedAt: revisions.savedAt,
      savedBy: revisions.savedBy,
      reason: revisions.reason,
      snapshot: revisions.snapshot,
    })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.version, version)))
  return row ?? null
}

/** Keeps the version that a save just made; to be called in its transaction. */
export async function keepRevision(
  tx: Db,
  { articleId, ...revision }: Revision & { articleId: number; snapshot: ArticleSnapshot },
): Promise<void> {
  await tx.insert(revisions).values({ articleId, ...revision })
}
