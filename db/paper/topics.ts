import { asc, eq, sql } from 'drizzle-orm'
import { claimPath, movePath } from '@/db/addresses/redirects'
import { noticeInMenus } from '@/db/paper/menus'
import { markDocuments } from '@/db/search/marked-documents'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import { slugFrom, topicPath } from '@/lib/addresses/paths'
import type { Topic } from '@/lib/article/article'
import { type Tagged, tags } from '@/lib/pages/tags'
import { sameNamed } from '@/lib/text/same-name'

/** The tag of the list of all topics. */
const ALL_TOPICS = 'list:topics'

/** The topic with this slug; null when it does not exist. */
export async function topicBySlug(db: Reader, slug: string): Promise<Tagged<Topic | null>> {
  const [topic] = await db.select().from(topics).where(eq(topics.slug, slug))
  return { value: topic ?? null, tags: [topic ? tags.topic(topic.id) : ALL_TOPICS] }
}

/** The topic with this id; null when there is none. */
export async function topicById(db: Reader, id: number): Promise<Topic | null> {
  const [topic] = await db.select().from(topics).where(eq(topics.id, id))
  return topic ?? null
}

/** Every topic, by name, ties by id. */
export async function allTopics(db: Reader): Promise<Tagged<Topic[]>> {
  const answer = await db.select().from(topics).orderBy(asc(topics.name), asc(topics.id))
  return { value: answer, tags: [ALL_TOPICS, ...answer.map(({ id }) => tags.topic(id))] }
}

/** Adds a topic. Throws when `slug` is not valid or another topic has it. */
export async function addTopic(
  db: Writer,
  { slug, name, description, now }: { slug: string; name: string; description: string; now: Date },
): Promise<Topic> {
  return inTransaction(db, async (tx) => {
    await requireFreeSlug(tx, slug, null)
    const [topic] = await tx.insert(topics).values({ slug, name, description }).returning()
    if (!topic) throw new Error(`topic "${slug}" was not added`)
    await claimPath(tx, { path: topicPath(slug), now })
    await invalidate(tx, [tags.topic(topic.id), ALL_TOPICS], now)
    return topic
  })
}

/**
 * Changes the name or the slug of topic `id`, or both; the old address redirects to the new one.
 * Throws when the topic does not exist, or when `slug` is not valid or another topic has it.
 */
export async function renameTopic(
  db: Writer,
  { id, name, slug, now }: { id: number; name: string; slug: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [before] = await tx.select().from(topics).where(eq(topics.id, id))
    if (!before) throw new Error(`topic ${id} does not exist`)
    if (before.name === name && before.slug === slug) return
    await requireFreeSlug(tx, slug, id)
    await tx.update(topics).set({ name, slug }).where(eq(topics.id, id))
    if (before.name !== name) await markDocuments(tx, sql`select article_id from article_topics where topic_id = ${id}`)
    await movePath(tx, { from: topicPath(before.slug), to: topicPath(slug), now })
    await noticeInMenus(tx, { kind: 'topic', id }, now)
    await invalidate(tx, [tags.topic(id)], now)
  })
}

/** Changes the description of topic `id`, as its page shows it. Throws when the topic does not exist. */
export async function describeTopic(
  db: Writer,
  { id, description, now }: { id: number; description: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [before] = await tx.select().from(topics).where(eq(topics.id, id))
    if (!before) throw new Error(`topic ${id} does not exist`)
    if (before.description === description) return
    await tx.update(topics).set({ description }).where(eq(topics.id, id))
    await invalidate(tx, [tags.topic(id)], now)
  })
}

/** Deletes topic `id`, which nothing in the store refers to any more; in the open transaction. */
export async function dropTopic(tx: Transaction, { id, now }: { id: number; now: Date }): Promise<void> {
  await tx.delete(topics).where(eq(topics.id, id))
  await invalidate(tx, [tags.topic(id), ALL_TOPICS], now)
}

/** Why `slug` cannot be that of topic `self` (null: of a new one), in an editor's words; null when it can. */
export async function topicAddressProblem(
  db: Reader,
  { slug, self }: { slug: string; self: number | null },
): Promise<string | null> {
  const [other] = await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, slug))
  // An address that it has stays, whatever rule it was made by.
  if (other && other.id === self) return null
  if (slug === '' || slug !== slugFrom(slug)) return 'Use lower-case letters, digits and single dashes.'
  return other ? `Another topic has the address “${slug}”.` : null
}

/** Why `name` cannot be that of topic `self` (null: of a new one), in an editor's words; null when it can. */
export async function topicNameProblem(
  db: Reader,
  { name, self }: { name: string; self: number | null },
): Promise<string | null> {
  const other = sameNamed(await db.select().from(topics).orderBy(asc(topics.id)), { name, self })
  return other && `There is a topic “${other.name}” already. Choose it, or give this one another name.`
}

async function requireFreeSlug(db: Reader, slug: string, self: number | null): Promise<void> {
  const problem = await topicAddressProblem(db, { slug, self })
  if (problem) throw new Error(`topic "${slug}": ${problem}`)
}
