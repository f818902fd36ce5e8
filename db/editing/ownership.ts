import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Ownership } from '@/lib/accounts/permissions'

/** What permissions for article `id` depend on; null when it does not exist. Time alone does not change the result. */
export async function articleOwnership(db: Reader, id: number): Promise<Ownership | null> {
  const [row] = await db
    .select({ ownerId: articles.ownerId, state: articles.state })
    .from(articles)
    .where(eq(articles.id, id))
  return row ? { ownerId: row.ownerId, isDraft: row.state === 'draft' } : null
}
