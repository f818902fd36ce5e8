import { eq } from 'drizzle-orm'
import { addArticle } from '@/db/editing/article-change'
import { storedArticle } from '@/db/editing/stored-article'
import { inTransaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { NEW_DRAFT } from '@/lib/article/snapshot'
import { isBlank } from '@/lib/text/visible-text'

/** What belongs to the place of one story among others, as that of a new one. */
const UNSEEN = { seoTitle: null, seoDescription: null, translationOfId: null, isUnlisted: false }

/**
 * Creates a draft of `owner` with the text of article `id` that editors work on, and returns its id. What an editor sees
 * in the text and beside it is copied, what would travel along unseen is not: no instant, no embargo, no correction, no
 * address, no title and description for search engines, no choice to be kept out of them, no original of a translation.
 * The headline says that it is a copy, so that the two can be told apart in the list. Throws when the article does not
 * exist.
 */
export async function duplicateArticle(
  db: Writer,
  { id, owner, now }: { id: number; owner: { id: string; name: string }; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { manuscript } = await storedArticle(tx, id, now)
    const headline = !isBlank(manuscript.headline) ? `Copy of ${manuscript.headline.trim()}` : ''
    const added = await addArticle(tx, {
      after: { ...manuscript, ...UNSEEN, headline, slug: slugFrom(headline), ...NEW_DRAFT },
      embargoUntil: null,
      createdAt: now,
      by: owner,
      now,
      reason: 'duplicated',
    })
    await tx.update(articles).set({ ownerId: owner.id }).where(eq(articles.id, added))
    return added
  })
}
