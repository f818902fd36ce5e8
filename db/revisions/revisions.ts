import { and, desc, eq, lte } from 'drizzle-orm'
import { actorOf, logAction } from '@/db/audit/log'
import { actingIn, type Reader, type Transaction } from '@/db/store/open'
import { revisions } from '@/db/store/schema'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { Actor } from '@/lib/audit/actor'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import type { Saver } from '@/lib/revisions/saver'

/** One saved version of an article: which, when, by whom and why. */
export interface Revision {
  version: number
  savedAt: Date
  /** The name of the person or program that saved, at that time. */
  savedBy: string
  /** The account; null when there is none or it is unknown (see the column in db/store/schema.ts). */
  savedById: string | null
  /** The verb that made the version: written, published, renamed, corrected … */
  reason: string
  /** The editor's remark; empty for none. */
  remark: string
  /** Whether it is a version of the working copy, which was not published. */
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

/** The desk lists no more. Pruning keeps the number of versions far below. */
const MAX_LISTED = 1000

/** The versions of article `articleId` as the desk lists them, newest first; at most 1,000. */
export async function listedRevisions(db: Reader, articleId: number): Promise<ListedRevision[]> {
  const rows = await revisionsOf(db, { articleId, limit: MAX_LISTED })
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.getTime() }))
}

/** One version of an article with its snapshot; null when the version does not exist. */
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
  /** The editor's remark; left out or empty for none. */
  remark?: string | undefined
  /** Whether it is a version of the working copy. */
  aside?: boolean
  /** Identifies a save of the writing room. */
  saveKey?: string | undefined
  /** Who it was for the audit log, where it is neither `by` nor whoever acts in the transaction: the site, by time. */
  actor?: Actor
}

/** What a version is saved for that nobody has done: what somebody else did carries the unpublished changes along. */
const CARRIED_OVER = 'carried over'

/** Stores the version that a save made, and logs what was done. Call it in the transaction of the save. */
export async function saveRevision(tx: Transaction, { by, actor, ...revision }: NewRevision): Promise<void> {
  await tx.insert(revisions).values({ ...revision, savedBy: by.name, savedById: by.id })
  const { articleId, reason, remark, savedAt, snapshot } = revision
  if (reason === CARRIED_OVER) return
  await logAction(tx, {
    action: `story ${reason}`,
    thing: { id: articleId, name: snapshot.headline },
    detail: remark,
    now: savedAt,
    by: actor ?? (actingIn(tx) ? undefined : actorOf(by)),
    // The writing room saves every few seconds.
    isRepeated: reason === 'saved',
  })
}

/** Whether article `articleId` has already been saved with this key. */
export async function isSaved(db: Reader, { articleId, key }: { articleId: number; key: string }): Promise<boolean> {
  const rows = await db
    .select({ version: revisions.version })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.saveKey, key)))
  return rows.length > 0
}

/** The newest stored version of article `articleId` that is not newer than `version`; null when there is none. */
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
