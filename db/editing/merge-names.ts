import { and, desc, eq } from 'drizzle-orm'
import { movePath } from '@/db/addresses/redirects'
import { logAction } from '@/db/audit/log'
import { indexSnapshot } from '@/db/editing/article-relations'
import { storedArticle } from '@/db/editing/stored-article'
import { describeAuthor, dropAuthor } from '@/db/paper/authors'
import { noticeInMenus } from '@/db/paper/menus'
import { describeTopic, dropTopic } from '@/db/paper/topics'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import { articles, articleTopics, authors, bylines, mergedNames, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { authorPath, topicPath } from '@/lib/addresses/paths'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

/**
 * Search finds this many of the moved stories by their new name at once, the newest first; an older one once it is saved
 * again. Indexing a story reads all of it.
 */
const MOST_INDEXED = 1000

interface Merger {
  /** The one that goes away. */
  from: number
  /** The one that stays, another one. */
  into: number
  by: { name: string }
  now: Date
}

/**
 * Merges topic `from` into topic `into`, in one transaction, and returns how many stories it had; null when either does
 * not exist or both are the same.
 * - Its stories are about `into`, each once, also in unpublished changes and in links within texts.
 * - Its address, pages and feeds redirect to those of `into`.
 * - `into` takes over its description when it has none.
 */
export async function mergeTopics(db: Writer, { from, into, by, now }: Merger): Promise<{ stories: number } | null> {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .select()
      .from(topics)
      .where(isOneOf(topics.id, [from, into]))
    const gone = rows.find(({ id }) => id === from)
    const kept = rows.find(({ id }) => id === into)
    if (!gone || !kept || from === into) return null
    const isGone = eq(articleTopics.topicId, from)
    const moved = await tx.select().from(articleTopics).where(isGone)
    const doubled = await tx
      .select()
      .from(articleTopics)
      .where(
        and(
          eq(articleTopics.topicId, into),
          isOneOf(
            articleTopics.articleId,
            moved.map(({ articleId }) => articleId),
          ),
        ),
      )
    for (const { articleId } of doubled)
      await tx.delete(articleTopics).where(and(isGone, eq(articleTopics.articleId, articleId)))
    await tx.update(articleTopics).set({ topicId: into }).where(isGone)
    await rememberMerger(tx, { kind: 'topic', name: gone.name, from, into, by, now })
    await logAction(tx, { action: 'topic merged', thing: gone, detail: `into ${kept.name}`, now })
    await dropTopic(tx, { id: from, now })
    if (!kept.description) await describeTopic(tx, { id: into, description: gone.description, now })
    await movePath(tx, { from: topicPath(gone.slug), to: topicPath(kept.slug), now })
    await noticeInMenus(tx, { kind: 'topic', id: into }, now)
    const ids = moved.map(({ articleId }) => articleId)
    await invalidate(tx, [tags.topic(into), tags.topicList(from), tags.topicList(into), ...ids.map(tags.article)], now)
    await indexNewest(tx, ids, now)
    return { stories: ids.length }
  })
}

/**
 * Merges author `from` into author `into`, as mergeTopics does with topics. `into` takes over the account, and of the
 * description what it lacks. Refused when each has an account: one of the two would begin stories without a byline.
 */
export async function mergeAuthors(
  db: Writer,
  { from, into, by, now }: Merger,
): Promise<{ stories: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .select()
      .from(authors)
      .where(isOneOf(authors.id, [from, into]))
    const gone = rows.find(({ id }) => id === from)
    const kept = rows.find(({ id }) => id === into)
    if (!gone || !kept || from === into) return null
    if (gone.userId !== null && kept.userId !== null) {
      const message = `Both ${gone.name} and ${kept.name} have an account. Take it from the one that is not used any more: edit that author, and choose no account.`
      return refuse('into', message)
    }
    const isGone = eq(bylines.authorId, from)
    const moved = await tx.select({ articleId: bylines.articleId }).from(bylines).where(isGone)
    const doubled = await tx
      .select({ articleId: bylines.articleId })
      .from(bylines)
      .where(
        and(
          eq(bylines.authorId, into),
          isOneOf(
            bylines.articleId,
            moved.map(({ articleId }) => articleId),
          ),
        ),
      )
    for (const { articleId } of doubled) await tx.delete(bylines).where(and(isGone, eq(bylines.articleId, articleId)))
    await tx.update(bylines).set({ authorId: into }).where(isGone)
    await rememberMerger(tx, { kind: 'author', name: gone.name, from, into, by, now })
    await logAction(tx, { action: 'author merged', thing: gone, detail: `into ${kept.name}`, now })
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
    const ids = moved.map(({ articleId }) => articleId)
    await invalidate(
      tx,
      [tags.author(into), tags.authorList(from), tags.authorList(into), ...ids.map(tags.article)],
      now,
    )
    await indexNewest(tx, ids, now)
    return { stories: ids.length }
  })
}

/** Remembers where the former id leads, and everything that led to it before. */
async function rememberMerger(
  tx: Transaction,
  { kind, name, from, into, by, now }: Merger & { kind: 'topic' | 'author'; name: string },
): Promise<void> {
  await tx
    .update(mergedNames)
    .set({ intoId: into })
    .where(and(eq(mergedNames.kind, kind), eq(mergedNames.intoId, from)))
  await tx.insert(mergedNames).values({ kind, formerId: from, intoId: into, name, mergedAt: now, mergedBy: by.name })
}

async function indexNewest(tx: Transaction, ids: number[], now: Date): Promise<void> {
  const newest = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(isOneOf(articles.id, ids))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(MOST_INDEXED)
  for (const { id } of newest) await indexSnapshot(tx, { id, snapshot: (await storedArticle(tx, id, now)).snapshot })
}
