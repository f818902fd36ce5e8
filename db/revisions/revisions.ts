import { and, desc, eq, lte } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'
import { revisions } from '@/db/store/schema'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import type { Saver } from '@/lib/revisions/saver'

/** One saved version of an article: which, when, by whom and why. */
export interface Revision {
  version: number
  savedAt: Date
  /** The name of whoever saved, as it was then. */
  savedBy: string
  /** Their account; null when there is none, or none is known (see the column in db/store/schema.ts). */
  savedById: string | null
  /** The newsroom's verb: written, published, renamed, corrected … */
  reason: string
  /** What the editor said about it; empty for nothing. */
  remark: string
  /** Whether it was a working copy, which readers were not given. */
  aside: boolean
}

const COLUMNS = {
  version: revisions.version,
  savedAt: revisions.savedAt,
  savedBy: revisions.savedBy,
  savedById: revisions.savedById,
  reason: revisions.reason,
  remark: revisions.remark,
  aside: revisions.aside,
}

/** The versions of article `articleId`, newest first; at most `limit`. */
export async function revisionsOf(
  db: Reader,
  { articleId, limit }: { articleId: number; limit: number },
): Promise<Revision[]> {
  return await db
    .select(COLUMNS)
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.version))
    .limit(limit)
}

/** The desk lists no more; a story with more versions was pruned long ago. */
const MOST_LISTED = 1000

/** The versions of article `articleId` as the desk lists them, newest first; at most 1,000. */
export async function listedRevisions(db: Reader, articleId: number): Promise<ListedRevision[]> {
  const rows = await revisionsOf(db, { articleId, limit: MOST_LISTED })
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.getTime() }))
}

/** One version of an article with everything that an editor could change in it; null when there is no such version. */
export async function revisionOf(
  db: Reader,
  { articleId, version }: { articleId: number; version: number },
): Promise<(Revision & { snapshot: ArticleSnapshot }) | null> {
  const [row] = await db
    .select({ ...COLUMNS, snapshot: revisions.snapshot })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.version, version)))
  return row ?? null
}

interface NewRevision {
  articleId: number
  version: number
  snapshot: ArticleSnapshot
  savedAt: Date
  by: Saver
  reason: string
  /** What the editor said about it; left out or empty for nothing. */
  remark?: string | undefined
  /** Whether readers were not given it. */
  aside?: boolean
  /** Names a save from the writing page. */
  saveKey?: string | undefined
}

/** Saves the version that a save just made; to be called in its transaction. */
export async function saveRevision(tx: Transaction, { by, ...revision }: NewRevision): Promise<void> {
  await tx.insert(revisions).values({ ...revision, savedBy: by.name, savedById: by.id })
}

/** Whether the save with this key went into article `articleId` already. */
export async function isSaved(db: Reader, { articleId, key }: { articleId: number; key: string }): Promise<boolean> {
  const rows = await db
    .select({ version: revisions.version })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.saveKey, key)))
  return rows.length > 0
}

/** The newest version of article `articleId` that is kept and not newer than `version`; null when there is none. */
export async function snapshotAtOrBefore(
  db: Reader,
  { articleId, version }: { articleId: number; version: number },
): Promise<ArticleSnapshot | null> {
  const [row] = await db
    .select({ snapshot: revisions.snapshot })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), lte(revisions.version, version)))
    .orderBy(desc(revisions.version))
    .limit(1)
  return row?.snapshot ?? null
}
