import { desc, eq } from 'drizzle-orm'
import { type StoredArticle, storedArticle } from '@/db/editing/stored-article'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { revisions } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { Saver } from '@/lib/revisions/saver'

/** The input of every verb: which article, who acts, and when. */
export interface VerbInput {
  id: number
  /** The version that the editor saw; left out, the article is changed whatever version it is at. */
  basedOn?: number | undefined
  by: Saver
  now: Date
}

/** A verb that went through: the version that the article is now at. */
export interface Saved {
  version: number
}

/** Somebody saved since the editor opened the article; nothing was changed. */
export interface Conflict {
  conflict: { version: number; savedBy: string; savedAt: Date }
}

export type Outcome = Saved | Refusal | Conflict

/**
 * Reads the article once and does `work` to it, in one transaction.
 * - When somebody saved it since version `basedOn`, answers that conflict and changes nothing, so that
 *   nothing is published that the editor did not see. Saves of the working copy count.
 * - A deleted draft is refused.
 * - Throws when there is no such article.
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
