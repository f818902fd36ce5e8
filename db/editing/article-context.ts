import { and, eq, gt, ne, or } from 'drizzle-orm'
import { archiveTags } from '@/db/reading/archive-spans'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { paperZone } from '@/db/store/paper-zone'
import { articles, corrections } from '@/db/store/schema'
import { sectionLineOf } from '@/db/store/section-tree'
import { timelineIdOf } from '@/db/timelines/timelines'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { ArticleContext } from '@/lib/pages/stale-tags'

/** The context of article `id`, before and after a change, that staleTags needs. */
export async function articleContext(
  db: Reader,
  { id, before, after, now }: { id: number; before: ArticleSnapshot | null; after: ArticleSnapshot | null; now: Date },
): Promise<ArticleContext> {
  const lines = new Map<number, number[]>()
  for (const sectionId of new Set([before, after].flatMap((snapshot) => snapshot?.sectionId ?? []))) {
    const line = await sectionLineOf(db, sectionId)
    lines.set(
      sectionId,
      line.map((section) => section.id),
    )
  }
  const corrected = await db
    .select({ id: corrections.id })
    .from(corrections)
    .where(eq(corrections.articleId, id))
    .limit(1)
  return {
    lines,
    laterStory: after ? await hasLaterStory(db, { id, after, now }) : false,
    corrected: corrected.length > 0,
    timelineId: await timelineIdOf(db, id),
    archive: await archiveChanges(db, { id, before, after, now }),
  }
}

/** The tags of the archive for when the article was and is public; none when that stays as it was. */
async function archiveChanges(
  db: Reader,
  { id, before, after, now }: { id: number; before: ArticleSnapshot | null; after: ArticleSnapshot | null; now: Date },
): Promise<string[]> {
  const times = (article: ArticleSnapshot | null) => [article?.state, article?.publishedAt, article?.withdrawnAt].join()
  if (times(before) === times(after)) return []
  const instants = new Set([before, after].flatMap((article) => article?.publishedAt ?? []))
  if (!instants.size) return []
  const timeZone = await paperZone(db)
  const stale: string[] = []
  for (const at of instants) stale.push(...(await archiveTags(db, { id, publishedAt: new Date(at), now, timeZone })))
  return stale
}

async function hasLaterStory(
  db: Reader,
  { id, after, now }: { id: number; after: ArticleSnapshot; now: Date },
): Promise<boolean> {
  if (after.publishedAt === null || after.sectionId === null) return false
  const place = new Date(after.publishedAt)
  const later = await db
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        eq(articles.sectionId, after.sectionId),
        isPublic(now),
        or(gt(articles.publishedAt, place), and(eq(articles.publishedAt, place), gt(articles.id, id))),
        ne(articles.id, id),
      ),
    )
    .limit(1)
  return later.length > 0
}
