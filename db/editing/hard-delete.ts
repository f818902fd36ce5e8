import { eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { articleContext } from '@/db/editing/article-context'
import { storedArticle } from '@/db/editing/stored-article'
import { removeFromIndex } from '@/db/search/index-article'
import { invalidate } from '@/db/store/invalidation'
import type { Transaction } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { staleTags } from '@/lib/pages/stale-tags'

/**
 * Deletes article `id` from the store for good, with its relations; in the open transaction. Texts that refer to it
 * stay unchanged: their links are left out, as for any target that is not public. Throws when the article does not
 * exist.
 */
export async function hardDeleteArticle(tx: Transaction, id: number, now: Date): Promise<void> {
  const { snapshot } = await storedArticle(tx, id, now)
  const context = await articleContext(tx, { id, before: snapshot, after: null, now })
  await invalidate(tx, staleTags({ id, before: snapshot, after: null, context }, now), now)
  await tx.delete(links).where(eq(links.targetId, id))
  await removeFromIndex(tx, id)
  await tx.delete(articles).where(eq(articles.id, id))
  await logAction(tx, { action: 'story deleted for good', thing: { id, name: snapshot.headline }, now })
}
