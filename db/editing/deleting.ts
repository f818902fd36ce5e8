import { asc, eq, lte } from 'drizzle-orm'
import { changeArticle, storedArticle } from '@/db/editing/article-change'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import type { Saved } from '@/db/editing/writing'
import { type Db, inTransaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { DELETED_KEPT_DAYS } from '@/lib/desk/deleted-kept'
import { type Refusal, refuse } from '@/lib/desk/refusal'

const DAY_MS = 86_400_000

/**
 * Throws away a draft, or a story in review, that was never public; for DELETED_KEPT_DAYS it can be had back. Doing it
 * again changes nothing. Throws when there is no such article.
 */
export async function deleteDraft(
  db: Db,
  { id, by, now }: { id: number; by: string; now: Date },
): Promise<Saved | Refusal> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    const { state, publishedAt } = article.snapshot
    if ((state !== 'draft' && state !== 'in-review') || publishedAt !== null) {
      return refuse('', 'Only a draft that was never published can be deleted. Withdraw this story instead.')
    }
    if (await deletedAt(tx, id)) return { version: article.version }
    const version = await changeArticle(tx, article, { after: article.snapshot, by, now, reason: 'deleted' })
    await tx.update(articles).set({ deletedAt: now }).where(eq(articles.id, id))
    return { version }
  })
}

/** Takes a deleted draft back, as it was. Doing it again changes nothing. Throws when there is no such article. */
export async function recoverDraft(db: Db, { id, by, now }: { id: number; by: string; now: Date }): Promise<Saved> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    if (!(await deletedAt(tx, id))) return { version: article.version }
    const version = await changeArticle(tx, article, { after: article.snapshot, by, now, reason: 'recovered' })
    await tx.update(articles).set({ deletedAt: null }).where(eq(articles.id, id))
    return { version }
  })
}

/** Takes the drafts out of the store that were deleted DELETED_KEPT_DAYS ago or earlier; answers how many. */
export async function forgetDeleted(db: Db, { now }: { now: Date }): Promise<number> {
  return inTransaction(db, async (tx) => {
    const due = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(lte(articles.deletedAt, new Date(now.getTime() - DELETED_KEPT_DAYS * DAY_MS)))
      .orderBy(asc(articles.id))
    for (const { id } of due) await hardDeleteArticle(tx, id, now)
    return due.length
  })
}

async function deletedAt(tx: Db, id: number): Promise<Date | null> {
  const [row] = await tx.select({ deletedAt: articles.deletedAt }).from(articles).where(eq(articles.id, id))
  return row?.deletedAt ?? null
}
