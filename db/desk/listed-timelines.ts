import { sql } from 'drizzle-orm'
import { type NamesQuery, namedBy, onPage } from '@/db/desk/listed-names'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { fittingStories } from '@/db/timelines/fitting'
import { timelinePath } from '@/lib/addresses/paths'
import type { NamesPage } from '@/lib/desk/paper/listed-names'
import type { ListedTimeline } from '@/lib/desk/timelines/listed-timeline'

/**
 * The timelines with these words in their name, that with the newest story first, ties by id; a page of them, and how many
 * there are.
 */
export async function listedTimelines(
  db: Reader,
  { words, page, now }: NamesQuery,
): Promise<NamesPage<ListedTimeline>> {
  const all = await db.all<{ id: number; name: string; slug: string; stories: number; newestAt: number | null }>(sql`
    select timelines.id as id, timelines.name as name, timelines.slug as slug, count(${articles.id}) as stories,
      max(${articles.publishedAt}) as newestAt
    from timelines left join timeline_stories on timeline_stories.timeline_id = timelines.id
    left join ${articles} on ${articles.id} = timeline_stories.article_id and ${isPublic(now)}
    group by timelines.id order by newestAt desc, timelines.id desc`)
  const waiting = new Map<number, number>()
  for (const { timelineId } of await fittingStories(db)) waiting.set(timelineId, (waiting.get(timelineId) ?? 0) + 1)
  const found = namedBy(all, words)
  const items = onPage(found, page).map(({ slug, ...row }) => ({
    ...row,
    path: timelinePath(slug),
    fitting: waiting.get(row.id) ?? 0,
  }))
  return { items, total: found.length }
}
