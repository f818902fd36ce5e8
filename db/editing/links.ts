import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import type { Body } from '@/lib/article/body'
import type { LinkingStory } from '@/lib/desk/articles/linking-story'
import { references } from '@/lib/linking/references'

/** The desk lists no more: an editor cannot act on them. */
const MAX_LINKING_STORIES = 500

/**
 * The stories in any state whose text or blocks refer to article `id`, newest article first; at most 500. For the desk.
 */
export async function storiesLinkingTo(db: Reader, id: number): Promise<LinkingStory[]> {
  const sources = db
    .selectDistinct({ id: links.sourceId })
    .from(links)
    .where(eq(links.targetId, id))
    .orderBy(desc(links.sourceId))
    .limit(MAX_LINKING_STORIES)
  const rows = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      state: articles.state,
      where: links.place,
      elementId: links.elementId,
    })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.sourceId))
    .where(and(eq(links.targetId, id), inArray(links.sourceId, sources)))
    .orderBy(desc(articles.id), links.position)
  const stories = new Map<number, LinkingStory>()
  for (const { where, elementId, ...story } of rows) {
    const listed = stories.get(story.id) ?? { ...story, places: [] }
    listed.places.push({ where, elementId })
    stories.set(story.id, listed)
  }
  return [...stories.values()]
}

/**
 * Saves the references of `body` as those of article `id`, in place of its earlier ones.
 * A reference to an article that does not exist in the store stays in the body and gets no row.
 */
export async function saveLinks(tx: Transaction, id: number, body: Body): Promise<void> {
  const found = references(body)
  const existing = await articlesThere(
    tx,
    found.map(({ article }) => article),
  )
  await tx.delete(links).where(eq(links.sourceId, id))
  const rows = found
    .filter(({ article }) => existing.has(article))
    .map(({ article, where, elementId, position }) => ({
      sourceId: id,
      position,
      targetId: article,
      place: where,
      elementId,
    }))
  for (const some of insertable(rows)) await tx.insert(links).values(some)
}

/** Those of `ids` that are articles in the store, in any state. */
export async function articlesThere(db: Reader, ids: number[]): Promise<Set<number>> {
  if (!ids.length) return new Set()
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(isOneOf(articles.id, [...new Set(ids)]))
  return new Set(rows.map((row) => row.id))
}
