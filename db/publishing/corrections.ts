import { and, asc, eq } from 'drizzle-orm'
import { changeArticle } from '@/db/editing/article-change'
import { storedArticleIfAny } from '@/db/editing/stored-article'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { corrections } from '@/db/store/schema'
import type { Correction } from '@/lib/article/article'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'
import type { Saver } from '@/lib/revisions/saver'

/** The corrections of article `id`, the newest first. */
export async function correctionsOf(db: Reader, id: number): Promise<Correction[]> {
  const rows = await db
    .select({ id: corrections.id, note: corrections.note, correctedAt: corrections.correctedAt })
    .from(corrections)
    .where(eq(corrections.articleId, id))
    .orderBy(asc(corrections.correctedAt), asc(corrections.id))
  return rows.reverse()
}

/**
 * Rewords the note of a correction. The story gets a version that says what the note was and is, and readers no new time
 * of update: nothing of the story is another. Does nothing when the note stays the same. null when there is no such
 * correction.
 */
export async function rewordCorrection(
  db: Writer,
  { id, correctionId, note, by, now }: { id: number; correctionId: number; note: string; by: Saver; now: Date },
): Promise<{ corrections: Correction[] } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticleIfAny(tx, id, now)
    const isThis = and(eq(corrections.id, correctionId), eq(corrections.articleId, id))
    const [correction] = await tx.select({ note: corrections.note }).from(corrections).where(isThis)
    if (!article || !correction) return null
    const words = note.trim()
    if (!words) return refuse('note', 'Say what was wrong and what is right.')
    if (words !== correction.note) {
      await tx.update(corrections).set({ note: words }).where(isThis)
      const remark = `“${correction.note}” is now “${words}”`
      await changeArticle(tx, article, { after: article.snapshot, by, now, reason: 'correction reworded', remark })
      await invalidate(tx, [tags.article(id), tags.correctionsList], now)
    }
    return { corrections: await correctionsOf(tx, id) }
  })
}
