import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { isPlaced } from '@/db/front/placed'
import type { Reader } from '@/db/store/open'
import { pageVersions } from '@/db/store/pages-schema'
import { articles, articleTopics, authors, bylines, redirects, sections } from '@/db/store/schema'
import { mediaShown } from '@/lib/linking/references'

/** Why an item of the demo edition cannot be removed, in words for the desk; null when it can. */
export type Need = (db: Reader, id: number) => Promise<string | null>

const BODIES_PER_BATCH = 200

/** The instant decides which editions readers have or will get. */
export const storyNeed =
  (now: Date): Need =>
  async (db, id) => {
    const placed = await isPlaced(db, { now, articleId: id })
    if (placed) return 'It stands on the front page.'
    const led = await db
      .select({ from: redirects.fromPath })
      .from(redirects)
      .where(eq(redirects.articleId, id))
      .limit(1)
    return led.length ? 'An old address leads to it.' : null
  }

export const authorNeed: Need = async (db, id) => {
  const signed = await db.select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, id)).limit(1)
  return signed.length ? 'A story carries this name.' : null
}

export const topicNeed: Need = async (db, id) => {
  const about = await db
    .select({ id: articleTopics.articleId })
    .from(articleTopics)
    .where(eq(articleTopics.topicId, id))
    .limit(1)
  return about.length ? 'A story is about it.' : null
}

export const sectionNeed: Need = async (db, id) => {
  const within = await db.select({ id: articles.id }).from(articles).where(eq(articles.sectionId, id)).limit(1)
  if (within.length) return 'A story stands in it.'
  const below = await db
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.parentId, id), ne(sections.id, id)))
    .limit(1)
  return below.length ? 'Another section stands below it.' : null
}

export const pictureNeed: Need = async (db, id) => {
  const leading = await db.select({ id: articles.id }).from(articles).where(eq(articles.leadMediaId, id)).limit(1)
  if (leading.length) return 'A story shows it.'
  const portrait = await db.select({ id: authors.id }).from(authors).where(eq(authors.portraitId, id)).limit(1)
  return portrait.length ? 'It is the portrait of an author.' : null
}

/** The ids of all pictures in bodies in the store, read in batches because an archive may be long. */
export async function mediaInBodies(db: Reader): Promise<Set<number>> {
  const shown = new Set<number>()
  for (const { body } of await db.select({ body: pageVersions.body }).from(pageVersions)) {
    for (const id of mediaShown(body)) shown.add(id)
  }
  let last = 0
  for (;;) {
    const batch = await db
      .select({ id: articles.id, body: articles.body })
      .from(articles)
      .where(gt(articles.id, last))
      .orderBy(asc(articles.id))
      .limit(BODIES_PER_BATCH)
    for (const { body } of batch) for (const id of mediaShown(body)) shown.add(id)
    last = batch.at(-1)?.id ?? last
    if (batch.length < BODIES_PER_BATCH) return shown
  }
}
