import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import type { Ownership } from '@/lib/accounts/permissions'

/** What permissions to article `id` hang on; null when there is no such article. Time alone makes no draft of one. */
export async function articleOwnership(db: Reader, id: number): Promise<Ownership | null> {
  const [row] = await db
    .select({ ownerId: articles.ownerId, state: articles.state })
    .from(articles)
    .where(eq(articles.id, id))
  return row ? { ownerId: row.ownerId, isDraft: row.state === 'draft' } : null
}
