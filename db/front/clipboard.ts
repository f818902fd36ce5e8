import { and, desc, eq, isNull } from 'drizzle-orm'
import { frontClipboard } from '@/db/store/front-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'

interface Kept {
  userId: string
  articleId: number
}

/** The ids of the stories that an editor keeps for later, the last kept first. */
export async function clipboard(db: Reader, userId: string): Promise<number[]> {
  const rows = await db
    .select({ id: frontClipboard.articleId })
    .from(frontClipboard)
    .where(eq(frontClipboard.userId, userId))
    .orderBy(desc(frontClipboard.keptAt), desc(frontClipboard.articleId))
  return rows.map(({ id }) => id)
}

/** Keeps a story for later; one that is kept already comes to the top. */
export async function keepOnClipboard(
  tx: Transaction,
  { userId, articleId, now }: Kept & { now: Date },
): Promise<void> {
  await tx
    .insert(frontClipboard)
    .values({ userId, articleId, keptAt: now })
    .onConflictDoUpdate({ target: [frontClipboard.userId, frontClipboard.articleId], set: { keptAt: now } })
}

/** Takes a story off the clipboard; does nothing when it is not there. */
export async function removeFromClipboard(tx: Transaction, { userId, articleId }: Kept): Promise<void> {
  await tx.delete(frontClipboard).where(and(eq(frontClipboard.userId, userId), eq(frontClipboard.articleId, articleId)))
}

/** Keeps a story for later or takes it off, as `isKept` says; refused when there is no such story to keep. */
export async function keepStory(
  db: Writer,
  { isKept, now, ...kept }: Kept & { isKept: boolean; now: Date },
): Promise<Kept | Refusal> {
  return inTransaction(db, async (tx) => {
    if (!isKept) {
      await removeFromClipboard(tx, kept)
      return kept
    }
    const [story] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.id, kept.articleId), isNull(articles.deletedAt)))
    if (!story) return refuse('', 'This story does not exist any more.')
    await keepOnClipboard(tx, { ...kept, now })
    return kept
  })
}
