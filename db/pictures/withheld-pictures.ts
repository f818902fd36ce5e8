import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { invalidate } from '@/db/store/invalidation'
import type { Reader, Transaction } from '@/db/store/open'
import { withheldPictures } from '@/db/store/picture-schema'
import { insertable } from '@/db/store/value-lists'
import { tags } from '@/lib/pages/tags'

// Few stories ever have a row here. The names of tables are written out, because Drizzle leaves them out of a query of
// one table, where they would mean the inner one.

/**
 * In a query of articles: the ids of the pictures that readers do not get with the article, as JSON. It has no decoder of
 * its own, because a query with one is built anew for each page (db/store/statements/query-shape.ts).
 */
export const withheldIds: SQL<string> = sql<string>`(
  select json_group_array(media_id) from withheld_pictures where article_id = articles.id
)`

/** The ids of pictures in what `withheldIds` answered. */
export function withheldFromJson(ids: string): number[] {
  return JSON.parse(ids)
}

/** The condition, in a query of articles, that readers get the lead image with the article. */
export const isLeadShown: SQL = sql`not exists (
  select 1 from withheld_pictures where article_id = articles.id and media_id = articles.lead_media_id
)`

/** In a query of articles: the lead image as readers get it; null without one, and while it is withheld. */
export const shownLeadMediaId: SQL<number | null> = sql<
  number | null
>`case when ${isLeadShown} then articles.lead_media_id end`

/** The pictures that readers do not get with article `articleId`, though its text has them; by id. */
export async function withheldFrom(db: Reader, articleId: number): Promise<number[]> {
  const rows = await db
    .select({ id: withheldPictures.mediaId })
    .from(withheldPictures)
    .where(eq(withheldPictures.articleId, articleId))
    .orderBy(asc(withheldPictures.mediaId))
  return rows.map(({ id }) => id)
}

/** Saves which pictures readers do not get with the article, in the open transaction; its pages become stale. */
export async function saveWithheld(
  tx: Transaction,
  { articleId, mediaIds, now }: { articleId: number; mediaIds: readonly number[]; now: Date },
): Promise<void> {
  await tx.delete(withheldPictures).where(eq(withheldPictures.articleId, articleId))
  const rows = mediaIds.map((mediaId) => ({ articleId, mediaId }))
  for (const some of insertable(rows)) await tx.insert(withheldPictures).values(some)
  await invalidate(tx, [tags.article(articleId), tags.link(articleId), tags.teaser(articleId), tags.news], now)
}
