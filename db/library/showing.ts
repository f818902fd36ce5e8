import { and, eq, or, sql } from 'drizzle-orm'
import { placesBesideStories } from '@/db/library/uses'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { pictureUses } from '@/db/store/picture-schema'
import { articles } from '@/db/store/schema'

/**
 * Whether readers see picture `id` at `now`: as the lead of a public article, in its text, on a card of a front, as a
 * portrait, or in a standing page.
 */
export async function isShownToReaders(db: Reader, { id, now }: { id: number; now: Date }): Promise<boolean> {
  // A story may have it in its unpublished changes alone; so the text of the few stories that use it decides.
  const inBody = sql`exists (
    select 1 from json_tree(${articles.body}) part where part.key = 'media' and part.value = ${id}
  )`
  const [story] = await db
    .select({ id: articles.id })
    .from(pictureUses)
    .innerJoin(articles, eq(articles.id, pictureUses.articleId))
    .where(and(eq(pictureUses.mediaId, id), isPublic(now), or(eq(articles.leadMediaId, id), inBody)))
    .limit(1)
  if (story) return true
  const places = await placesBesideStories(db, now)
  return places.some(({ mediaId, state }) => mediaId === id && state === 'published')
}
