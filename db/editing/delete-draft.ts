import { and, eq, isNotNull, lte, or } from 'drizzle-orm'
import { changeArticle } from '@/db/editing/article-change'
import { isGoneFromBin } from '@/db/editing/bin'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import { storedArticle } from '@/db/editing/stored-article'
import type { Saved, VerbInput } from '@/db/editing/version-check'
import { inTransaction, type Writer } from '@/db/store/open'
import { emptiedDrafts } from '@/db/store/plan-schema'
import { articles } from '@/db/store/schema'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { DAY_MS } from '@/lib/time/durations'

/**
 * Deletes a draft, or a story in review, that was never public. It can be recovered for DELETED_KEPT_DAYS. Deleting it
 * again changes nothing. Throws when the article does not exist.
 */
export async function deleteDraft(db: Writer, { id, by, now }: Omit<VerbInput, 'basedOn'>): Promise<Saved | Refusal> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    const { state, publishedAt } = article.snapshot
    if ((state !== 'draft' && state !== 'in-review') || publishedAt !== null) {
      return refuse('', 'Only a draft that was never published can be deleted. Withdraw this story instead.')
    }
    if (article.deletedAt) return { version: article.version }
    const version = await changeArticle(tx, article, { after: article.snapshot, by, now, reason: 'deleted' })
    await tx.update(articles).set({ deletedAt: now }).where(eq(articles.id, id))
    return { version }
  })
}

/** Recovers a deleted draft unchanged. Recovering it again changes nothing. Throws when the article does not exist. */
export async function recoverDraft(db: Writer, { id, by, now }: Omit<VerbInput, 'basedOn'>): Promise<Saved> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    if (!article.deletedAt) return { version: article.version }
    const version = await changeArticle(tx, article, { after: article.snapshot, by, now, reason: 'recovered' })
    await tx.update(articles).set({ deletedAt: null }).where(eq(articles.id, id))
    await tx.delete(emptiedDrafts).where(eq(emptiedDrafts.articleId, id))
    return { version }
  })
}

/**
 * Deletes for good the drafts that were deleted DELETED_KEPT_DAYS ago or earlier, and those of an emptied bin that can no
 * longer be undone; returns their number.
 */
export async function purgeDeletedDrafts(db: Writer, { now }: { now: Date }): Promise<number> {
  return inTransaction(db, async (tx) => {
    const due = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(
        // Through the index of deleted stories: an archive has few.
        and(
          isNotNull(articles.deletedAt),
          or(lte(articles.deletedAt, new Date(now.getTime() - DELETED_KEPT_DAYS * DAY_MS)), isGoneFromBin(tx, now)),
        ),
      )
    for (const { id } of due) await hardDeleteArticle(tx, id, now)
    return due.length
  })
}
