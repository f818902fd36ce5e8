import { desc, eq } from 'drizzle-orm'
import { type StoredArticle, storedArticle } from '@/db/editing/stored-article'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { revisions } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { Saver } from '@/lib/revisions/saver'

/** The input of every verb: which article, who acts, and when. */
export interface VerbInput {
  id: number
  /** The version that the editor saw; when left out, the version is not checked. */
  basedOn?: number | undefined
  by: Saver
  now: Date
}

/** The result of a successful verb: the present version of the article. */
export interface Saved {
  version: number
}

/** The refusal of a verb because somebody has saved since the version that the editor saw; nothing was changed. */
export interface Conflict {
  conflict: { version: number; savedBy: string; savedAt: Date }
}

export type Outcome = Saved | Refusal | Conflict

/**
 * Reads the article once and runs `work` with it, in one transaction.
 * - When somebody has saved it since version `basedOn`, returns the conflict and changes nothing, so that nothing is
 *   published that the editor did not see. Saves of the working copy count.
 * - A deleted draft is refused.
 * - Throws when the article does not exist.
 */
export async function withVersionCheck<T>(
  db: Writer,
  { id, basedOn, now }: Omit<VerbInput, 'by'>,
  work: (tx: Transaction, article: StoredArticle) => Promise<T>,
): Promise<T | Refusal | Conflict> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    if (article.deletedAt) return refuse('state', 'This draft was deleted. Recover it first.')
    if (basedOn !== undefined && basedOn !== article.version) return conflictOver(tx, id)
    return work(tx, article)
  })
}

async function conflictOver(db: Reader, id: number): Promise<Conflict> {
  const [last] = await db
    .select({ version: revisions.version, savedBy: revisions.savedBy, savedAt: revisions.savedAt })
    .from(revisions)
    .where(eq(revisions.articleId, id))
    .orderBy(desc(revisions.version))
    .limit(1)
  if (!last) throw new Error(`article ${id} has no revision`)
  return { conflict: last }
}
