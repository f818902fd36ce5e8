import { sql } from 'drizzle-orm'
import { newestIds } from '@/db/reading/story-list'
import { nextVisibilityChange } from '@/db/reading/visibility'
import { changesAtFirst } from '@/db/store/instant-tags'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { type Tagged, tags } from '@/lib/pages/tags'

/** Bounds the work in a large archive; a language of none of them is not one that the paper appears in. */
const NEWEST_STORIES = 1000

/** The languages of the newest 1,000 public stories, as BCP 47 tags: most stories first, ties by tag. */
export async function languagesInUse(db: Reader, { now }: { now: Date }): Promise<Tagged<string[]>> {
  const ids = await newestIds(db, { now, limit: NEWEST_STORIES })
  const rows = await db
    .select({ language: articles.language })
    .from(articles)
    .where(isOneOf(articles.id, ids))
    .groupBy(articles.language)
    .orderBy(sql`count(*) desc`, articles.language)
  const nextChange = await nextVisibilityChange(db, { now })
  return {
    value: rows.map(({ language }) => language),
    // The language of a story belongs to what a link shows, of which the news keep track.
    tags: [tags.latest, tags.news, ...changesAtFirst(nextChange)],
  }
}
