import { and, eq, gt } from 'drizzle-orm'
import { liveEdition } from '@/db/reading/fronts'
import { editionStories, editions } from '@/db/store/front-schema'
import type { Reader } from '@/db/store/open'
import { isOneOf } from '@/db/store/value-lists'

/** A front on which a story stands, by the edition in force: the section, or null for the front page. */
export interface PlacedOn {
  articleId: number
  sectionId: number | null
}

/** On which fronts the stories `ids` stand at `now`, sub-links included. Earlier and planned editions do not count. */
export async function placedOn(db: Reader, { ids, now }: { ids: readonly number[]; now: Date }): Promise<PlacedOn[]> {
  if (!ids.length) return []
  const rows = await db
    .selectDistinct({ sectionId: editions.sectionId })
    .from(editions)
    .innerJoin(editionStories, eq(editionStories.editionId, editions.id))
    .where(isOneOf(editionStories.articleId, ids))
  const placed: PlacedOn[] = []
  for (const { sectionId } of rows) {
    const { id } = await liveEdition(db, { sectionId, now })
    if (id === null) continue
    const named = await db
      .select({ articleId: editionStories.articleId })
      .from(editionStories)
      .where(eq(editionStories.editionId, id))
    for (const { articleId } of named) if (ids.includes(articleId)) placed.push({ articleId, sectionId })
  }
  return placed
}

/** Whether a story stands on a front at `now`, or in an edition that is planned. */
export async function isPlaced(db: Reader, { articleId, now }: { articleId: number; now: Date }): Promise<boolean> {
  const planned = await db
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(editionStories, eq(editionStories.editionId, editions.id))
    .where(and(eq(editionStories.articleId, articleId), gt(editions.startsAt, now)))
    .limit(1)
  return planned.length > 0 || (await placedOn(db, { ids: [articleId], now })).length > 0
}
