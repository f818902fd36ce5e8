import { and, desc, eq, sql } from 'drizzle-orm'
import { movePath } from '@/db/addresses/redirects'
import { leaveUnlogged } from '@/db/audit/log'
import { indexSnapshots } from '@/db/editing/article-relations'
import { storedArticle } from '@/db/editing/stored-article'
import { describeAuthor, dropAuthor } from '@/db/paper/authors'
import { describeTopic, dropTopic } from '@/db/paper/topics'
import { invalidate } from '@/db/store/invalidation'
import { mergedAmong, type UnfinishedMerger } from '@/db/store/merged-names'
import type { Reader, Transaction } from '@/db/store/open'
import { articleTopics, authors, bylines, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { authorPath, topicPath } from '@/lib/addresses/paths'
import { tags } from '@/lib/pages/tags'

interface Step extends UnfinishedMerger {
  now: Date
}

const RELATIONS = { topic: articleTopics, author: bylines }

/**
 * Moves at most `limit` stories of `from` to where it leads, those that were written last first, and returns their number.
 * With `isIndexed`, search finds them by the new name. In the open transaction.
 */
export async function moveStories(
  tx: Transaction,
  { kind, from, limit, isIndexed, now }: Step & { limit: number; isIndexed: boolean },
): Promise<number> {
  leaveUnlogged(tx)
  const into = await targetOf(tx, { kind, from })
  const relation = RELATIONS[kind]
  const rows = await tx
    .selectDistinct({ articleId: relation.articleId })
    .from(relation)
    .where(eq(nameOf(kind), from))
    .orderBy(desc(relation.articleId))
    .limit(limit)
  const ids = rows.map(({ articleId }) => articleId)
  if (!ids.length) return 0
  const isMoved = and(eq(nameOf(kind), from), isOneOf(relation.articleId, ids))
  const doubled = await tx
    .select({ articleId: relation.articleId })
    .from(relation)
    .where(and(eq(nameOf(kind), into), isOneOf(relation.articleId, ids)))
  const twice = doubled.map(({ articleId }) => articleId)
  await tx.delete(relation).where(and(isMoved, isOneOf(relation.articleId, twice)))
  if (kind === 'topic') await tx.update(articleTopics).set({ topicId: into }).where(isMoved)
  else await tx.update(bylines).set({ authorId: into }).where(isMoved)
  await invalidate(tx, [...listTags(kind, [from, into]), ...ids.map(tags.article)], now)
  if (isIndexed) {
    const stories = ids.map(async (id) => ({ id, snapshot: (await storedArticle(tx, id, now)).snapshot }))
    await indexSnapshots(tx, await Promise.all(stories))
  }
  return ids.length
}

/**
 * Ends the merger of `from`: the one to which it leads takes over what it lacks, the address redirects there, and `from` is
 * no more. false, and nothing is changed, while it has a story. Does nothing when `from` is gone already. In the open
 * transaction.
 */
export async function finishMerger(tx: Transaction, { kind, from, now }: Step): Promise<boolean> {
  leaveUnlogged(tx)
  const [left] = await tx
    .select({ one: sql`1` })
    .from(RELATIONS[kind])
    .where(eq(nameOf(kind), from))
    .limit(1)
  if (left) return false
  const into = await targetOf(tx, { kind, from })
  if (kind === 'topic') await finishTopic(tx, { from, into, now })
  else await finishAuthor(tx, { from, into, now })
  await invalidate(tx, [tags[kind](into), ...listTags(kind, [from, into])], now)
  return true
}

interface Ends {
  from: number
  into: number
  now: Date
}

async function finishTopic(tx: Transaction, { from, into, now }: Ends): Promise<void> {
  const rows = await tx
    .select()
    .from(topics)
    .where(isOneOf(topics.id, [from, into]))
  const gone = rows.find(({ id }) => id === from)
  const kept = rows.find(({ id }) => id === into)
  if (!gone || !kept) return
  await dropTopic(tx, { id: from, now })
  if (!kept.description) await describeTopic(tx, { id: into, description: gone.description, now })
  await movePath(tx, { from: topicPath(gone.slug), to: topicPath(kept.slug), now })
}

async function finishAuthor(tx: Transaction, { from, into, now }: Ends): Promise<void> {
  const rows = await tx
    .select()
    .from(authors)
    .where(isOneOf(authors.id, [from, into]))
  const gone = rows.find(({ id }) => id === from)
  const kept = rows.find(({ id }) => id === into)
  if (!gone || !kept) return
  await dropAuthor(tx, { id: from, now })
  // A page to which another one redirects is there.
  if (!gone.awaitsStory) await tx.update(authors).set({ awaitsStory: false }).where(eq(authors.id, into))
  await describeAuthor(tx, {
    id: into,
    role: kept.role || gone.role,
    bio: kept.bio || gone.bio,
    email: kept.email || gone.email,
    links: kept.links.length ? kept.links : gone.links,
    portraitId: kept.portraitId ?? gone.portraitId,
    userId: kept.userId ?? gone.userId,
    now,
  })
  await movePath(tx, { from: authorPath(gone.slug), to: authorPath(kept.slug), now })
}

function nameOf(kind: UnfinishedMerger['kind']) {
  return kind === 'topic' ? articleTopics.topicId : bylines.authorId
}

function listTags(kind: UnfinishedMerger['kind'], ids: number[]): string[] {
  return ids.map(kind === 'topic' ? tags.topicList : tags.authorList)
}

/** Where `from` leads by now: that may itself have been merged since the merger began. */
async function targetOf(db: Reader, { kind, from }: UnfinishedMerger): Promise<number> {
  const into = (await mergedAmong(db, { kind, ids: [from] })).get(from)?.intoId
  if (into === undefined) throw new Error(`${kind} ${from} is not on its way into another one`)
  return into
}
