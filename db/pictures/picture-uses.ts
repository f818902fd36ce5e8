import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'
import { pictureEvents, pictureUses } from '@/db/store/picture-schema'
import { media } from '@/db/store/schema'
import type { ArticleState } from '@/lib/article/article'
import { eventBetween, TRIED_WITHIN_MS, type UseState } from '@/lib/pictures/picture-use'
import type { Saver } from '@/lib/revisions/saver'

interface UseSave {
  articleId: number
  /** The article as it is stored by now. */
  story: { state: ArticleState; headline: string }
  by: Saver
  now: Date
  /** The picture that took the place of those that go; left out when none did. */
  replacedById?: number
}

/**
 * Saves which pictures article `articleId` shows, in its own text and in its working copy, as they are stored by now, and
 * what of that is new in the history of each picture; in the open transaction. To be called after every change of either.
 * A picture that does not exist counts as not shown, and one that is withheld from readers as planned.
 */
export async function savePictureUses(tx: Transaction, { articleId, story, ...act }: UseSave): Promise<void> {
  const { by, now, replacedById } = act
  const shown = await picturesShown(tx, { articleId, state: story.state })
  const before = new Map(
    (await tx.select().from(pictureUses).where(eq(pictureUses.articleId, articleId))).map((use) => [use.mediaId, use]),
  )
  for (const mediaId of new Set([...before.keys(), ...shown.keys()])) {
    const [was, is] = [before.get(mediaId)?.state ?? null, shown.get(mediaId) ?? null]
    if (was === is) continue
    const use = and(eq(pictureUses.mediaId, mediaId), eq(pictureUses.articleId, articleId))
    if (is === null) await tx.delete(pictureUses).where(use)
    else if (was === null) await tx.insert(pictureUses).values({ mediaId, articleId, state: is, since: now })
    else await tx.update(pictureUses).set({ state: is, since: now }).where(use)
    const kind = is === null && replacedById !== undefined ? 'replaced' : eventBetween(was, is)
    if (!kind || (is === null && was === 'planned' && (await forgetTry(tx, { mediaId, articleId, by, now })))) continue
    await tx.insert(pictureEvents).values({
      mediaId,
      kind,
      articleId,
      place: story.headline,
      happenedAt: now,
      by: by.name,
      replacedById: kind === 'replaced' ? (replacedById ?? null) : null,
    })
  }
}

/** The pictures in the stored texts of an article; a text that readers have counts before one that is planned. */
async function picturesShown(
  db: Reader,
  { articleId, state }: { articleId: number; state: ArticleState },
): Promise<Map<number, UseState>> {
  const own: UseState = state === 'published' || state === 'withdrawn' ? state : 'planned'
  const rows = db.all<{ id: number; isOwn: number }>(sql`
    select shown.id as id, max(shown.own) and shown.id not in (
      select media_id from withheld_pictures where article_id = ${articleId}
    ) as isOwn
    from (
      select lead_media_id as id, 1 as own from articles where id = ${articleId}
      union all
      select part.value, 1 from articles, json_tree(articles.body) part where articles.id = ${articleId} and part.key = 'media'
      union all
      select json_extract(manuscript, '$.leadMediaId'), 0 from working_copies where article_id = ${articleId}
      union all
      select part.value, 0 from working_copies, json_tree(working_copies.manuscript, '$.body') part
      where article_id = ${articleId} and part.key = 'media'
    ) shown
    join ${media} on ${media.id} = shown.id
    group by shown.id
  `)
  return new Map(rows.map(({ id, isOwn }) => [id, isOwn ? own : 'planned']))
}

/** Takes back that somebody planned the picture, when it was the same person a moment ago; whether it did. */
async function forgetTry(
  tx: Transaction,
  { mediaId, articleId, by, now }: Omit<UseSave, 'story'> & { mediaId: number },
): Promise<boolean> {
  const [last] = await tx
    .select()
    .from(pictureEvents)
    .where(and(eq(pictureEvents.mediaId, mediaId), eq(pictureEvents.articleId, articleId)))
    .orderBy(desc(pictureEvents.happenedAt), desc(pictureEvents.id))
    .limit(1)
  if (last?.kind !== 'planned' || last.by !== by.name) return false
  if (now.getTime() - last.happenedAt.getTime() > TRIED_WITHIN_MS) return false
  await tx.delete(pictureEvents).where(eq(pictureEvents.id, last.id))
  return true
}
