import { and, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, bylines } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import { tags } from '@/lib/pages/tags'

/** The stories of a section and all below it, about a topic, or by an author. */
export interface SubjectList {
  kind: 'section' | 'topic' | 'author'
  id: number
}

/** A list of stories: all of the paper's, or those of one subject. */
export type StoryList = { kind: 'paper' } | SubjectList

/**
 * Which articles the list holds, as a condition (undefined: all of them), and the tag of its order. The condition suits
 * a walk through the newest articles; with `forCount` it suits counting, where a list is shorter than the archive.
 */
export async function storyListScope(
  db: Reader,
  list: StoryList,
  { forCount = false } = {},
): Promise<{ scope: SQL | undefined; tag: string }> {
  const isIn = (ids: SQLWrapper) => (forCount ? sql`${articles.id} in ${ids}` : isAmongNewest(ids))
  switch (list.kind) {
    case 'paper':
      return { scope: undefined, tag: tags.latest }
    case 'section':
      return { scope: inArray(articles.sectionId, await sectionAndBelow(db, list.id)), tag: tags.sectionList(list.id) }
    case 'topic': {
      const about = db
        .select({ id: articleTopics.articleId })
        .from(articleTopics)
        .where(eq(articleTopics.topicId, list.id))
      return { scope: isIn(about), tag: tags.topicList(list.id) }
    }
    case 'author': {
      const signed = db.select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, list.id))
      return { scope: isIn(signed), tag: tags.authorList(list.id) }
    }
  }
}

/**
 * The public articles in `scope`: newest first, ties by id. Ids alone, because what lies on the way to a later page is
 * then never read in full.
 */
export async function newestIds(
  db: Reader,
  { now, scope, limit, offset = 0 }: { now: Date; scope?: SQL | undefined; limit: number; offset?: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isPublic(now), scope))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ id }) => id)
}

/**
 * Whether an article is one of `ids`. The plus keeps SQLite from looking up each of them among the articles: it goes
 * through the newest first instead, and only through an index.
 */
function isAmongNewest(ids: SQLWrapper): SQL {
  return sql`+${articles.id} in ${ids}`
}
