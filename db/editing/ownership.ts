import { eq } from 'drizzle-orm'
import { storedArticle } from '@/db/editing/article-change'
import type { Db } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Ownership } from '@/lib/accounts/permissions'

/** What permissions to article `id` hang on at `now`; null when there is no such article. */
export async function articleOwnership(db: Db, { id, now }: { id: number; now: Date }): Promise<Ownership | null> {
  const [row] = await db.select({ ownerId: articles.ownerId }).from(articles).where(eq(articles.id, id))
  if (!row) return null
  const { snapshot } = await storedArticle(db, id, now)
  return { ownerId: row.ownerId, isDraft: snapshot.state === 'draft' }
}
