import { eq } from 'drizzle-orm'
import { addArticle, storedArticle } from '@/db/editing/article-change'
import { workingCopies } from '@/db/store/desk-schema'
import { type Db, inTransaction } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { manuscriptOf } from '@/lib/article/manuscript'

/**
 * Begins a draft of `owner`'s with the words of article `id` as they are under work, and answers its id. Nothing of the
 * original's life goes with it: no instant, no embargo, no correction, no address. The headline says that it is a copy,
 * so that neither the list nor a hurried eye takes one for the other. Throws when there is no such article.
 */
export async function duplicateArticle(
  db: Db,
  { id, owner, now }: { id: number; owner: { id: string; name: string }; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { snapshot } = await storedArticle(tx, id, now)
    const [copy] = await tx
      .select({ manuscript: workingCopies.manuscript })
      .from(workingCopies)
      .where(eq(workingCopies.articleId, id))
    const words = copy?.manuscript ?? manuscriptOf(snapshot)
    const headline = words.headline.trim() ? `Copy of ${words.headline.trim()}` : ''
    const added = await addArticle(tx, {
      after: {
        ...words,
        headline,
        slug: slugFrom(headline),
        state: 'draft',
        publishedAt: null,
        updatedAt: null,
        withdrawnAt: null,
        withdrawalReason: '',
      },
      embargoUntil: null,
      createdAt: now,
      by: owner.name,
      now,
      reason: 'duplicated',
    })
    await tx.update(articles).set({ ownerId: owner.id }).where(eq(articles.id, added))
    return added
  })
}
